"""Working time by role -> the engine's hours per post and list. METHOD.md, "Time there is"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tnt import limits
from tnt.arrays import Floats
from tnt.compile.working_time.reserved import Contacts, people_times, reserved_rows
from tnt.compile.working_time.staffing import RoleStaffing, role_staffing
from tnt.diagnostics import Code, Diagnostic, Place, problem
from tnt.engine.capacity.verdict import OverloadThresholds, RoleTime
from tnt.engine.people.counts import ListCounts
from tnt.language.base import Document, Text
from tnt.language.documents.capacity import CapacityDocument, CapacityRole, Reserved, Thresholds
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.declares import Source
from tnt.language.documents.guideline import Kind
from tnt.language.values.number import Number
from tnt.language.values.working_time import WorkingTime
from tnt.language.walk import numbers
from tnt.reading.documents import Loaded
from tnt.reading.provenance import status_of
from tnt.reading.tables.files.file import checked_path, shown_path, too_large
from tnt.reading.tables.list_table import ListTable


@dataclass(frozen=True, slots=True)
class MergedVisit:
    """Of a visit, the hours that are spent once whatever is done in it, and the share of those that could fall together
    that do."""

    fixed_hours: float
    merged: float


@dataclass(frozen=True)
class OtherCareOnLists:
    """What contacts that are not the pack's work take of one role: a reserve made of them, on the lists at hand.

    contacts  [L] a year, the pack's own included; 0 on lists it is not for
    hours     [L] a year, of the others; NaN, as contacts, where they depend on ages that are not known
    """

    id: str
    entry: Reserved
    document: ContactsDocument
    contacts: Floats
    hours: Floats


@dataclass(frozen=True)
class RoleCapacity:
    """One role's working time on the lists at hand. `needs_ages`: a reserve differs by age, and the lists have none.

    `reserved_on` says of each reserve which lists it is for: [L] 1 or 0, or one value for all.
    """

    time: RoleTime
    worked_today_hours_per_post: float
    kind: Kind
    has_unsourced_reserve: bool
    needs_ages: bool
    staffing: RoleStaffing
    reserved_on: Mapping[str, Floats | float]
    visits: Mapping[str, MergedVisit]
    """Kind of contact -> visits in which several tasks may be done."""
    weeks: float | None = None
    """Weeks worked a year; None where nothing is said of them."""
    has_overhead: bool = False
    has_indirect: bool = False
    """Whether anything is said of overhead, and of indirect work."""
    other_care: tuple[OtherCareOnLists, ...] = ()
    """Reserves made of contacts, on whatever lists; in the order of the file."""

    @property
    def other_care_hours(self) -> Floats | None:
        """[L] hours a year of all of them; NaN where they cannot be told, None where there are none."""
        return sum((one.hours for one in self.other_care[1:]), self.other_care[0].hours) if self.other_care else None


@dataclass(frozen=True)
class Capacity:
    """A capacity on the lists at hand."""

    id: str
    title: Text
    note: Text | None
    thresholds: OverloadThresholds
    roles: Mapping[str, RoleCapacity]
    covers_all_work: bool = False
    """Whether the guidelines are all the work of the roles: the pack or the capacity says so."""
    between_lists: float | None = None
    """Coefficient of variation of the factor that each list has of its own; None where nothing is said."""


@dataclass(frozen=True)
class _Lists:
    table: ListTable
    counts: ListCounts
    contacts: Contacts


def compile_roles(
    file: Loaded[Document],
    base: tuple[str, ...],
    roles: Mapping[str, CapacityRole],
    table: ListTable,
    counts: ListCounts,
    sources: Mapping[str, Source],
    contacts: Contacts,
) -> dict[str, RoleCapacity]:
    """Role -> its time. `base` is the path of `roles` in the file; `contacts` are files that reserves name."""
    lists = _Lists(table, counts, contacts)
    return {name: _role(file, (*base, name), role, lists, sources) for name, role in roles.items()}


def thresholds(part: Thresholds) -> OverloadThresholds:
    """The engine's thresholds; overload at 100 % where nothing is said."""
    return OverloadThresholds(
        overload=1.0 if part.overload is None else part.overload.expected,
        watch=None if part.watch is None else part.watch.expected,
    )


