"""A way to make room as a scenario, so that estimate, report, compare and years run on it; or why there is none.

A scenario changes files as they are written. What it changes holds on all lists of a file: for a way that is computed
on some of them it is to be used with `--only` these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from tnt.analyses.fit.moves import TaskMove, by_task, roles_with
from tnt.analyses.fit.room.result import (
    Administrative,
    Delegation,
    EqualHours,
    MorePosts,
    RoomOfRole,
    ShorterLists,
    Way,
)
from tnt.analyses.fit.scenarios.changes import Changes, NoScenario, left_out, more_posts, moved_to, shorter_lists
from tnt.analyses.fit.scenarios.files_of import deciding_capacity
from tnt.compile.inputs import Inputs
from tnt.language.base import DOCUMENT_FORMAT
from tnt.locale import LANGUAGES, Texts
from tnt.reading.overlay.paths import row_names


@dataclass(frozen=True, slots=True)
class WayAsScenario:
    """A scenario file, as data."""

    document: dict[str, Any]

    def written(self) -> str:
        """The file."""
        return yaml.safe_dump(self.document, sort_keys=False, allow_unicode=True, width=120)


def scenario_of(
    way: Way, room: RoomOfRole, after: Inputs, moves: Sequence[TaskMove] = ()
) -> WayAsScenario | NoScenario:
    """`after` are the inputs with what is new, into whose files the changes lead; `moves` what `room` was given."""
    changes = _changes(way, room, after, moves)
    if isinstance(changes, NoScenario):
        return changes
    about = {lang: Texts(lang).text(f"fit-scenario.{way.kind}") for lang in LANGUAGES}
    note = {lang: Texts(lang).text("fit-scenario.posts-by-head") for lang in LANGUAGES}
    by_head = {"note": note} if any(change.get("value") == "headcount" for change in changes) else {}
    to_role = f"-{way.to_role}" if isinstance(way, Delegation) and way.to_role is not None else ""
    name = f"room-{way.kind}-{room.role}{to_role}"
    return WayAsScenario({"format": DOCUMENT_FORMAT, "scenario": name, "title": about} | by_head | {"changes": changes})


def _changes(way: Way, room: RoomOfRole, after: Inputs, moves: Sequence[TaskMove]) -> Changes | NoScenario:
    if isinstance(way, MorePosts):
        return more_posts(after, room.role, 1 + way.posts / way.posts_before)
    if isinstance(way, ShorterLists):
        return shorter_lists(after, room.role, 1 - way.people_to_move / room.people)
    if isinstance(way, Delegation):
        return _delegated(way, after, moves)
    if isinstance(way, EqualHours):
        return left_out(after, [one.id for one in way.smallest_set]) or NoScenario("not-enough")
    if isinstance(way, Administrative):
        return _less_reserved(way, room.role, after)
    return NoScenario("done-already")


def _delegated(way: Delegation, after: Inputs, moves: Sequence[TaskMove]) -> Changes | NoScenario:
    if way.to_role is None:
        return NoScenario("nobody-named")
    mine = [one for one in moves if (one.from_role, one.to_role) == (way.from_role, way.to_role)]
    changes: Changes = []
    for those in by_task([one for one in mine if one.path in way.tasks]).values():
        changes += moved_to(after, those[0].recommendation, those[0].task, roles_with(those, way.share))
    return changes


def _less_reserved(way: Administrative, role: str, after: Inputs) -> Changes | NoScenario:
    if way.share > 1:
        return NoScenario("not-enough")
    file = deciding_capacity(after)
    assert file is not None  # whose reserve it is
    keys = ("roles", role, "reserved", way.reserve)
    at, written = "/".join((file.document.capacity, *keys)), file.value(*keys)
    if way.share == 1:
        return [{"disable": at}]
    factor = 1 - way.share
    if isinstance(written.get("per_person"), list):
        return [{"scale": f"{at}/per_person/{name}/time", "by": factor} for name in row_names(written["per_person"])]
    key = next(key for key in ("share", "time", "per_person") if key in written)
    return [{"scale": f"{at}/{key}", "by": factor}]
