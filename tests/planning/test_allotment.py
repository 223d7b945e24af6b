"""Sharing minutes out: as much as can be, and what clashes when it is not enough."""

from __future__ import annotations

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.planning.allotment import Shortfall, shortfall


def test_what_suffices_is_not_short():
    assert shortfall([60, 60], [(0,), (0, 1)], [60, 60]) == Shortfall(0, (), ())


def test_what_was_given_first_moves_where_that_helps():
    assert shortfall([60, 60], [(0, 1), (0,)], [60, 60]).missing == 0


def test_only_those_that_clash_are_named():
    found = shortfall([60, 60, 30], [(0,), (0,), (1,)], [90, 60])

    assert found == Shortfall(30, (0, 1), (0,))


def subsets(numbers):
    return chain.from_iterable(combinations(numbers, size) for size in range(len(numbers) + 1))


@given(st.data())
def test_what_is_missing_is_what_the_worst_set_lacks(data):
    givers = data.draw(st.integers(1, 4))
    capacity = data.draw(st.lists(st.integers(0, 20), min_size=givers, max_size=givers))
    allowed = data.draw(
        st.lists(st.sets(st.integers(0, givers - 1)).map(sorted), min_size=1, max_size=5)
    )
    count = len(allowed)
    needs = data.draw(st.lists(st.integers(0, 20), min_size=count, max_size=count))

    found = shortfall(needs, allowed, capacity)

    lacks = [
        sum(needs[n] for n in some)
        - sum(capacity[giver] for giver in {giver for n in some for giver in allowed[n]})
        for some in subsets(range(count))
    ]
    assert found.missing == max(lacks)
    if found.missing:
        asked = sum(needs[n] for n in found.needs)
        assert found.missing == asked - sum(capacity[giver] for giver in found.givers)
