"""A pack: the documents of the files given together, and what they declare for each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeVar

from tnt import limits
from tnt.diagnostics import Diagnostic, ProblemSink, ValueProblem
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Document, Text, day
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.conditions import Condition, ConditionsDocument
from tnt.language.documents.declares import KNOWN_ROLES, Declares, Role, Source
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.scenario import ScenarioDocument
from tnt.language.kinds import KINDS
from tnt.reading.checks.demand import check_baselines, shipped_baselines
from tnt.reading.checks.many_rules import check_many
from tnt.reading.checks.meaning import check_meaning
from tnt.reading.checks.moves_together import check_groups
from tnt.reading.checks.references import check_references
from tnt.reading.checks.strategies import check_strategies
from tnt.reading.declared import Declared, declared, declared_in_case
from tnt.reading.documents import Loaded, kind_of
from tnt.reading.files import expand, is_file, read_bytes
from tnt.reading.folders import is_folder
from tnt.reading.names import KnownNames
from tnt.reading.overlay.choice import choose_scenarios, not_among
from tnt.reading.overlay.dated import versions
from tnt.reading.overlay.paths import Paths
from tnt.reading.overlay.scenarios import overlay
from tnt.reading.plugin_packs import located
from tnt.reading.reading_budget import ReadingBudget
from tnt.reading.reuse import Reuse
from tnt.reading.role_words import own_roles
from tnt.reading.shipped import find_shipped, label
from tnt.reading.yaml.tree import AppliedChange, ChosenScenario, Tree

D = TypeVar("D", bound=Document)


@dataclass(frozen=True)
class Pack:
    """What was read from a set of files, and every problem met on the way."""

    trees: Sequence[Tree]
    documents: Sequence[Loaded[Document]]
    """Values with dates as on the date asked for, scenarios laid over them."""
    problems: ProblemSink
    texts: Mapping[str, str]
    """The text of every file that is text, those that could not be read as YAML too: for showing the lines."""
    other_periods: Sequence[Loaded[Document]] = ()
    """Documents with dates as they are in the other periods in which some value differs, without scenarios."""
    scenarios: Sequence[ChosenScenario] = ()
    """The scenarios laid over the files, by id."""
    changes: Sequence[AppliedChange] = ()
    """What they changed, by scenario and path."""
    folders: Sequence[Path] = ()
    """The folders that were given, and those of the files that were: what stands in none of them is outside."""

    def of(self, kind: type[D]) -> list[Loaded[D]]:
        """The documents of one kind, in the order of their files."""
        return [loaded for loaded in self.documents if isinstance(loaded.document, kind)]  # type: ignore[misc]

    @property
    def conditions(self) -> dict[str, tuple[Loaded[ConditionsDocument], Condition]]:
        """Condition -> its file and entry."""
        return {
            name: (file, entry)
            for file in self.of(ConditionsDocument)
            for name, entry in file.document.conditions.items()
        }

    @property
    def sources(self) -> dict[str, Source]:
        """Source id -> entry."""
        return {name: entry for file in self._declaring() for name, entry in file.sources.items()}

    @property
    def outcomes(self) -> dict[str, Text]:
        """Outcome id -> its text."""
        return {name: entry for file in self._declaring() for name, entry in file.outcomes.items()}

    @property
    def roles(self) -> dict[str, Role]:
        """Role id -> entry; the known roles first, replaced by what a file says of them."""
        roles = {name: Role(isco=isco) for name, isco in KNOWN_ROLES.items()}
        for file in self._declaring():
            roles |= {name: entry for name, entry in file.roles.items() if entry.title is not None or name not in roles}
        return roles

    def _declaring(self) -> list[Declares]:
        return [loaded.document for loaded in self.documents if isinstance(loaded.document, Declares)]


def read_pack(
    paths: Iterable[str | Path],
    *,
    as_of: date | None = None,
    scenarios: Iterable[str | Path] = (),
    reuse: Reuse | None = None,
) -> Pack:
    """Read all files, check each and all together; problems are in the pack, whatever could be read is there too.

    Values with dates are as on `as_of`; a value that has none on that day is a problem. Without it they are as today
    or, where they have no value today, as on the nearest day. `scenarios`, files or ids, are laid over the rest. What
    `reuse` holds already is not read again.
    """
    reuse = Reuse() if reuse is None else reuse
    names = sorted({str(name) for name in scenarios})
    given = [located(path) for path in (*paths, *filter(is_file, names))]
    problems = ProblemSink()
    files = expand(given, problems)
    folders = [path if is_folder(path) else path.parent for path in given]
    amount = ReadingBudget(problems)
    texts: dict[str, str] = {}
    trees = [tree for file in files if (tree := _read(file, amount, problems, texts, reuse)) is not None]
    shipped = [*not_among(names, trees), *shipped_baselines(trees)]
    trees += [tree for file in shipped if (tree := _read(file, amount, problems, texts, reuse)) is not None]
    own = own_roles(trees)
    trees = [reuse.with_roles_read(tree, own, problems) for tree in trees]
    by_date = [_versions(tree, as_of, amount, problems) for tree in trees]
    chosen = choose_scenarios(names, trees, problems, reuse.nearest)
    before = [now for now, *_ in by_date]
    overlaid = overlay(before, chosen, Paths(before, reuse.nearest), problems)
    for index, tree in enumerate(overlaid.trees):
        if tree is not by_date[index][0]:  # values that a scenario put there may have dates too
            by_date[index] = [*_versions(tree, as_of, amount, problems), *by_date[index][1:]]
    for file in shipped_baselines([tree for tree, *_ in by_date]):  # named by what a scenario put in
        tree = _read(file, amount, problems, texts, reuse)
        by_date += [] if tree is None else [_versions(tree, as_of, amount, problems)]
    now = [tree for tree, *_ in by_date]
    known = declared(now, reuse.nearest)
    problems.extend(known.duplicates())
    populations = _populations(known, now)
    documents, other_periods = [], []
    for tree, *others in by_date:
        found = ProblemSink()
        loaded = _checked(tree, known, populations, reuse, found)
        found_in_file = ProblemSink(map(overlaid.placed, found))
        documents += [loaded] if loaded is not None else []
        for other in others:
            found = ProblemSink()
            version = _checked(other, known, populations, reuse, found)
            other_periods += [version] if version is not None else []
            found_in_file.extend(found_in_file.new_among(found))
        problems.extend(found_in_file)
    cases = [inside_case(loaded) for loaded in documents]
    for together in (documents, *cases):
        problems.extend(check_baselines(together))
    problems.extend(check_many([*documents, *chain.from_iterable(cases)]))
    problems.extend(check_strategies(documents, reuse.nearest))
    if len(documents) == len(now):  # else numbers that are meant may be among those that could not be read
        problems.extend(check_groups(documents, reuse.nearest))
    used = [_used(scenario) for scenario in chosen]
    return Pack(now, documents, problems, texts, other_periods, used, overlaid.changes, folders)


def scenario_problems(pack: Pack) -> list[Diagnostic]:
    """What would be wrong with each scenario of the pack if it were laid, alone, over the files it is about.

    Only scenarios whose files are all in the pack are tried.
    """
    problems = ProblemSink()
    nearest = Nearest()
    paths, amount = Paths(pack.trees, nearest), ReadingBudget(problems)
    for scenario in pack.of(ScenarioDocument):
        if not all(paths.begin_with(path.partition("/")[0]) for path in scenario.document.paths):
            continue
        overlaid = overlay(pack.trees, [scenario], paths, problems)
        changed = [tree for tree, before in zip(overlaid.trees, pack.trees, strict=True) if tree is not before]
        if not amount.allows(scenario.tree.file, sum(len(tree.text) for tree in changed)):
            break
        known = declared(overlaid.trees, nearest)
        populations = _populations(known, overlaid.trees)
        for tree in changed:
            found = ProblemSink()
            _checked(tree, known, populations, Reuse(nearest=nearest), found)
            problems.extend(map(overlaid.placed, found))
    return pack.problems.new_among(problems)


def _used(scenario: Loaded[ScenarioDocument]) -> ChosenScenario:
    document = scenario.document
    return ChosenScenario(document.scenario, document.title or document.scenario, document.note, scenario.tree.file)


def _versions(tree: Tree, as_of: date | None, amount: ReadingBudget, problems: ProblemSink) -> list[Tree]:
    """The tree as of a date, then as in every other period, as far as the amount allows."""
    kind = kind_of(tree)
    if kind is None or kind == "scenario":
        return [tree]
    if kind == "case" and "as_of" in tree.data:
        with suppress(ValueProblem):  # reported with the document
            as_of = day(tree.data["as_of"])
    return versions(tree, KINDS[kind], as_of, amount.allows, problems)


def _checked(
    tree: Tree, known: Declared, populations: KnownNames, reuse: Reuse, problems: ProblemSink
) -> Loaded[Document] | None:
    loaded = reuse.document(tree, problems)
    for part in () if loaded is None else (loaded, *inside_case(loaded)):
        names = declared_in_case(tree, reuse.nearest) if kind_of(tree) == "case" else known
        problems.extend(check_references(part, names, populations))
        problems.extend(check_meaning(part))
    return loaded


def inside_case(loaded: Loaded[Document]) -> list[Loaded[Document]]:
    """The documents written inside a case."""
    if not isinstance(loaded.document, CaseDocument):
        return []
    given = loaded.document.given
    parts: list[tuple[str, Document | None]] = [
        ("guideline", given.guideline),
        ("conditions", given.conditions),
        ("contacts", given.contacts),
    ]
    return [Loaded(loaded.tree, part, ("given", name)) for name, part in parts if part is not None]


def _read(file: Path, amount: ReadingBudget, problems: ProblemSink, texts: dict[str, str], reuse: Reuse) -> Tree | None:
    raw = read_bytes(file, problems)
    if raw is None or not amount.allows(label(file), min(len(raw), limits.YAML_FILE_BYTES)):
        return None
    texts[label(file)] = raw.decode("utf-8-sig", "replace")
    return reuse.tree(file, raw, problems)


def _populations(known: Declared, trees: Sequence[Tree]) -> KnownNames:
    """Reference populations there are: those of the files, and the shipped ones that they name."""
    shipped = {name for name in _referred(trees) if find_shipped("population", name)}
    return KnownNames({*known.ids("population"), *shipped}, known.nearest)


def _referred(trees: Iterable[Tree]) -> set[str]:
    """Reference populations that lists files of these trees rest on."""
    named = {tree.id_of("reference_population") or "" for tree in trees if "lists" in tree.data}
    return named | {_default_population()} if named else named


def _default_population() -> str:
    return str(ListsDocument.model_fields["reference_population"].default)
