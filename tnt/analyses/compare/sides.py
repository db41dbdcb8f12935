"""What an argument of `tnt compare` means: `base`, a date, a revision of git, a file or folder, or an id."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from tnt.cli.request import EstimateRequest
from tnt.compile.lists.said import said_list
from tnt.diagnostics import ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.locale import Texts
from tnt.reading.documents import kind_of
from tnt.reading.files import expand, read_bytes
from tnt.reading.folders import is_folder
from tnt.reading.git.revision import files_at
from tnt.reading.plugin_packs import located
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import default_pack, shipped_scenarios
from tnt.reading.yaml.tree import Tree


@dataclass(frozen=True)
class Sides:
    """Both sides start from the same options."""

    request: EstimateRequest
    folder: Path
    """A place for the files of revisions."""
    reuse: Reuse
    texts: Texts

    def side(self, argument: str) -> EstimateRequest:
        """What an estimate is asked for on this side: the first rule that knows the argument decides.

        A UsageError names what comes near if none does. Problems where a revision or a file cannot be read.
        """
        for rule in _RULES:
            side = rule(self, argument)
            if side is not None:
                return side
        known = ["base", *(name for name, _ in self.choices())]
        near = Nearest().words(argument, known, most=3, cutoff=0.4)
        raise click.UsageError(self.texts.text("compare.unknown-side", found=argument, near=", ".join(near or known)))

    def choices(self) -> Iterator[tuple[str, str]]:
        """Id and kind of everything in the pack, and among what comes with tnt, that a side can be."""
        for tree in self.trees([*self.request.paths, default_pack(), *shipped_scenarios().values()]):
            kind = kind_of(tree)
            name = tree.id_of(kind) if kind in _CHOSEN else None
            if kind is not None and name is not None:
                yield name, kind

    def trees(self, paths: Iterable[str | Path]) -> Iterator[Tree]:
        """The files that can be read; what is wrong with the others is said when they are used."""
        unsaid = ProblemSink()
        for file in expand(map(located, paths), unsaid):
            raw = read_bytes(file, unsaid)
            tree = None if raw is None else self.reuse.tree(file, raw, unsaid)
            if tree is not None:
                yield tree


def _base(sides: Sides, argument: str) -> EstimateRequest | None:
    return sides.request if argument == "base" else None


def _date(sides: Sides, argument: str) -> EstimateRequest | None:
    try:
        return replace(sides.request, as_of=date.fromisoformat(argument))
    except ValueError:
        return None


def _revision(sides: Sides, argument: str) -> EstimateRequest | None:
    if not argument.startswith("git:"):
        return None
    paths = files_at(argument.removeprefix("git:"), sides.request.paths or (default_pack(),), sides.folder)
    return replace(sides.request, paths=tuple(map(str, paths)))


def _said(sides: Sides, argument: str) -> EstimateRequest | None:
    return None if said_list(argument) is None else replace(sides.request, lists=argument, only=())


def _path(sides: Sides, argument: str) -> EstimateRequest | None:
    path = Path(argument)
    if not os.path.lexists(path):
        return None
    kinds = {kind_of(tree) for tree in sides.trees([path])}
    chosen = next((kind for kind in kinds if kind in _CHOSEN), None)
    if chosen is not None and not is_folder(path):
        return _CHOSEN[chosen](sides.request, argument)
    return _version(sides, argument)


def _version(sides: Sides, argument: str) -> EstimateRequest:
    """Guidelines to read with the pack of the options, in place of those there that have the same id."""
    own = {tree.id_of("guideline") for tree in sides.trees([argument])}
    kept = [
        str(file)
        for file in expand(map(located, sides.request.paths), ProblemSink())
        if not any(tree.id_of("guideline") in own - {None} for tree in sides.trees([file]))
    ]
    return replace(sides.request, paths=(argument, *kept))


def _id(sides: Sides, argument: str) -> EstimateRequest | None:
    kind = next((kind for name, kind in sides.choices() if name == argument), None)
    return None if kind is None else _CHOSEN[kind](sides.request, argument)


_CHOSEN: dict[str, Callable[[EstimateRequest, str], EstimateRequest]] = {
    "lists": lambda request, choice: replace(request, lists=choice),
    "capacity": lambda request, choice: replace(request, capacity=(choice,)),
    "scenario": lambda request, choice: replace(request, scenarios=(*request.scenarios, choice)),
}
"""Kind of a file, or of what an id names -> what is asked for when a side is one."""
_RULES: tuple[Callable[[Sides, str], EstimateRequest | None], ...] = (_base, _date, _revision, _said, _path, _id)
