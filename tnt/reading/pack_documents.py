"""The documents of a pack by kind."""

from __future__ import annotations

from collections.abc import Sequence

from tnt.language.base import Text, in_language
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.conditions import SpreadTotal
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.pack import PackDocument
from tnt.language.documents.population import PopulationDocument
from tnt.language.values.counted import NumberOrCount
from tnt.language.walk import numbers
from tnt.reading.documents import Loaded
from tnt.reading.pack import Pack


def title_and_notice(pack: Pack) -> tuple[Text | None, Text | None]:
    """What the packs call themselves and want printed on every output."""
    packs = [loaded.document for loaded in pack.of(PackDocument)]
    return (
        _joined([each.title or each.pack for each in packs], " + "),
        _joined([each.notice for each in packs if each.notice is not None], " "),
    )


def _joined(texts: Sequence[Text], between: str) -> Text | None:
    """Several texts as one, in every language that one of them is written in."""
    if len(texts) < 2:
        return texts[0] if texts else None
    languages = dict.fromkeys(lang for text in texts if isinstance(text, dict) for lang in text) or {"en": None}
    return {lang: between.join(in_language(text, lang) for text in texts) for lang in languages}


def populations(pack: Pack) -> dict[str, Loaded[PopulationDocument]]:
    """Reference populations of the pack, by id."""
    return {loaded.document.population: loaded for loaded in pack.of(PopulationDocument)}


def populations_counted(pack: Pack) -> list[str]:
    """Ids of the reference populations in which something of the guidelines, or who have a condition, was counted."""
    counted = (number for file in guidelines(pack) for _, number in numbers(file.document))
    found = {number.of for number in counted if isinstance(number, NumberOrCount) and number.of is not None}
    totals = (condition.prevalence for _, condition in pack.conditions.values())
    return sorted(found.union(total.of for total in totals if isinstance(total, SpreadTotal)))


def lists_files(pack: Pack) -> dict[str, Loaded[ListsDocument]]:
    """Lists files of the pack, by id."""
    return {loaded.document.lists: loaded for loaded in pack.of(ListsDocument)}


def baselines(pack: Pack) -> dict[str, Loaded[ContactsDocument]]:
    """Contacts files of the pack, by id."""
    return {loaded.document.contacts: loaded for loaded in pack.of(ContactsDocument)}


def capacities(pack: Pack) -> dict[str, Loaded[CapacityDocument]]:
    """Capacities of the pack, by id."""
    return {loaded.document.capacity: loaded for loaded in pack.of(CapacityDocument)}


def guidelines(pack: Pack) -> list[Loaded[GuidelineDocument]]:
    """Guidelines of the pack that count: all but the retired."""
    return [loaded for loaded in pack.of(GuidelineDocument) if loaded.document.status != "retired"]
