"""Names that must mean something: conditions, sources, roles, outcomes, tasks, defaults of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import ID_PATTERN, Document
from tnt.language.documents.capacity import CapacityDocument, CapacityRole
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.conditions import AgeShape, Condition, ConditionsDocument, SpreadTotal
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.declares import Declares
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.pack import PackDocument
from tnt.language.documents.population import PopulationDocument
from tnt.language.documents.staffing import FaceToFace, HoursDistribution
from tnt.language.values.counted import NumberOrCount
from tnt.language.values.roles import role_meant
from tnt.language.walk import numbers
from tnt.reading.checks.combined import check_combined, conditions_with_paths
from tnt.reading.checks.reserved import contacts_named
from tnt.reading.declared import Declared
from tnt.reading.documents import Loaded
from tnt.reading.in_words.condition_words import ConditionNames, says_several
from tnt.reading.names import KnownNames

_ID = re.compile(ID_PATTERN)
_LIKE_A_ROLE = 0.8
"""How like a known role a misspelt one is: a psychiatrist is much like a podiatrist, and neither is the other."""
_INSIDE_CASE = tuple(("given", part) for part in ("guideline", "conditions", "contacts"))


def check_references(loaded: Loaded[Document], known: Declared, populations: KnownNames) -> Iterator[Diagnostic]:
    """Every name in the document that nothing declares. `populations` are the reference populations there are."""
    document = loaded.document
    yield from _sources(loaded, known)
    for at, contacts in contacts_named(loaded):
        yield from _unknown(Code.UNKNOWN_BASELINE, [contacts], known.names("contacts"), loaded, *at)
    if isinstance(document, Declares):
        for name, group in document.moves_together.items():
            for key, code in (("source", Code.UNKNOWN_SOURCE), ("role", Code.UNKNOWN_ROLE)):
                meant = getattr(group, key)
                ids = [] if meant is None else [meant]
                yield from _unknown(code, ids, known.names(f"{key}s"), loaded, "moves_together", name, key)
    if isinstance(document, GuidelineDocument):
        for rec_id, recommendation in document.recommendations.items():
            yield from _recommendation(loaded, rec_id, recommendation, known)
        for path, number in numbers(document):
            if isinstance(number, NumberOrCount) and number.of is not None:
                yield from _unknown(Code.UNKNOWN_POPULATION, [number.of], populations, loaded, *path, "of")
    elif isinstance(document, ConditionsDocument):
        yield from _totals(loaded, document, KnownNames(document.shapes, known.nearest), populations)
        for cluster_id, cluster in document.clusters.items():
            conditions = known.names("conditions", "registers")
            for place, condition in enumerate(cluster.conditions):
                in_cluster = ("clusters", cluster_id, "conditions", place)
                yield from _unknown(Code.UNKNOWN_CONDITION, [condition], conditions, loaded, *in_cluster)
    elif isinstance(document, ListsDocument):
        yield from _unknown(Code.UNKNOWN_ROLE, document.staff, known.names("roles"), loaded, "staff", keys=True)
        named = [document.reference_population]
        yield from _unknown(Code.UNKNOWN_POPULATION, named, populations, loaded, "reference_population")
    elif isinstance(document, PackDocument):
        for key, kind in (("lists", "lists"), ("projection", "lists"), ("capacity", "capacity")):
            name = getattr(document, key)
            yield from _unknown(Code.UNKNOWN_DEFAULT, [name] if name else [], known.names(kind), loaded, key)
    elif isinstance(document, CaseDocument):
        yield from _unknown(
            Code.UNKNOWN_ROLE,
            document.given.list.posts,
            known.names("roles"),
            loaded,
            "given",
            "list",
            "posts",
            keys=True,
        )


def _sources(loaded: Loaded[Document], known: Declared) -> Iterator[Diagnostic]:
    document, ids = loaded.document, known.names("sources")
    for path, number in numbers(document):
        if isinstance(document, CaseDocument) and path[:2] in _INSIDE_CASE:
            continue  # looked at as documents of their own
        if number.source is not None:
            yield from _unknown(Code.UNKNOWN_SOURCE, [number.source], ids, loaded, *path, "source")
    if isinstance(document, ConditionsDocument):
        for section in ("conditions", "shapes"):
            entries: Mapping[str, Condition | AgeShape] = getattr(document, section)
            for name, entry in entries.items():
                if entry.source is not None:
                    yield from _unknown(Code.UNKNOWN_SOURCE, [entry.source], ids, loaded, section, name, "source")
    whole = ListsDocument | PopulationDocument | ContactsDocument | WeightsDocument
    if isinstance(document, whole) and document.source is not None:
        yield from _unknown(Code.UNKNOWN_SOURCE, [document.source], ids, loaded, "source")
    if isinstance(document, CapacityDocument):
        yield from _sources_of_roles(loaded, ids, document.roles, "roles")
    if isinstance(document, CaseDocument):
        yield from _sources_of_roles(loaded, ids, document.given.capacity, "given", "capacity")
    if isinstance(document, ListsDocument):
        for role, staff in document.staff.items():
            if staff.source is not None:
                yield from _unknown(Code.UNKNOWN_SOURCE, [staff.source], ids, loaded, "staff", role, "source")


def _totals(
    loaded: Loaded[Document], document: ConditionsDocument, shapes: KnownNames, populations: KnownNames
) -> Iterator[Diagnostic]:
    """Populations and shapes of totals that are spread."""
    for name, condition in document.conditions.items():
        total, at = condition.prevalence, ("conditions", name, "prevalence")
        if isinstance(total, SpreadTotal):
            yield from _unknown(Code.UNKNOWN_POPULATION, [total.of], populations, loaded, *at, "of")
            yield from _unknown(Code.UNKNOWN_SHAPE, [total.shape], shapes, loaded, *at, "shape")


def _sources_of_roles(
    loaded: Loaded[Document], ids: KnownNames, roles: Mapping[str, CapacityRole], *base: str
) -> Iterator[Diagnostic]:
    """Sources that cover several numbers of a role's working time."""
    for role, working in roles.items():
        for key in ("hours_distribution", "face_to_face"):
            part: HoursDistribution | FaceToFace | None = getattr(working, key)
            if part is not None and part.source is not None:
                yield from _unknown(Code.UNKNOWN_SOURCE, [part.source], ids, loaded, *base, role, key, "source")


