"""Time that is reserved: said in one way, not more than there is, and from contacts that are known of everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument, CapacityRole, Reserved
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.values.ages import ALL_AGES
from tnt.reading.checks.demand import check_rows
from tnt.reading.checks.people_rows import ages_named, ages_without_a_row, in_words
from tnt.reading.documents import Loaded

_WAYS = ("share", "time", "per_person", "from_contacts")
_OF_CONTACTS = ("in_pack", "minutes")


def check_reserved(
    loaded: Loaded[Document], base: tuple[str, ...], reserved: Mapping[str, Reserved]
) -> Iterator[Diagnostic]:
    """Of one role: what each reserve says, and whether shares add up to more than all."""
    shares = 0.0
    for name, entry in reserved.items():
        if sum(getattr(entry, key) is not None for key in _WAYS) != 1:
            place = loaded.place(*base, name, key=True)
            yield Diagnostic(Code.CONFLICTING_KEYS, place, {"keys": ", ".join(_WAYS)})
        yield from _of_contacts(loaded, (*base, name), entry)
        if isinstance(entry.per_person, list):
            yield from check_rows(loaded, entry.per_person, *base, name, "per_person")
        shares += entry.share.expected if entry.share is not None and entry.lists == "all" else 0.0
    if shares > 1:
        yield Diagnostic(Code.RESERVED_OVER_100, loaded.place(*base, key=True), {"total": f"{shares * 100:g} %"})


def _of_contacts(loaded: Loaded[Document], at: tuple[str, ...], entry: Reserved) -> Iterator[Diagnostic]:
    """The keys that belong together: the share that is the pack's has no default."""
    for key in _OF_CONTACTS:
        if entry.from_contacts is None and getattr(entry, key) is not None:
            place = loaded.place(*at, key, key=True)
            yield Diagnostic(Code.NEEDS_KEY, place, {"key": key, "needed": "from_contacts"})
        elif entry.from_contacts is not None and getattr(entry, key) is None:
            place = loaded.place(*at, "from_contacts", key=True)
            yield Diagnostic(Code.NEEDS_KEY, place, {"key": "from_contacts", "needed": key})


def check_contacts_of_reserves(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """Contacts that time is reserved from are known of people of all ages: whoever is on a list has some."""
    tables = {
        loaded.document.contacts: loaded.document
        for loaded in documents
        if isinstance(loaded.document, ContactsDocument)
    }
    for loaded in documents:
        known: Mapping[str, ContactsDocument] = tables
        if isinstance(loaded.document, CaseDocument):
            inside = loaded.document.given.contacts
            known = {} if inside is None else {inside.contacts: inside}
        for at, name in contacts_named(loaded):
            lacking = ages_without_a_row(ages_named(known[name].rows), "all", ALL_AGES) if name in known else []
            if lacking:
                values = {"id": name, "ages": in_words(lacking)}
                yield Diagnostic(Code.ROWS_LACK_AGES, loaded.place(*at), values)


def contacts_named(loaded: Loaded[Document]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Where the reserves of a document name contacts, and which."""
    roles: Mapping[str, CapacityRole] = {}
    base: tuple[str, ...] = ("roles",)
    if isinstance(loaded.document, CapacityDocument):
        roles = loaded.document.roles
    elif isinstance(loaded.document, CaseDocument):
        roles, base = loaded.document.given.capacity, ("given", "capacity")
    for role, working in roles.items():
        for name, entry in working.reserved.items():
            if entry.from_contacts is not None:
                yield (*base, role, "reserved", name, "from_contacts"), entry.from_contacts
