"""Files -> everything an estimate needs, compiled and checked: what `tnt.load` returns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from tnt.arrays import Floats
from tnt.compile.capacity import Capacity, compile_roles, thresholds, visits_that_differ
from tnt.compile.choose import Choice, ChosenFiles, choose
from tnt.compile.counts import counts
from tnt.compile.lists.used import used_table
from tnt.compile.notice import InputFile, Notice
from tnt.compile.notices import notices
from tnt.compile.observed.derived import with_observed
from tnt.compile.origins import NumberRecord, records
from tnt.compile.rules import Rules, compile_rules
from tnt.compile.shared.activities import shared_work
from tnt.compile.shared.asked_work import SharedWork
from tnt.compile.shared.visits import VisitWork, activities_in_visits, too_many_conditions, visit_work
from tnt.compile.working_time.contacts_used import contacts_used
from tnt.compile.working_time.overhead import overheads_of, overheads_that_differ
from tnt.compile.working_time.reserved import Contacts
from tnt.diagnostics import Code, Place, Problems, ProblemSink, problem
from tnt.engine.hours.fold import Folded, fold
from tnt.engine.hours.least_registers import with_least_registers
from tnt.engine.overlap.visits import ActivitiesInVisits
from tnt.engine.people.counts import ListCounts
from tnt.language.base import Document, Text
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.conditions import Condition, ConditionsDocument
from tnt.language.documents.declares import Role
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.pack import PackDocument
from tnt.reading.checks.moves_together import groups, titles
from tnt.reading.documents import Loaded
from tnt.reading.pack import Pack, read_pack
from tnt.reading.pack_documents import baselines, guidelines, populations, populations_counted, title_and_notice
from tnt.reading.reuse import Reuse, no_search_for_garbage
from tnt.reading.shipped import find_shipped, label
from tnt.reading.tables.files.file import sha256_of, shown_path
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.population import read_population
from tnt.reading.yaml.tree import AppliedChange, ChosenScenario


@dataclass(frozen=True, repr=False)
class Inputs:
    """Compiled inputs. Arrays are the engine's; the documents stay at hand for titles and origins."""

    as_of: date
    files: tuple[InputFile, ...]
    population: Text
    """Title of the reference population."""
    reference: Floats
    """[2, ages] its people by sex and age."""
    pack_title: Text | None
    pack_notice: Text | None
    rules: Rules
    table: ListTable
    lists_id: str
    lists_title: Text
    people: Floats
    """[L] people of each list."""
    counts: ListCounts
    folded: Folded
    capacities: tuple[Capacity, ...]
    """The working times the hours are held against, the one that decides verdicts first."""
    conditions: Mapping[str, Condition]
    roles: Mapping[str, Role]
    outcomes: Mapping[str, Text]
    numbers: tuple[NumberRecord, ...]
    notices: tuple[Notice, ...]
    documents: tuple[Loaded[Document], ...] = ()
    """The documents that are used: guidelines, conditions, contacts, lists and capacities."""
    together: Mapping[str, str] = field(default_factory=dict)
    """Address of a number -> the group it moves together with."""
    groups: Mapping[str, Text] = field(default_factory=dict)
    """Group -> what its numbers have in common."""
    scenarios: tuple[ChosenScenario, ...] = ()
    """The scenarios laid over the files, by id."""
    changes: tuple[AppliedChange, ...] = ()
    """What they changed, by scenario and path."""
    reuse: Reuse = field(default_factory=Reuse, repr=False)
    """Files read, to hand on to a next load."""

    def __repr__(self) -> str:
        counted = f"{len(self.rules.rules)} recommendations, {len(self.people)} lists ({self.lists_id})"
        return f"<Inputs as of {self.as_of}: {counted}, {len(self.files)} files>"

    @property
    def capacity(self) -> Capacity | None:
        """The working time that decides verdicts."""
        return next(iter(self.capacities), None)

    @cached_property
    def shared(self) -> SharedWork | None:
        """Work that several tasks ask for; None where there is none."""
        return shared_work(self.rules, self.counts, self.folded)

    @cached_property
    def visits(self) -> VisitWork | None:
        """Work that may fall in one visit; None where there is none."""
        return visit_work(self.rules, self.counts, self.folded, self.capacity)

    @cached_property
    def activities_in_visits(self) -> ActivitiesInVisits | None:
        """How the one stands to the other; None where there is not both."""
        if self.shared is None or self.visits is None:
            return None
        return activities_in_visits(self.shared, self.visits)