def _recommendation(
    loaded: Loaded[Document], rec_id: str, rec: Recommendation, known: Declared
) -> Iterator[Diagnostic]:
    base, tasks = ("recommendations", rec_id), KnownNames(rec.tasks, known.nearest, are_all=bool(rec.tasks))
    asking = [(rec.asked_in, base), *((task.asked_in, (*base, "tasks", name)) for name, task in rec.tasks.items())]
    for source, part in asking:
        if source is not None:
            yield from _unknown(Code.UNKNOWN_SOURCE, [source], known.names("sources"), loaded, *part, "source")
    for name, path in conditions_with_paths(rec):
        conditions = known.names("conditions", "registers")
        yield from _unknown(
            Code.UNKNOWN_CONDITION,
            [name],
            conditions,
            loaded,
            *base,
            *path,
            names_of_conditions=known.condition_names,
        )
    yield from check_combined(loaded, rec_id, rec, known.names("conditions"), known.names("registers"))
    if rec.demand is not None:
        yield from _unknown(
            Code.UNKNOWN_BASELINE, [rec.demand.baseline], known.names("contacts"), loaded, *base, "demand", "baseline"
        )
    for task_id, task in rec.tasks.items():
        at = (*base, "tasks", task_id)
        if task.role is not None:
            yield from _unknown(Code.UNKNOWN_ROLE, [task.role], known.names("roles"), loaded, *at, "role")
        for key, by_role in (("roles", task.roles), ("may_move", task.may_move)):
            yield from _unknown(Code.UNKNOWN_ROLE, by_role or (), known.names("roles"), loaded, *at, key, keys=True)
        for key, role, own in task.supervisable:
            if own.supervision is not None:
                named, path = [own.supervision.role], (*at, key, role, "supervision", "role")
                yield from _unknown(Code.UNKNOWN_ROLE, named, known.names("roles"), loaded, *path)
        if task.after is not None:
            yield from _unknown(Code.UNKNOWN_TASK, [task.after], tasks, loaded, *at, "after")
        if task.observed is not None and task.observed.source is not None:
            named = [task.observed.source]
            yield from _unknown(Code.UNKNOWN_SOURCE, named, known.names("sources"), loaded, *at, "observed", "source")
    if rec.benefit is not None:
        yield from _unknown(
            Code.UNKNOWN_OUTCOME, [rec.benefit.outcome], known.names("outcomes"), loaded, *base, "benefit", "outcome"
        )
        if rec.benefit.applies_to is not None:
            yield from _unknown(
                Code.UNKNOWN_TASK, [rec.benefit.applies_to], tasks, loaded, *base, "benefit", "applies_to"
            )


def _unknown(
    code: Code,
    names: Iterable[str | None],
    known: KnownNames,
    loaded: Loaded[Document],
    *path: str | int,
    keys: bool = False,
    names_of_conditions: ConditionNames | None = None,
) -> Iterator[Diagnostic]:
    """What is no id, and was told to be none, is not looked up."""
    for name in names:
        if name is not None and name not in known and _ID.fullmatch(name):
            place: Place = loaded.place(*path, name, key=True) if keys else loaded.place(*path)
            is_role = code is Code.UNKNOWN_ROLE
            meant = role_meant(name) if is_role else None
            written = (loaded.word(*path, name, key=True) if keys else loaded.word(*path)) or name
            if names_of_conditions is not None and says_several(written):  # one of them alone is not what was meant
                near = names_of_conditions.combined(written)
            elif meant is not None and meant in known:
                near = meant
            else:
                near = known.near(name, _LIKE_A_ROLE) if is_role else known.near(name)
            yield Diagnostic(code, place, {"id": written, "known": known.some}, near)
