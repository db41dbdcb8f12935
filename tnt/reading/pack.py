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
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink, Severity, ValueProblem
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Document, Text, day
from tnt.language.documents.combined import Cluster
from tnt.language.documents.conditions import Condition, ConditionsDocument
from tnt.language.documents.declares import KNOWN_ROLES, Declares, Role, Source
from tnt.language.documents.scenario import ScenarioDocument
from tnt.language.kinds import KINDS
from tnt.reading.checks.combined import check_clusters
from tnt.reading.checks.contacts import check_contacts
from tnt.reading.checks.demand import check_baselines
from tnt.reading.checks.fit.choices import check_choices
from tnt.reading.checks.many_rules import check_many
from tnt.reading.checks.moves_together import check_groups
from tnt.reading.checks.observed.between import check_observations
from tnt.reading.checks.reserved import check_contacts_of_reserves
from tnt.reading.checks.undeclared import told_once
from tnt.reading.declared import declared
from tnt.reading.documents import Loaded, kind_of
from tnt.reading.files import expand, is_file, read_bytes
from tnt.reading.folders import is_folder
from tnt.reading.found.find import Entry, Found, find
from tnt.reading.in_words.condition_words import ConditionNames
from tnt.reading.in_words.role_words import own_roles
from tnt.reading.one_file.read import check_file, inside_case, read_file, with_counts
from tnt.reading.overlay.choice import choose_scenarios, not_among
from tnt.reading.overlay.dated import versions
from tnt.reading.overlay.paths import Paths
from tnt.reading.overlay.scenarios import overlay
from tnt.reading.plugin_packs import located
from tnt.reading.reading_budget import ReadingBudget
from tnt.reading.reference_populations import ReferencePopulations
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import label
from tnt.reading.yaml.problems import without_colons_mended
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
    found: Sequence[Entry] = ()
    """What the files name that tnt ships, each with the file that declares it as it is used."""

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
    def clusters(self) -> dict[str, tuple[Loaded[ConditionsDocument], Cluster]]:
        """Cluster -> its file and entry, by id."""
        return {
            name: (file, entry)
            for file in self.of(ConditionsDocument)
            for name, entry in sorted(file.document.clusters.items())
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

    def read_shipped(file: Path) -> Tree | None:
        return _read(file, amount, problems, texts, reuse)

    trees += [tree for file in not_among(names, trees) if (tree := read_shipped(file)) is not None]
    own = own_roles(trees)
    trees = [reuse.with_roles_read(tree, own, problems) for tree in trees]
    condition_names = ConditionNames(trees)
    trees = reuse.with_outcomes_read([reuse.with_conditions_read(tree, condition_names) for tree in trees])
    all_read, shipped = all(map(_is_read_all_the_same, problems)), Found()
    trees += find(trees, shipped, read_shipped, reuse) if all_read else []
    by_date = [_versions(tree, as_of, amount, problems) for tree in trees]
    chosen = choose_scenarios(names, trees, problems, reuse.nearest)
    before = [now for now, *_ in by_date]
    overlaid = overlay(before, chosen, Paths(before, reuse.nearest), problems)
    for index, tree in enumerate(overlaid.trees):
        if tree is not by_date[index][0]:  # values that a scenario put there may have dates too
            by_date[index] = [*_versions(tree, as_of, amount, problems), *by_date[index][1:]]
    named_by_a_scenario = find([tree for tree, *_ in by_date], shipped, read_shipped, reuse) if chosen else []
    by_date += [_versions(tree, as_of, amount, problems) for tree in named_by_a_scenario]
    files_read = [[read_file(tree, reuse) for tree in periods] for periods in by_date]
    now = [first for first, *_ in files_read]
    is_sound = not any(file.problems.has_errors for file in chain.from_iterable(files_read))
    is_whole = all_read and all(file.document or file.partly for file in now)
    known = declared([file.tree for file in now], reuse.nearest, is_whole=is_whole, is_sound=is_sound)
    problems.extend(known.duplicates())
    populations = ReferencePopulations([file.tree for file in now], reuse, are_all=known.has_all("population"))
    files_read = [[with_counts(file, populations) for file in periods] for periods in files_read]
    now = [first for first, *_ in files_read]
    in_files: list[Diagnostic] = []
    for periods in files_read:
        found = ProblemSink()
        for file in periods:
            here = [*file.problems, *check_file(file, known, populations, reuse.nearest)]
            found.extend(found.new_among(map(overlaid.placed, here)))
        in_files += sorted(found, key=lambda one: _in_file(one.place, periods[0].tree.file))
    problems.extend(told_once(in_files, {file.tree.file: file.tree for file in now}))
    documents = [file.document for file in now if file.document is not None]
    other_periods = [file.document for _, *others in files_read for file in others if file.document is not None]
    cases = [inside_case(loaded) for loaded in documents]
    for together in (documents, *cases):
        problems.extend(check_baselines(together))
        problems.extend(check_contacts(together))
        problems.extend(check_clusters(together))
        problems.extend(check_observations(together))
        problems.extend(check_choices(together))
    problems.extend(check_contacts_of_reserves(documents))
    problems.extend(check_many([*documents, *chain.from_iterable(cases)]))
    if known.is_whole and not known.unread:  # else numbers that are meant may be among those that could not be read
        partly = [loaded for file in now if (loaded := file.document or file.partly) is not None]
        problems.extend(check_groups(partly, reuse.nearest))
    used, entries = [_used(scenario) for scenario in chosen], tuple(shipped.entries.values())
    read = [file.tree for file in now]
    problems = ProblemSink(without_colons_mended(problems))
    return Pack(read, documents, problems, texts, other_periods, used, overlaid.changes, folders, entries)


def _in_file(place: Place, file: str) -> tuple[object, ...]:
    """The order in which a file's problems are told: by line, then those in other files that belong to it."""
    span = place.span
    return place.file != file, place.file, (0, 0) if span is None else (span.line, span.column)


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
        reuse = Reuse(nearest=nearest)
        shipped = find(overlaid.trees, Found(), lambda file: _read(file, amount, problems, {}, reuse), reuse)  # noqa: B023
        known = declared([*overlaid.trees, *shipped], nearest)
        populations = ReferencePopulations(overlaid.trees, reuse, are_all=known.has_all("population"))
        for tree in changed:
            file = with_counts(read_file(tree, reuse), populations)
            problems.extend(
                map(overlaid.placed, [*file.problems, *check_file(file, known, populations, reuse.nearest)])
            )
    return pack.problems.new_among(told_once(problems, {tree.file: tree for tree in pack.trees}))


def _is_read_all_the_same(problem: Diagnostic) -> bool:
    """Whether a file with this problem has been read in full: a text with a colon in it, say."""
    told_with_a_mend = problem.code is Code.YAML_SYNTAX and problem.suggestion is not None
    return told_with_a_mend or problem.severity is not Severity.ERROR


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


def _read(file: Path, amount: ReadingBudget, problems: ProblemSink, texts: dict[str, str], reuse: Reuse) -> Tree | None:
    raw = read_bytes(file, problems)
    if raw is None or not amount.allows(label(file), min(len(raw), limits.YAML_FILE_BYTES)):
        return None
    texts[label(file)] = raw.decode("utf-8-sig", "replace")
    return reuse.tree(file, raw, problems)