def load(
    *paths: str | Path,
    lists: Choice = None,
    only: Sequence[str] = (),
    capacity: Choice | Sequence[Choice] = None,
    scenarios: Sequence[str | Path] = (),
    as_of: date | None = None,
    reuse: Reuse | None = None,
) -> Inputs:
    """Read, check and compile guidelines with lists and a capacity.

    `paths` are files and folders that together form one pack; none means the shipped default pack. `lists` and
    `capacity` choose one by file or by id; lists may also be said in words, `1200 people`, and `only` picks some by id
    or by name. Of several capacities the first decides verdicts, and all stand side by side. `scenarios` are any
    number, laid over the rest in whatever order.
    `as_of` (default today) is the date the estimate is for, and picks among values with dates. With the `reuse` of
    earlier inputs, files that still hold the same bytes are not read again. Raises `tnt.Problems` with every error of
    every file, each with its place.
    """
    as_of = as_of or date.today()
    reuse = Reuse() if reuse is None else reuse
    with no_search_for_garbage():
        return load_with_files(paths, lists, only, capacity, scenarios, as_of, reuse)[1]


def load_with_files(
    paths: tuple[str | Path, ...],
    lists: Choice,
    only: Sequence[str],
    capacity: Choice | Sequence[Choice],
    scenarios: Sequence[str | Path],
    as_of: date,
    reuse: Reuse,
) -> tuple[ChosenFiles, Inputs]:
    """The files that `load` chooses, for those who compile them in another way too, and what it returns."""
    chosen = choose(paths, lists, capacity, as_of=as_of, scenarios=scenarios, reuse=reuse)
    if not guidelines(chosen.pack):
        raise nothing_to_estimate(paths)
    return chosen, compiled(chosen, used_table(chosen, only, reuse), as_of, reuse=reuse)


def nothing_to_estimate(paths: tuple[str | Path, ...]) -> Problems:
    """The problem of files that hold no guideline."""
    return problem(Code.NOTHING_TO_ESTIMATE, Place(str(paths[0]) if paths else "tnt"))


def compiled(
    chosen: ChosenFiles,
    table: ListTable,
    as_of: date,
    in_force: Sequence[Loaded[GuidelineDocument]] | None = None,
    reuse: Reuse | None = None,
) -> Inputs:
    """What is chosen, compiled for the people of a table. `in_force` are its guidelines as they are in some year."""
    reuse = Reuse() if reuse is None else reuse
    files = guidelines(chosen.pack)
    document = chosen.lists.document
    population, reference, population_files = reference_population(chosen.pack, document.reference_population, reuse)
    place = chosen.lists.place("people")
    entries = {name: entry for name, (_, entry) in chosen.pack.conditions.items()}
    contacts = baselines(chosen.pack)
    tables = {name: file.document for name, file in contacts.items()}
    clusters = {name: entry for name, (_, entry) in chosen.pack.clusters.items()}
    deciding = next((file.document for file in chosen.capacities), None)
    overheads = {} if deciding is None else overheads_of(deciding.capacity, deciding.roles)
    compiled = compile_rules(in_force or files, entries, tables, clusters=clusters, overheads=overheads)
    rules = with_observed(compiled, reference)
    shown = counts(table, reference, rules.conditions, place)
    list_counts = with_least_registers(shown, rules.measures, rules.sharing)
    working_times = tuple(_capacity(file, chosen.pack, table, list_counts, tables) for file in chosen.capacities)
    wrong = list(visits_that_differ(chosen.capacities, working_times, rules.roles))
    wrong += overheads_that_differ(chosen.capacities, list(rules.roles))
    if working_times:
        wrong += too_many_conditions(chosen.capacities[0], rules, working_times[0])
    ProblemSink(wrong).raise_errors(chosen.pack.texts)
    used: list[Loaded[Document]] = [*files, *_conditions_used(chosen.pack, rules), chosen.lists]
    used += [contacts[name] for name in contacts_used(rules, working_times)]
    used += chosen.capacities
    numbers = tuple(records(used, chosen.pack.sources, rules.conditions, rules.clusters))
    title, notice = title_and_notice(chosen.pack)
    return Inputs(
        as_of=as_of,
        population=population,
        reference=reference,
        files=_input_files(chosen.pack, table, [*population_files, *counted_files(chosen.pack, reuse)]),
        pack_title=title,
        pack_notice=notice,
        rules=rules,
        table=table,
        lists_id=chosen.lists_id,
        lists_title=chosen.lists_title(table),
        people=list_counts.people_per_list,
        counts=list_counts,
        folded=fold(rules.measures, list_counts),
        capacities=working_times,
        conditions=entries,
        roles=chosen.pack.roles,
        outcomes=chosen.pack.outcomes,
        numbers=numbers,
        notices=tuple(notices(chosen, rules, table, list_counts, working_times, population, numbers)),
        documents=tuple(used),
        together=groups(chosen.pack.documents),
        groups=titles(chosen.pack.documents),
        scenarios=tuple(chosen.pack.scenarios),
        changes=tuple(chosen.pack.changes),
        reuse=reuse,
    )