def visits_that_differ(
    files: Sequence[Loaded[CapacityDocument]], capacities: Sequence[Capacity], roles: Iterable[str]
) -> Iterator[Diagnostic]:
    """Capacities that say something else of the visits of a role than the first: hours are the same for all."""
    for role in roles:
        for file, one in zip(files[1:], capacities[1:], strict=True):
            first = capacities[0].roles.get(role)
            if role in one.roles and one.roles[role].visits != ({} if first is None else first.visits):
                at = ("roles", role, "visits") if one.roles[role].visits else ("roles", role)
                related = (files[0].place("roles", *((role, "visits") if first and first.visits else ())),)
                values = {"id": one.id, "role": role, "other": capacities[0].id}
                yield Diagnostic(Code.VISITS_DIFFER, file.place(*at, key=True), values, related=related)


def _role(
    file: Loaded[Document], at: tuple[str, ...], role: CapacityRole, lists: _Lists, sources: Mapping[str, Source]
) -> RoleCapacity:
    weeks = 0.0 if role.weeks is None else role.weeks.expected
    share: Floats | float = 0.0
    per_post: Floats | float = 0.0
    per_list: Floats | float = 0.0
    needs_ages = False
    reserved_on: dict[str, Floats | float] = {}
    other_care: list[OtherCareOnLists] = []
    for name, entry in role.reserved.items():
        reserved_on[name] = applies = _lists_meant(file, (*at, "reserved", name, "lists"), entry.lists, lists)
        if entry.share is not None:
            share = share + applies * entry.share.expected
        elif entry.time is not None:
            per_post = per_post + applies * (weeks * entry.time.expected)
        else:
            rows = reserved_rows(entry, lists.contacts)
            hours = people_times(rows, [row.hours for row in rows], lists.counts)
            hours = np.where(applies, hours, 0.0)
            needs_ages |= bool(np.isnan(hours).any())
            per_list = per_list + hours
            if entry.from_contacts is not None and entry.lists != "none":
                each = [0.0 if row.contacts is None else row.contacts.value for row in rows]
                of_people = np.where(applies, people_times(rows, each, lists.counts), 0.0)
                other_care.append(OtherCareOnLists(name, entry, lists.contacts[entry.from_contacts], of_people, hours))
    unsourced = any(
        status_of(number, file.document, (*file.base, *at, "reserved", *path), sources) == "assumption"
        for path, number in _reserve_numbers(role)
    )
    return RoleCapacity(
        RoleTime(_per_year(role.hours, weeks), share, per_post, per_list),
        np.nan if role.worked_today is None else _per_year(role.worked_today, weeks),
        role.kind,
        unsourced,
        needs_ages,
        role_staffing(role),
        reserved_on,
        {
            contact: MergedVisit(visit.fixed.expected / 60, visit.merged.expected)
            for contact, visit in role.visits.items()
        },
        weeks if weeks > 0 else None,
        role.overhead is not None,
        role.overhead is not None and role.overhead.indirect is not None,
        tuple(other_care),
    )


def _reserve_numbers(role: CapacityRole) -> list[tuple[tuple[str | int, ...], Number[float]]]:
    return [
        ((name, *path), number)
        for name, entry in role.reserved.items()
        if entry.lists != "none"
        for path, number in numbers(entry)
    ]


def _per_year(hours: Number[WorkingTime], weeks: float) -> float:
    time = hours.expected
    return time.hours if time.per_year else time.hours * weeks


def _lists_meant(file: Loaded[Document], at: tuple[str, ...], meant: str, lists: _Lists) -> Floats | float:
    """1 for all lists, 0 for none, else a mask of those whose ids stand in a text file."""
    if meant in ("all", "none"):
        return 1.0 if meant == "all" else 0.0
    place = file.place(*at)
    path = checked_path(meant, file.tree.folder, place, (".txt", ".csv"))
    try:
        with path.open("rb") as stream:
            raw = stream.read(limits.YAML_FILE_BYTES + 1)
    except OSError as error:
        raise problem(Code.FILE_UNREADABLE, place, reason=error.strerror or "?") from None
    if len(raw) > limits.YAML_FILE_BYTES:
        raise too_large(place, limits.YAML_FILE_BYTES, "bytes")
    rows = [line.strip() for line in raw.decode("utf-8-sig", "replace").splitlines()]
    named = [row for row in rows if row]
    known = set(lists.table.ids if lists.table.all_ids is None else lists.table.all_ids)
    unknown = [name for name in dict.fromkeys(named) if name not in known]
    if unknown:
        there = Place(shown_path(file.tree.folder, meant), cell=(rows.index(unknown[0]) + 1, ""))
        raise problem(Code.UNKNOWN_LIST, there, related=(place,), id=", ".join(unknown[:5]), count=len(unknown))
    return np.isin(lists.table.ids.astype(str), named).astype(np.float64)
