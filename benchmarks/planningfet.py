"""The same portfolio put to FET's command-line solver, where Debian's package is there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from planningpieces import (
    STEP,
    STEPS_A_DAY,
    Piece,
    days_of,
    pairs_in_order,
    schedules_of,
    starts_of,
)

from toolkit.planning.demand import Demand
from toolkit.planning.schedule import Schedule

ALWAYS = (("Weight_Percentage", "100"), ("Active", "true"))


def fet_is_there() -> bool:
    """Return whether FET's command-line solver is installed."""
    return shutil.which("fet-cl") is not None


def solved_by_fet(
    demands: Sequence[Demand], pieces: Sequence[Piece], *, seconds: float
) -> tuple[str, list[Schedule]]:
    """Return what FET says of all lessons, with schedules if it has any."""
    grid = _Grid(demands)
    with TemporaryDirectory() as folder:
        asked = Path(folder) / "portfolio.fet"
        asked.write_bytes(ET.tostring(_asked(demands, pieces, grid), "utf-8", xml_declaration=True))
        command = [
            "fet-cl",
            f"--inputfile={asked}",
            f"--outputdir={folder}",
            f"--timelimitseconds={round(seconds)}",
            "--htmllevel=0",
        ]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        found = Path(folder) / "timetables/portfolio/portfolio_activities.xml"
        if "successful" not in ran.stdout or not found.exists():
            said = (ran.stdout + ran.stderr).strip().splitlines()
            return f"no timetable in {seconds:g} s ({said[-1] if said else 'no word'})", []
        places = _places(ET.parse(found).getroot())
    return "found", schedules_of(demands, pieces, [places[n] for n in range(len(pieces))])


class _Grid:
    """The days and steps that any window touches, as FET's days and hours."""

    def __init__(self, demands: Sequence[Demand]) -> None:
        open_ = [(day, slot) for demand in demands for day in days_of(demand) for slot in day.slots]
        self.days = sorted({day.number for day, _ in open_})
        self.steps = range(
            min(s.start for _, s in open_) // STEP, -(-max(s.end for _, s in open_) // STEP)
        )

    def name(self, start: int) -> tuple[tuple[str, str], tuple[str, str]]:
        day, step = divmod(start, STEPS_A_DAY)
        return ("Preferred_Starting_Day", f"d{day}"), ("Preferred_Starting_Hour", f"h{step}")


def _asked(demands: Sequence[Demand], pieces: Sequence[Piece], grid: _Grid) -> ET.Element:
    root = ET.Element("fet", version="6.8.5")
    _add(root, "Institution_Name", "portfolio")
    _listed(root, "Days_List", "Number_of_Days", "Day", [f"d{n}" for n in grid.days])
    _listed(root, "Hours_List", "Number_of_Hours", "Hour", [f"h{n}" for n in grid.steps])
    _listed(root, "Subjects_List", None, "Subject", ["lesson"])
    _listed(root, "Activity_Tags_List", None, "Activity_Tag", [])
    trainers = range(len(demands[0].trainers))
    _listed(root, "Teachers_List", None, "Teacher", [f"t{n}" for n in trainers])
    _listed(root, "Students_List", None, "Year", [f"e{n}" for n in range(len(demands))])
    activities = _add(root, "Activities_List")
    for n, piece in enumerate(pieces, start=1):
        _activity(activities, n, piece)
    rooms = range(len(demands[0].rooms))
    _listed(root, "Buildings_List", None, "Building", [])
    _listed(root, "Rooms_List", None, "Room", [f"r{n}" for n in rooms], Capacity="1000")
    time = _add(root, "Time_Constraints_List")
    for name, rows in _times(demands, pieces, grid):
        _constraint(time, name, rows)
    space = _add(root, "Space_Constraints_List")
    _constraint(space, "ConstraintBasicCompulsorySpace", [])
    for n, piece in enumerate(pieces, start=1):
        if places := demands[piece.edition].parts[piece.part].rooms:
            rows = [("Preferred_Room", f"r{each}") for each in places]
            counted = [
                ("Activity_Id", str(n)),
                ("Number_of_Preferred_Rooms", str(len(rows))),
                *rows,
            ]
            _constraint(space, "ConstraintActivityPreferredRooms", counted)
    return root


def _times(
    demands: Sequence[Demand], pieces: Sequence[Piece], grid: _Grid
) -> Iterator[tuple[str, list[tuple[str, object]]]]:
    yield "ConstraintBasicCompulsoryTime", []
    known: dict[tuple[object, ...], list[int]] = {}
    for n, piece in enumerate(pieces, start=1):
        demand = demands[piece.edition]
        is_distance = demand.parts[piece.part].is_distance
        alike = (piece.edition, piece.trainer, is_distance, piece.steps)
        if alike not in known:
            known[alike] = list(starts_of(demand, piece))
        starts = known[alike]
        rows: list[tuple[str, object]] = [
            ("Preferred_Starting_Time", grid.name(each)) for each in starts
        ]
        yield (
            "ConstraintActivityPreferredStartingTimes",
            [
                ("Activity_Id", str(n)),
                ("Number_of_Preferred_Starting_Times", str(len(rows))),
                *rows,
            ],
        )
    for one, other in pairs_in_order(demands, pieces):
        ids = [("First_Activity_Id", str(one + 1)), ("Second_Activity_Id", str(other + 1))]
        yield "ConstraintTwoActivitiesOrdered", list(ids)


def _activity(parent: ET.Element, number: int, piece: Piece) -> None:
    found = _add(parent, "Activity")
    for name, value in (
        ("Teacher", f"t{piece.trainer}"),
        ("Subject", "lesson"),
        ("Students", f"e{piece.edition}"),
        ("Duration", str(piece.steps)),
        ("Total_Duration", str(piece.steps)),
        ("Id", str(number)),
        ("Activity_Group_Id", "0"),
        ("Active", "true"),
    ):
        _add(found, name, value)


def _places(root: ET.Element) -> dict[int, tuple[int, int | None]]:
    """Return the step and the room of each piece, by its position."""
    found = {}
    for each in root.iter("Activity"):
        day, hour, room = (each.findtext(name) or "" for name in ("Day", "Hour", "Room"))
        start = int(day[1:]) * STEPS_A_DAY + int(hour[1:])
        found[int(each.findtext("Id") or 0) - 1] = (start, int(room[1:]) if room else None)
    return found


def _constraint(parent: ET.Element, name: str, rows: Sequence[tuple[str, object]]) -> None:
    found = _add(parent, name)
    _add(found, *ALWAYS[0])
    for tag, value in rows:
        if isinstance(value, str):
            _add(found, tag, value)
        else:
            inner = _add(found, tag)
            for row in value:
                _add(inner, *row)
    _add(found, *ALWAYS[1])


def _listed(
    root: ET.Element, name: str, count: str | None, item: str, names: Sequence[str], **more: str
) -> None:
    found = _add(root, name)
    if count:
        _add(found, count, str(len(names)))
    for each in names:
        one = _add(found, item)
        _add(one, "Name", each)
        for tag, value in more.items():
            _add(one, tag, value)


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    found = ET.SubElement(parent, name)
    found.text = text
    return found