def reference_population(pack: Pack, name: str, reuse: Reuse) -> tuple[Text, Floats, list[InputFile]]:
    """Title, people [2, ages] and files of a reference population: the pack's, else the shipped one of that id."""
    chosen = populations(pack).get(name)
    files = []
    if chosen is None:
        path = find_shipped("population", name)
        assert path is not None  # reading.checks.references has reported an unknown one
        shipped = read_pack([path], reuse=reuse)
        chosen = populations(shipped)[name]
        files = [InputFile(tree.file, tree.sha256) for tree in shipped.trees]
    document, tree, at = chosen.document, chosen.tree, chosen.at
    people = reuse.table(chosen, lambda: read_population(document, tree.folder, at))
    table = tree.folder / document.table
    files.append(InputFile(label(Path(shown_path(tree.folder, document.table))), sha256_of(table)))
    return document.title or name, people, files


def counted_files(pack: Pack, reuse: Reuse) -> list[InputFile]:
    """Files of the reference populations in which something was counted."""
    return [file for name in populations_counted(pack) for file in reference_population(pack, name, reuse)[2]]


def _capacity(
    file: Loaded[CapacityDocument], pack: Pack, table: ListTable, list_counts: ListCounts, contacts: Contacts
) -> Capacity:
    document = file.document
    packs = [each.document.covers_all_work for each in pack.of(PackDocument)]
    return Capacity(
        document.capacity,
        document.title or document.capacity,
        document.note,
        thresholds(document.thresholds),
        compile_roles(file, ("roles",), document.roles, table, list_counts, pack.sources, contacts),
        document.covers_all_work or (bool(packs) and all(packs)),
        None if document.between_lists is None else document.between_lists.expected,
    )


def _conditions_used(pack: Pack, rules: Rules) -> list[Loaded[ConditionsDocument]]:
    """Files of conditions that recommendations name, or of clusters of these, in the order of the pack."""
    of_conditions = [file for name, (file, _) in pack.conditions.items() if name in rules.conditions]
    of_clusters = [file for name, (file, _) in pack.clusters.items() if name in rules.clusters]
    used = {id(file.tree) for file in (*of_conditions, *of_clusters)}
    return [file for file in pack.of(ConditionsDocument) if id(file.tree) in used]


def _input_files(pack: Pack, table: ListTable, more: list[InputFile]) -> tuple[InputFile, ...]:
    files = [InputFile(tree.file, tree.sha256) for tree in pack.trees]
    tables = [InputFile(label(Path(path)), sha256) for path, sha256 in table.files.items()]
    everything = {file.path: file for file in [*files, *tables, *more]}
    return tuple(everything[path] for path in sorted(everything))
