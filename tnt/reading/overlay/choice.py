"""Which scenarios are meant: by file, or by id among the files given or those that come with tnt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.language.documents.scenario import ScenarioDocument
from tnt.reading.documents import Loaded, kind_of, read_document
from tnt.reading.files import is_file, true_path
from tnt.reading.shipped import shipped_scenarios
from tnt.reading.yaml.tree import Tree


def not_among(names: Iterable[str], trees: Sequence[Tree]) -> list[Path]:
    """The shipped files of the ids that none of the trees has."""
    given = {tree.id_of("scenario") for tree in trees}
    wanted = [name for name in names if not is_file(name) and name not in given]
    return [shipped_scenarios()[name] for name in wanted if name in shipped_scenarios()]


def choose_scenarios(
    names: Iterable[str], trees: Sequence[Tree], problems: ProblemSink, nearest: Nearest
) -> list[Loaded[ScenarioDocument]]:
    """The scenarios of these names, each once, by id; one that cannot be found is a problem.

    What is wrong inside a scenario is left to whoever reads all documents.
    """
    scenarios = [tree for tree in trees if kind_of(tree) == "scenario"]
    by_id = {name: tree for tree in scenarios if (name := tree.id_of("scenario")) is not None}
    by_file = {true_path(tree.folder / Path(tree.file).name): tree for tree in trees}
    chosen: dict[str, Loaded[ScenarioDocument]] = {}
    for name in names:
        tree = by_file.get(true_path(name)) if is_file(name) else by_id.get(name)
        if tree is None and is_file(name):
            continue  # it could not be read, and that has been said
        if tree is None:
            known = sorted(by_id.keys() | shipped_scenarios().keys())
            values = {"id": name, "known": ", ".join(known)}
            problems.add(Diagnostic(Code.UNKNOWN_SCENARIO, Place(name), values, nearest.word(name, known)))
        elif kind_of(tree) != "scenario":
            problems.add(Diagnostic(Code.UNKNOWN_SCENARIO, tree.place(()), {"id": name}))
        elif (loaded := read_document(tree, ProblemSink(), nearest)) is not None:
            chosen[str(tree.data["scenario"])] = cast(Loaded[ScenarioDocument], loaded)
    return [chosen[name] for name in sorted(chosen)]
