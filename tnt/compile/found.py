"""What a result rests on that its reader did not give: entries of shipped files, and own ones in place of such."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tnt.compile.capacity import Capacity
from tnt.compile.notice import Entries, Joined, Notice, NoticeCode, Titles
from tnt.compile.rules import Rules
from tnt.compile.working_time.contacts_used import contacts_used
from tnt.language.base import Text
from tnt.reading.found.find import Entry
from tnt.reading.pack import Pack
from tnt.reading.pack_documents import baselines


def found_notices(
    pack: Pack, rules: Rules, registers: Collection[str] = (), capacities: Sequence[Capacity] = ()
) -> Iterator[Notice]:
    """A notice a shipped file with what is used of it; which own entries are used in place of shipped ones; and which
    conditions of the `registers` have their ages from a shipped prevalence."""
    used = [one for one in pack.found if _is_used(one, rules, capacities)]
    titles = {(one.section, one.id): _title(one, pack) for one in used}
    shipped = [one for one in used if not one.is_own]
    for file in dict.fromkeys(one.file for one in shipped):
        entries = {one.id: titles[one.section, one.id] for one in shipped if one.file == file}
        yield Notice(NoticeCode.FOUND_SHIPPED, {"file": file, "entries": Entries(entries)})
    counted = [one.id for one in shipped if one.section == "conditions" and one.id in registers]
    if counted:
        yield Notice(
            NoticeCode.REGISTER_BY_SHIPPED,
            {"conditions": Titles({name: titles["conditions", name] for name in counted})},
        )
    own = tuple(dict.fromkeys(one.id for one in used if one.is_own))
    if own:
        yield Notice(NoticeCode.OWN_IN_PLACE, {"entries": Joined(own)})


def _is_used(one: Entry, rules: Rules, capacities: Sequence[Capacity]) -> bool:
    if one.section == "conditions":
        return one.id in rules.conditions
    if one.section == "contacts":
        return one.id in contacts_used(rules, capacities)
    return one.section == "sources" or one.id in rules.roles


def _title(one: Entry, pack: Pack) -> Text:
    if one.section == "conditions":
        return pack.conditions[one.id][1].title or one.id
    if one.section == "contacts":
        return baselines(pack)[one.id].document.title or one.id
    return pack.roles[one.id].title or one.id if one.section == "roles" else one.id
