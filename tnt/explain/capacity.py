"""Where available time comes from: the numbers of a capacity, and hours of other care back to the contacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tnt.compile.inputs import Inputs
from tnt.explain.steps import TraceStep
from tnt.language.documents.contacts import ContactsDocument
from tnt.result.other_care import OtherCare

OtherCareByRole = Mapping[str, tuple[OtherCare, ...]]


def capacity_steps(inputs: Inputs, other_care: OtherCareByRole, role: str) -> tuple[TraceStep, ...]:
    """The numbers of a role's working time; none without a capacity."""
    if inputs.capacity is None:
        return ()
    prefix = f"{inputs.capacity.id}/roles/{role}/"
    of_contacts = {f"{prefix}reserved/{one.id}": one for one in other_care.get(role, ())}
    records = {number.path: number for number in inputs.numbers if number.path.startswith(prefix)}
    plain = (
        TraceStep("capacity-number", record=record)
        for path, record in records.items()
        if not any(path.startswith(f"{reserve}/") for reserve in of_contacts)
    )
    return (*plain, *(_other_care(inputs, path, one) for path, one in of_contacts.items()))


def other_care_step(inputs: Inputs, other_care: OtherCareByRole, name: str) -> TraceStep | None:
    """A reserve made of contacts by its address (`capacity/roles/ROLE/reserved/ID`); None where it is none."""
    return next((_other_care(inputs, path, one) for path, one in _addresses(inputs, other_care) if path == name), None)


def other_care_addresses(inputs: Inputs) -> Iterator[str]:
    """What `other_care_step` knows."""
    capacity = inputs.capacity
    if capacity is None:
        return
    for role in inputs.rules.roles:
        if role in capacity.roles:
            yield from (f"{capacity.id}/roles/{role}/reserved/{one.id}" for one in capacity.roles[role].other_care)


def _addresses(inputs: Inputs, other_care: OtherCareByRole) -> Iterator[tuple[str, OtherCare]]:
    if inputs.capacity is not None:
        for role, reserves in other_care.items():
            yield from ((f"{inputs.capacity.id}/roles/{role}/reserved/{one.id}", one) for one in reserves)


def _other_care(inputs: Inputs, path: str, one: OtherCare) -> TraceStep:
    records = {number.path: number for number in inputs.numbers}
    documents = (file.document for file in inputs.documents)
    rows = next(
        each for each in documents if isinstance(each, ContactsDocument) and each.contacts == one.contacts_id
    ).rows
    today = () if one.pack_share is None else (TraceStep("pack-contacts", one.pack_share, "share"),)
    steps = (
        TraceStep(
            "contacts-of-lists",
            one.contacts_per_year,
            "number",
            {"title": one.contacts_title},
            parts=tuple(
                TraceStep(
                    "contacts-row" if row.sex == "all" else "contacts-row-of-sex",
                    row.contacts.expected,
                    "per-year",
                    {"ages": str(row.ages)} | ({} if row.sex == "all" else {"sex": row.sex}),
                    records.get(f"{one.contacts_id}/rows/{number}/contacts"),
                )
                for number, row in enumerate(rows)
            ),
        ),
        TraceStep("in-pack", one.in_pack, "share", record=records.get(f"{path}/in_pack"), parts=today),
        TraceStep("contact-minutes", one.minutes, "minutes", record=records.get(f"{path}/minutes")),
    )
    return TraceStep("other-care", one.hours, "hours", {"title": one.title}, parts=steps)
