"""Values written as entries with dates: the entry a date picks stands in the tree as if it were written alone.

A file with dates is a sequence of versions. Each is validated, whatever the date of the estimate: else a mistake in
next year's rate would be found next year. Values change on their own dates, so the versions are those of every day on
which some value begins; days that pick the same entries of all values are one version. The rest of the program sees one
tree without dates and need not know that there were any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import yaml

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink, ValueProblem
from tnt.language.base import Document, day
from tnt.language.schema.annotations import datable_at, number_at
from tnt.language.values.dated import FROM, UNTIL, Period, is_dated
from tnt.reading.overlay.pieces import scalar, with_pieces
from tnt.reading.yaml.tree import KeyPath, Piece, Tree


@dataclass(frozen=True)
class _Dated:
    """One dated value: its path, whether it is a number, and the periods of its entries by index, earliest first."""

    path: KeyPath
    is_number: bool
    periods: Sequence[tuple[Period, int]]

    def on(self, when: date) -> tuple[Period, int]:
        """The entry of a day; the nearest where none covers it."""
        begun = [one for one in self.periods if one[0].first is None or one[0].first <= when]
        return begun[-1] if begun else self.periods[0]


def versions(
    tree: Tree, kind: type[Document], as_of: date | None, allows: Callable[[str, int], bool], problems: ProblemSink
) -> list[Tree]:
    """The tree as it is on a date, then as it is in every other period in which some value differs.

    With a date, a value that has none on that day is a problem; without one it is as today or, where it has no value
    today, as on the nearest day. A tree without dates is returned as it is. `allows` is asked whether one more may be
    checked of a file and its size.
    """
    if not tree.has_dates:
        return [tree]
    values = [_read(tree, kind, path, problems) for path in _paths(tree.data, (), kind)]
    if as_of is not None:
        without = [one for one in values if not any(as_of in each for each, _ in one.periods)]
        problems.extend(_no_value(tree, one, as_of) for one in without)
    # A version begins where an entry does. Where one ends with a gap behind it, that is a problem of its own (`_read`).
    days = sorted({period.first or date.min for one in values for period, _ in one.periods})
    if len(days) > limits.YAML_PERIODS:
        counted = {"count": str(len(days)), "limit": str(limits.YAML_PERIODS)}
        problems.add(Diagnostic(Code.TOO_MANY_PERIODS, Place(tree.file), counted))
        days = []
    picked: set[tuple[int, ...]] = set()
    found_in_pieces = ProblemSink()
    trees: list[Tree] = []
    for when in [as_of or date.today(), *days]:
        entries = [one.on(when) for one in values]
        which = tuple(index for _, index in entries)
        if which in picked:
            continue
        if trees and not allows(tree.file, len(tree.text)):
            break
        picked.add(which)
        pieces = {
            one.path: _piece(tree, one, *entry, found_in_pieces) for one, entry in zip(values, entries, strict=True)
        }
        trees.append(with_pieces(tree, pieces))
    problems.extend({(one.code, one.place): one for one in found_in_pieces}.values())
    return trees


def _paths(data: Any, path: KeyPath, kind: type[Document]) -> Iterator[KeyPath]:
    """Where entries with dates stand and may stand."""
    if is_dated(data) and datable_at(kind, path):
        yield path
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _paths(value, (*path, key), kind)


def _read(tree: Tree, kind: type[Document], path: KeyPath, problems: ProblemSink) -> _Dated:
    """The periods of a value, and what is wrong with them; entries whose dates cannot be read come last."""
    entries = tree.value(path)
    with_period: list[tuple[Period, int]] = []
    unread: list[tuple[Period, int]] = []
    for index, entry in enumerate(entries):
        period = _period(tree, (*path, index), entry, problems)
        (unread if period is None else with_period).append((period or Period(None, None), index))
    with_period.sort(key=lambda one: one[0].first or date.min)
    for (before, one), (after, two) in pairwise(with_period):
        place, related = tree.place((*path, two)), (tree.place((*path, one)),)
        if before.last is None or after.first is None or after.first <= before.last:
            problems.add(
                Diagnostic(Code.DATES_OVERLAP, place, {"one": str(before), "two": str(after)}, related=related)
            )
        elif before.last + timedelta(days=1) < after.first:
            gap = Period(before.last + timedelta(days=1), after.first - timedelta(days=1))
            problems.add(Diagnostic(Code.DATES_GAP, place, {"period": str(gap)}, related=related))
    return _Dated(path, number_at(kind, path), [*with_period, *unread])


def _period(tree: Tree, path: KeyPath, entry: Any, problems: ProblemSink) -> Period | None:
    if not isinstance(entry, dict):
        problems.add(Diagnostic(Code.WRONG_TYPE, tree.place(path), {"found": str(entry)[:60], "expected": "mapping"}))
        return None
    days: dict[str, date | None] = {FROM: None, UNTIL: None}
    for key in days.keys() & entry.keys():
        try:
            days[key] = day(entry[key])
        except ValueProblem as problem:
            problems.add(Diagnostic(problem.code, tree.place((*path, key)), problem.values, problem.suggestion))
            return None
    first, last = days[FROM], days[UNTIL]
    if first is not None and last is not None and last < first:
        problems.add(
            Diagnostic(Code.DATES_REVERSED, tree.place((*path, UNTIL)), {"from": str(first), "until": str(last)})
        )
        return None
    return Period(first, last)


def _no_value(tree: Tree, one: _Dated, as_of: date) -> Diagnostic:
    first, last = one.periods[0][0].first, one.periods[-1][0].last
    return Diagnostic(
        Code.NO_VALUE_ON_DATE, tree.place(one.path, key=True), {"date": str(as_of), "period": str(Period(first, last))}
    )


def _piece(tree: Tree, one: _Dated, period: Period, index: int, problems: ProblemSink) -> Piece | None:
    """The entry without its dates; what is no number, and a value that cannot be estimated, without its mapping."""
    path = (*one.path, index)
    node, data = tree.nodes(path)[1], tree.value(path)
    origin = tree.origin(path)
    if not isinstance(node, yaml.MappingNode):
        return Piece(origin, scalar(str(one.path[-1]), node), node, data, period)
    key = scalar(str(one.path[-1]), node.value[0][0] if node.value else node)
    data = {name: value for name, value in data.items() if name not in (FROM, UNTIL)}
    if one.is_number and not ("value" in data and data["value"] is None and "mean" not in data):
        pairs = [pair for pair in node.value if pair[0].value not in (FROM, UNTIL)]
        entry = yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark, flow_style=node.flow_style)
        return Piece(origin, key, entry, data, period)
    problems.extend(
        Diagnostic(Code.UNKNOWN_KEY, tree.place((*path, name), key=True), {"key": name})
        for name in data
        if name != "value" and not (one.is_number and name == "note")
    )
    if "value" not in data:
        problems.add(Diagnostic(Code.MISSING_KEY, tree.place(path), {"key": "value"}))
        return None
    return Piece(origin, key, tree.nodes((*path, "value"))[1], data["value"], period)
