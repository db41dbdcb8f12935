"""Scenarios laid over the trees of a pack, before anything is validated. Their order cannot matter: a path touched
twice is an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import yaml

from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.language.documents.conditions import ConditionsDocument
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.scenario import Change, ScenarioDocument
from tnt.language.kinds import KINDS
from tnt.language.schema.annotations import number_at
from tnt.language.values.by_age import BY_AGE
from tnt.reading.documents import Loaded, kind_of
from tnt.reading.overlay.paths import CONDITIONS, Paths
from tnt.reading.overlay.pieces import scalar, with_pieces
from tnt.reading.overlay.scaling import scaled
from tnt.reading.overlay.shown import shown
from tnt.reading.yaml.reader import scalar_value
from tnt.reading.yaml.tree import AppliedChange, KeyPath, Piece, Tree

Verb = Literal["set", "scale", "disable", "add"]
VERBS: tuple[Verb, ...] = ("set", "scale", "disable", "add")
_GIVEN = {"set": "to", "add": "value", "scale": "by"}
_FIGURES = ("value", "mean", "low", "high", "mode", "sd", "count")
_BESIDE_FIGURES = ("level", "distribution", "of")


@dataclass(frozen=True)
class _WantedChange:
    """One change, and the path it leads to in one of the trees."""

    scenario: Loaded[ScenarioDocument]
    index: int
    verb: Verb
    written: str
    tree: int
    path: KeyPath

    @property
    def place(self) -> Place:
        return self.scenario.place("changes", self.index, self.verb)

    def given(self) -> tuple[yaml.Node, yaml.Node, Any]:
        """Key and value of what is put there (the factor, for a number to scale), and its data."""
        name = _GIVEN[self.verb]
        tree = self.scenario.tree
        key, node, _ = tree.nodes(("changes", self.index, name))
        assert key is not None  # the document has been validated
        return scalar(str(self.path[-1]), key), node, tree.data["changes"][self.index][name]


@dataclass
class OverlaidTrees:
    """The trees with scenarios over them, and what was changed."""

    trees: list[Tree]
    changes: list[AppliedChange] = field(default_factory=list)
    disabled_in: dict[Place, Place] = field(default_factory=dict)
    """Where something was left out -> the change that left it out."""

    def placed(self, problem: Diagnostic) -> Diagnostic:
        """A problem with what is not there, at the change that left it out."""
        change = self.disabled_in.get(problem.place)
        if change is None or problem.code not in (
            Code.MISSING_KEY,
            Code.EMPTY,
            Code.CONFLICTING_KEYS,
            Code.FIRST_TASK_FREQUENCY,
        ):
            return problem
        return replace(problem, place=change, related=(*problem.related, problem.place))


def overlay(
    trees: Sequence[Tree], scenarios: Sequence[Loaded[ScenarioDocument]], paths: Paths, problems: ProblemSink
) -> OverlaidTrees:
    """Lay the scenarios over the trees, into which `paths` lead.

    A change that cannot be made is a problem, and left out.
    """
    overlaid = OverlaidTrees(list(trees))
    by_tree: dict[int, list[_WantedChange]] = {}
    for one in _once(_wanted(trees, scenarios, paths, problems), problems):
        by_tree.setdefault(one.tree, []).append(one)
    for index, changes_here in by_tree.items():
        pieces: dict[KeyPath, Piece | None] = {}
        for one in changes_here:
            pieces |= _pieces(trees[index], one, overlaid, problems)
        overlaid.trees[index] = with_pieces(trees[index], _in_their_own_name(trees[index], pieces))
    overlaid.changes.sort(key=lambda change: (change.scenario, change.path))
    return overlaid


def _wanted(
    trees: Sequence[Tree], scenarios: Sequence[Loaded[ScenarioDocument]], paths: Paths, problems: ProblemSink
) -> Iterator[_WantedChange]:
    for scenario in scenarios:
        for index, change in enumerate(scenario.document.changes):
            verb = _verb(change)
            written = change.path
            followed, place = paths.find(written), scenario.place("changes", index, verb)
            missing = list(followed.missing)
            if verb == "add" and not missing:
                related = (trees[followed.tree].place(followed.path, key=True),)
                problems.add(Diagnostic(Code.ALREADY_THERE, place, {"path": written}, related=related))
            elif missing and not (
                verb == "add" and len(missing) == 1 and _is_mapping(trees, followed.tree, followed.path)
            ):
                values = {"part": missing[0], "known": ", ".join(followed.known[:12])}
                problems.add(Diagnostic(Code.UNKNOWN_PATH, place, values, followed.instead))
            else:
                yield _WantedChange(scenario, index, verb, written, followed.tree, (*followed.path, *missing))


def _verb(change: Change) -> Verb:
    return next(verb for verb in VERBS if getattr(change, verb) is not None)


def _is_mapping(trees: Sequence[Tree], tree: int, path: KeyPath) -> bool:
    return tree >= 0 and isinstance(trees[tree].nodes(path)[1], yaml.MappingNode)


def _once(changes: Iterator[_WantedChange], problems: ProblemSink) -> Iterator[_WantedChange]:
    """Each change whose path no other touches; outer paths come first."""
    first: dict[tuple[int, KeyPath], _WantedChange] = {}
    # Shorter paths first, so that a change inside what another replaces meets it: one of the two would be lost, and
    # which one would depend on the order of the files.
    for one in sorted(changes, key=lambda one: len(one.path)):
        outer = next((o for end in range(len(one.path) + 1) if (o := first.get((one.tree, one.path[:end])))), None)
        if outer is None:
            first[one.tree, one.path] = one
            yield one
        else:
            values = {"path": one.written, "other": outer.written}
            problems.add(Diagnostic(Code.TOUCHED_TWICE, one.place, values, related=(outer.place,)))


def _pieces(
    tree: Tree, one: _WantedChange, overlaid: OverlaidTrees, problems: ProblemSink
) -> Mapping[KeyPath, Piece | None]:
    """What a change puts where."""
    if one.verb == "disable":
        overlaid.changes.append(_applied(tree, one, None))
        overlaid.disabled_in[tree.place(one.path[:-1], key=True)] = one.place
        return {one.path: None}
    key, node, data = one.given()
    if one.verb == "scale":
        return _scaled(tree, one, key, node, overlaid, problems)
    change = _applied(tree, one, shown(data))
    overlaid.changes.append(change)
    return {one.path: Piece(one.scenario.tree, key, node, data, change=change)}


def _scaled(
    tree: Tree, one: _WantedChange, key: yaml.Node, factor: yaml.Node, overlaid: OverlaidTrees, problems: ProblemSink
) -> Mapping[KeyPath, Piece | None]:
    paths = [path for number in _numbers(tree, one.path) for path in _figures(tree, number)]
    texts = [scaled(tree.written(path), str(factor.value)) for path in paths]
    if not number_at(KINDS[kind_of(tree) or ""], one.path) or None in texts or not texts:
        values = {"found": shown(tree.value(one.path))}
        related = (tree.place(one.path),)
        problems.add(Diagnostic(Code.CANNOT_SCALE, one.place, values, related=related))
        return {}
    nodes = [scalar(text or "", factor) for text in texts]
    values_of = [scalar_value(node) for node in nodes]
    after = _scaled_data(tree, one.path, dict(zip(paths, values_of, strict=True)))
    change = _applied(tree, one, shown(after))
    overlaid.changes.append(change)
    period = tree.period(one.path)
    return {
        path: Piece(one.scenario.tree, scalar(str(path[-1]), key), node, value, period, change)
        for path, node, value in zip(paths, nodes, values_of, strict=True)
    }


def _scaled_data(tree: Tree, at: KeyPath, figures: Mapping[KeyPath, Any]) -> Any:
    """The figures of a number, or of those of all ages, as data, with what says how they are meant."""
    if at in figures:
        return figures[at]
    below = {path[len(at)]: None for path in figures}
    data = {
        key: _scaled_data(tree, (*at, key), {path: figures[path] for path in figures if path[len(at)] == key})
        for key in below
    }
    before = tree.value(at)
    return data | {key: before[key] for key in _BESIDE_FIGURES if key in before}


def _is_by_age(tree: Tree, path: KeyPath) -> bool:
    return tree.nodes((*path, BY_AGE))[2] > len(path)


def _numbers(tree: Tree, path: KeyPath) -> list[KeyPath]:
    """The numbers at a path: those of all ages where there are several, but for those that cannot be estimated."""
    if not _is_by_age(tree, path):
        return [path]
    by_age = tree.value((*path, BY_AGE))
    return [(*path, BY_AGE, key) for key, number in by_age.items() if number is not None]


def _figures(tree: Tree, path: KeyPath) -> list[KeyPath]:
    if not isinstance(tree.nodes(path)[1], yaml.MappingNode):
        return [path]
    return [(*path, name) for name in _FIGURES if tree.nodes((*path, name))[2] > len(path)]


def _in_their_own_name(tree: Tree, pieces: Mapping[KeyPath, Piece | None]) -> dict[KeyPath, Piece | None]:
    """The pieces, with numbers that a scenario changed no longer resting on the source of what stood there before.

    Their status is an assumption, unless the scenario states a source or a status: a figure that somebody made up to
    see what it does must not be printed under the source of the figure it replaced.
    """
    kind, result = KINDS[kind_of(tree) or ""], dict(pieces)
    for path, piece in pieces.items():
        if piece is None:
            continue
        if path[-1] in (*_FIGURES, "level") and number_at(kind, path[:-1]):
            _assume(result, path[:-1], piece)
        elif number_at(kind, path) and not isinstance(piece.data, list):
            if kind in (ConditionsDocument, ContactsDocument):  # rows inherit the source of what they belong to
                result[path] = _assumed(piece)
        elif path[0] == CONDITIONS and path[2:3] == ("prevalence",):
            _assume(result, path[:2], piece)
        elif path[0] == "rows" and "source" in tree.data:
            result.setdefault(("source",), None)
    return result


def _assume(pieces: dict[KeyPath, Piece | None], path: KeyPath, piece: Piece) -> None:
    if not pieces.keys() & {(*path, "source"), (*path, "status")}:
        node = scalar("assumption", piece.node, "plain")
        pieces[*path, "status"] = replace(piece, key=scalar("status", piece.key), node=node, data="assumption")


def _assumed(piece: Piece) -> Piece:
    """A number as a mapping that says it is an assumption, unless it says more itself."""
    data = piece.data if isinstance(piece.data, dict) else {"value": piece.data}
    if data.keys() & {"source", "status"}:
        return piece
    node = piece.node
    pairs = node.value if isinstance(node, yaml.MappingNode) else [(scalar("value", piece.key), node)]
    pairs = [*pairs, (scalar("status", piece.key), scalar("assumption", node, "plain"))]
    mapping = yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark, flow_style=True)
    return replace(piece, node=mapping, data=data | {"status": "assumption"})


def _applied(tree: Tree, one: _WantedChange, after: str | None) -> AppliedChange:
    there = one.verb != "add"
    before = tree.place(one.path) if there else None
    return AppliedChange(
        verb=one.verb,
        path=one.written,
        before=shown(tree.value(one.path)) if there else None,
        after=after,
        scenario=one.scenario.document.scenario,
        file=one.place.file,
        line=_line(one.place),
        before_file=None if before is None else before.file,
        before_line=None if before is None else _line(before),
        by=one.scenario.written("changes", one.index, "by") if one.verb == "scale" else None,
    )


def _line(place: Place) -> int:
    return place.span.line if place.span else 1
