"""A case -> inputs of an estimate, from nothing but what stands in the case and the shipped reference population."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import numpy as np

from tnt.compile.capacity import Capacity, compile_roles
from tnt.compile.counts import counts
from tnt.compile.inputs import Inputs, reference_population
from tnt.compile.observed.derived import with_observed
from tnt.compile.origins import records
from tnt.compile.people import cells
from tnt.compile.rules import compile_rules
from tnt.compile.working_time.overhead import overheads_of
from tnt.diagnostics import Code, Diagnostic, ProblemSink
from tnt.engine.capacity.verdict import OverloadThresholds
from tnt.engine.hours.fold import fold
from tnt.language.documents.case import CaseDocument, CaseList
from tnt.language.documents.declares import KNOWN_ROLES, Role, Source
from tnt.language.documents.lists import ListsDocument
from tnt.language.values.ages import ALL_AGES
from tnt.reading.documents import Loaded
from tnt.reading.one_file.read import inside_case
from tnt.reading.pack import Pack
from tnt.reading.reuse import Reuse
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.list_table import ListTable


def compile_case(loaded: Loaded[CaseDocument]) -> Inputs:
    """The inputs of a case; its one list is called by the case's name. Raises Problems."""
    given = loaded.document.given
    guideline = Loaded(loaded.tree, given.guideline, ("given", "guideline"))
    ProblemSink(_overlapping_bands(loaded)).raise_errors({loaded.tree.file: loaded.tree.text})
    default = str(ListsDocument.model_fields["reference_population"].default)
    population, reference, files = reference_population(Pack((), (), ProblemSink(), {}), default, Reuse())
    conditions = {} if given.conditions is None else given.conditions.conditions
    clusters = {} if given.conditions is None else given.conditions.clusters
    contacts = {} if given.contacts is None else {given.contacts.contacts: given.contacts}
    overheads = overheads_of("case", given.capacity)
    compiled = compile_rules([guideline], conditions, contacts, clusters=clusters, overheads=overheads)
    rules = with_observed(compiled, reference)
    table = _table(loaded.document.case, given.list)
    list_counts = counts(table, reference, rules.conditions, loaded.place("given", "list", "people"))
    sources = _sources(loaded)
    roles = compile_roles(loaded, ("given", "capacity"), given.capacity, table, list_counts, sources, contacts)
    return Inputs(
        as_of=loaded.document.as_of or date.today(),
        files=tuple(files),
        population=population,
        reference=reference,
        pack_title=None,
        pack_notice=None,
        rules=rules,
        table=table,
        lists_id="case",
        lists_title=loaded.document.case,
        people=list_counts.people_per_list,
        counts=list_counts,
        folded=fold(rules.measures, list_counts),
        capacities=(Capacity("case", loaded.document.case, None, OverloadThresholds(), roles, given.covers_all_work),)
        if roles
        else (),
        conditions=conditions,
        roles={name: Role(isco=isco) for name, isco in KNOWN_ROLES.items()}
        | dict(given.guideline.roles)
        | dict(given.capacity),
        outcomes=given.guideline.outcomes,
        numbers=tuple(records([guideline], sources, rules.conditions, rules.clusters)),
        notices=(),
        documents=tuple(inside_case(loaded)),
    )


def _sources(loaded: Loaded[CaseDocument]) -> dict[str, Source]:
    parts = [part.document for part in inside_case(loaded)]
    return {name: source for part in parts for name, source in getattr(part, "sources", {}).items()}


def _table(name: str, given: CaseList) -> ListTable:
    strata = tuple(Stratum(sex, ages) for sex, bands in given.people.items() for ages in bands)
    people = [number for bands in given.people.values() for number in bands.values()]
    return ListTable(
        ids=np.array(["case"], dtype=object),
        names=np.array([name], dtype=object),
        areas=None,
        strata=strata,
        people=np.array([people], dtype=np.float64),
        ages_known=any(stratum.ages != ALL_AGES for stratum in strata),
        ages_imputed=False,
        registers={condition: np.array([register.expected]) for condition, register in given.registers.items()},
        posts={role: np.array([posts.expected]) for role, posts in given.posts.items()},
        posts_imputed={},
        table="",
        sha256="",
        rows=1,
    )


def _overlapping_bands(loaded: Loaded[CaseDocument]) -> Iterator[Diagnostic]:
    people = loaded.document.given.list.people
    bands = [(sex, ages) for sex, by_age in people.items() for ages in by_age]
    for (sex, ages), (other_sex, other_ages) in combinations(bands, 2):
        if (cells(sex, ages) & cells(other_sex, other_ages)).any():
            place = loaded.place("given", "list", "people", other_sex, str(other_ages), key=True)
            first = loaded.place("given", "list", "people", sex, str(ages), key=True)
            values = {"columns": f"{sex} {ages}, {other_sex} {other_ages}"}
            yield Diagnostic(Code.BANDS_OVERLAP, place, values, related=(first,))
