"""Posts, and the capacities given, side by side."""

from __future__ import annotations

from collections.abc import Callable

from tnt.analyses.supply.words import is_at_least, largest_sentence, largest_text, staffing_sentences, supply_sentences
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.model import Result
from tnt.result.supply import RoleSupply
from tnt.show.notices import role_titles
from tnt.show.roles import roles_by_weight
from tnt.show.terminal import Page

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


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
        if len(shown) == 1:
            one, bounded = shown[0].roles[role], is_at_least(result, role)
            largest = largest_sentence(one, bounded, texts)
            page.items([*([largest] if largest else []), *supply_sentences(one, bounded, texts)])
            continue
        for letter, supply in zip(_LETTERS, shown, strict=False):
            sentences = supply_sentences(supply.roles[role], is_at_least(result, role), texts)
            name = in_language(supply.title, texts.lang, supply.id)
            page.paragraph(texts.text("supply.named", letter=letter, name=name), "bold")
            page.items(sentences)
        page.gap()
        page.table(["", *_LETTERS[: len(shown)]], _figures([one.roles[role] for one in shown], role, result, texts))
        page.paragraph(texts.text("supply.legend"), "dim")


def _figures(shown: list[RoleSupply], role: str, result: Result, texts: Texts) -> list[list[str]]:
    """A row per figure, a column per capacity."""
    bounded = is_at_least(result, role)
    cells: dict[str, Callable[[RoleSupply], str]] = {
        "supply.gross": lambda one: texts.number(one.gross_hours_per_post),
        "estimate.available-hours": lambda one: texts.number(one.available_hours),
        "estimate.share-of-available": lambda one: _limit(
            "≥", bounded, one.share_of_capacity, texts.share(one.share_of_capacity)
        ),
        "estimate.positions": lambda one: _limit("≥", bounded, one.positions, texts.number(one.positions)),
        "estimate.break-even": lambda one: _limit(
            "≤", bounded, one.break_even_reserve, texts.share(one.break_even_reserve)
        ),
        "supply.overloaded": lambda one: _overloaded(one, texts),
        "estimate.load-before": lambda one: "" if one.load_before is None else texts.share(one.load_before),
        "estimate.load-after": lambda one: _load(one, texts),
        "supply.largest-short": lambda one: largest_text(one.largest_manageable_list, bounded, texts),
    }
    rows = [[texts.text(key), *(cell(one) for one in shown)] for key, cell in cells.items()]
    return [row for row in rows if any(row[1:])]


def _overloaded(one: RoleSupply, texts: Texts) -> str:
    if not one.overload.of:
        return texts.text("supply.none-judged")
    return texts.text("supply.of", part=one.overload.lists, whole=one.overload.of)


def _load(one: RoleSupply, texts: Texts) -> str:
    """Load after, or the most it can be."""
    if one.load_before is None:
        return ""
    if one.load_after is not None:
        return texts.share(one.load_after)
    return _limit("≤", True, one.load_after_at_most, texts.share(one.load_after_at_most))


def _limit(sign: str, bounded: bool, value: float | None, text: str) -> str:
    return f"{sign} {text}" if bounded and value is not None else text
