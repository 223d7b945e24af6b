"""More of trainers: hours, days, a longer contract, someone else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from toolkit.model.provider import Trainer
from toolkit.planning.demand import Demand
from toolkit.planning.remedies.edits import (
    is_there_for_all,
    taught_also_by,
    with_trainer,
    with_trainer_there,
)
from toolkit.planning.remedies.idea import Idea, Step, asking
from toolkit.planning.shortages.shortage import Shortage
from toolkit.planning.shortages.wording import names
from toolkit.text import Text
from toolkit.wording import WEEKDAYS

MOST_MORE_HOURS = 40
LONGEST_CONTRACT = 400

_MORE_HOURS = Text(
    it="porta a {{which}} le ore di {trainer} (max_hours)",
    en="raise the hours of {trainer} to {{which}} (max_hours)",
)
_ANOTHER = Text(it="affida {units} anche a {{which}}", en="let {{which}} teach {units} too")
_SOMEBODY = Text(it="affida {units} a {{which}}", en="let {{which}} teach {units}")
_SOMEONE_NEW = Text(
    it="affida {units} anche a un'altra persona, per almeno {{which}} h",
    en="let someone else teach {units} too, for {{which}} h at least",
)
_ANYONE_NEW = Text(
    it="affida {units} a una nuova persona, per {{which}} h",
    en="let someone new teach {units}, for {{which}} h",
)
_ANOTHER_DAY = Text(
    it="chiedi a {trainer} anche le fasce di {{which}}",
    en="ask {trainer} for the windows of {{which}} too",
)
_LONGER_CONTRACT = Text(
    it="prolunga il contratto di {trainer} fino al {{which}}",
    en="extend the contract of {trainer} to {{which}}",
)


def more_hours(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """A trainer whose hours are limited gives more of them."""
    for number in shortage.subject.trainers:
        trainer = demand.course.provider.trainers[number]
        if trainer.max_hours is not None:
            most = trainer.max_hours + shortage.missing
            steps = (
                Step(most + more, partial(with_trainer, number=number, max_hours=most + more))
                for more in range(MOST_MORE_HOURS)
            )
            yield Idea(asking(_MORE_HOURS, trainer=trainer.name), tuple(steps), grows=True)


def another_trainer(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """Another trainer of the provider teaches the units too."""
    codes = _codes(demand, shortage)
    steps = (
        Step(trainer.name, partial(taught_also_by, units=codes, trainer=trainer))
        for number, trainer in enumerate(demand.course.provider.trainers)
        if number not in shortage.subject.trainers
    )
    words = _ANOTHER if shortage.subject.trainers else _SOMEBODY
    yield Idea(asking(words, units=names(codes)), tuple(steps))


def someone_new(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """Somebody whom the provider does not have yet gives the hours that are missing."""
    codes = _codes(demand, shortage)
    steps = []
    hours = shortage.missing
    while hours <= shortage.needed:
        trainer = Trainer.model_construct(name="+", max_hours=hours)
        steps.append(Step(hours, partial(taught_also_by, units=codes, trainer=trainer)))
        hours += 1
    words = _SOMEONE_NEW if shortage.subject.trainers else _ANYONE_NEW
    yield Idea(asking(words, units=names(codes)), tuple(steps), grows=True)


def another_day(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """A trainer who is not always there is there for the windows of one more weekday."""
    for number in shortage.subject.trainers:
        trainer = demand.course.provider.trainers[number]
        if trainer.availability is None:
            continue
        steps = (
            Step(WEEKDAYS[each], partial(with_trainer_there, number=number, weekday=each))
            for each in range(len(WEEKDAYS))
            if not is_there_for_all(demand.course, trainer.availability, each)
        )
        yield Idea(asking(_ANOTHER_DAY, trainer=trainer.name), tuple(steps))


def longer_contract(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """A contract ends later."""
    for number in shortage.subject.trainers:
        trainer = demand.course.provider.trainers[number]
        if until := trainer.contract_until:
            days = (until + timedelta(days=n) for n in range(1, LONGEST_CONTRACT))
            steps = (
                Step(day, partial(with_trainer, number=number, contract_until=day)) for day in days
            )
            yield Idea(asking(_LONGER_CONTRACT, trainer=trainer.name), tuple(steps), grows=True)


def _codes(demand: Demand, shortage: Shortage) -> tuple[str, ...]:
    return tuple(demand.units[unit].code for unit in shortage.subject.units)
