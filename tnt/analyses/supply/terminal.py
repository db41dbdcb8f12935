"""Posts, and the capacities given, side by side."""

from __future__ import annotations

from tnt.analyses.supply.words import largest_sentence, other_care_sentences, staffing_sentences, supply_sentences
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.model import Result
from tnt.result.supply import RoleSupply
from tnt.show.bounded import figure_name, figure_text, overloaded_text
from tnt.show.notices import role_titles
from tnt.show.roles import roles_by_weight
from tnt.show.terminal import Page

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHOWN = (
    "gross_hours_per_post",
    "available_hours",
    "other_care_hours",
    "share_of_capacity",
    "positions",
    "break_even_reserve",
    "load_before",
    "load_after",
    "largest_manageable_list",
)


def print_supply(page: Page, result: Result, texts: Texts) -> None:
    """By role with working time: people per post, the capacities beside each other where there are several, and what
    each says."""
    titles = role_titles(result, texts)
    for role in roles_by_weight(result):
        shown = [supply for supply in result.supply if role in supply.roles]
        if not shown:
            continue
        page.heading(texts.text("supply.heading", role=titles[role]))
        if role in result.staffing:
            page.items(staffing_sentences(result.staffing[role], result.lists.count, texts))
        if sentences := other_care_sentences(role, result, texts):
            page.items(sentences)
        if len(shown) == 1:
            one = shown[0].roles[role]
            largest = largest_sentence(one, texts)
            page.items([*([largest] if largest else []), *supply_sentences(one, texts)])
            continue
        for letter, supply in zip(_LETTERS, shown, strict=False):
            sentences = supply_sentences(supply.roles[role], texts)
            name = in_language(supply.title, texts.lang, supply.id)
            page.paragraph(texts.text("supply.named", letter=letter, name=name), "bold")
            page.items(sentences)
        page.gap()
        page.table(["", *_LETTERS[: len(shown)]], _figures([one.roles[role] for one in shown], texts))
        page.paragraph(texts.text("supply.legend"), "dim")


def _figures(shown: list[RoleSupply], texts: Texts) -> list[list[str]]:
    """A row per figure, a column per capacity."""
    rows = [[figure_name(RoleSupply, name, texts), *(_cell(one, name, texts) for one in shown)] for name in _SHOWN]
    rows.insert(6, [texts.text("supply.overloaded"), *(_overloaded(one, texts) for one in shown)])
    return [row for row in rows if any(row[1:])]


def _cell(one: RoleSupply, name: str, texts: Texts) -> str:
    if (name.startswith("load_") and one.load_before is None) or (
        name == "other_care_hours" and one.other_care_hours is None
    ):
        return ""
    return figure_text(one, name, texts)


def _overloaded(one: RoleSupply, texts: Texts) -> str:
    return overloaded_text(one.overload, texts) if one.overload.of else texts.text("supply.none-judged")
