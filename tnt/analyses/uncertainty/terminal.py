"""How sure the hours are, what drives that, and what to measure first."""

from __future__ import annotations

from collections.abc import Mapping

from tnt.analyses.uncertainty.words import (
    between,
    lists_differ,
    mean_of,
    measuring_sentences,
    overloaded_sentence,
    range_sentences,
    room_sentence,
    share_of_variance,
    today_sentence,
    varies,
    varying,
    worth_measuring,
)
from tnt.language.base import in_language
from tnt.locale import UNKNOWN, Texts
from tnt.result.model import Result
from tnt.result.uncertainty import Uncertainty
from tnt.show.notices import role_titles
from tnt.show.roles import roles_by_weight
from tnt.show.terminal import Page

MOST_DRIVERS = 5
MOST_ROLES = 3
MOST_RECOMMENDATIONS = 10


def print_uncertainty(page: Page, result: Result, texts: Texts) -> None:
    """Nothing where nothing was simulated."""
    uncertainty = result.uncertainty
    if uncertainty is None:
        return
    titles = role_titles(result, texts)
    page.heading(texts.text("uncertainty.heading"))
    page.items(range_sentences(result, uncertainty, texts))
    if not uncertainty.with_range and not lists_differ(result):
        return
    simulated = [role for role in roles_by_weight(result) if role in uncertainty.total]
    roles = [role for role in simulated if varies(uncertainty, role)]
    _totals(page, uncertainty, [(role, titles[role]) for role in roles], result, texts)
    sentences = [
        texts.text("uncertainty.nothing-of-role", role=titles[role]) for role in simulated if role not in roles
    ]
    lists = [overloaded_sentence(result, uncertainty, role, titles[role], texts) for role in simulated]
    room = [room_sentence(result, uncertainty, role, titles[role], texts) for role in simulated]
    today = [today_sentence(uncertainty, role, titles[role], texts) for role in simulated]
    if sentences := [*sentences, *(one for one in (*lists, *room, *today) if one)]:
        page.gap()
        page.items(sentences)
    _recommendations(page, uncertainty, result, titles, texts)
    for role in roles:
        _drivers(page, result, uncertainty, role, titles[role], texts)
    for role in simulated:
        _drivers_of_time(page, uncertainty, role, titles[role], texts)
    if roles:
        page.paragraph(texts.text("uncertainty.legend"), "dim")


def _totals(page: Page, uncertainty: Uncertainty, roles: list[tuple[str, str]], result: Result, texts: Texts) -> None:
    """A column per role: the mean and the interval, and the two it is the wider of."""
    for start in range(0, len(roles), MOST_ROLES):
        shown = roles[start : start + MOST_ROLES]
        totals = [uncertainty.total[role] for role, _ in shown]
        partly = [result.total[role].at_least for role, _ in shown]
        cells = {
            "mean": [mean_of(*each, texts.number, texts) for each in zip(totals, partly, strict=True)],
            "interval": [between(total.headline, texts) for total in totals],
            "independent": [between(total.independent, texts) for total in totals],
            "together": [between(total.minutes_together, texts) for total in totals],
            "error": [texts.number(total.error_of_mean) for total in totals],
        }
        page.gap()
        page.table(
            [texts.text("uncertainty.role"), *(title for _, title in shown)],
            [[texts.text(f"uncertainty.{key}"), *row] for key, row in cells.items()],
        )
    if roles:
        page.paragraph(texts.text("uncertainty.two-intervals"), "dim")
    if any(result.total[role].at_least for role, _ in roles):
        page.paragraph(texts.text("uncertainty.known-part"), "dim")


def _recommendations(
    page: Page, uncertainty: Uncertainty, result: Result, titles: Mapping[str, str], texts: Texts
) -> None:
    """The widest intervals of TNT hours."""
    varying_most = varying(result, uncertainty)
    if not varying_most:
        return
    rows = [
        [in_language(one.title, texts.lang, one.id), titles[role], texts.number(spread.mean), between(spread, texts)]
        for one, role, spread in varying_most[:MOST_RECOMMENDATIONS]
    ]
    page.gap()
    page.paragraph(texts.text("uncertainty.recommendations", count=len(rows), of=len(varying_most)), "bold")
    keys = ("estimate.recommendation", "estimate.role", "uncertainty.mean", "uncertainty.interval")
    page.table([texts.text(key) for key in keys], rows, texts=2)


def _drivers(page: Page, result: Result, uncertainty: Uncertainty, role: str, title: str, texts: Texts) -> None:
    """The tornado in figures, and what to measure first."""
    page.gap()
    page.paragraph(texts.text("uncertainty.drivers", role=title), "bold")
    rows = [
        [
            in_language(one.label, texts.lang, one.stream),
            texts.number(one.at_low),
            texts.number(one.at_high),
            texts.share(share_of_variance(one.total_order)),
            UNKNOWN if one.value_of_measuring is None else texts.number(worth_measuring(one)),
        ]
        for one in [each for each in uncertainty.drivers[role] if each.moves_required][:MOST_DRIVERS]
    ]
    keys = ("number", "at-low", "at-high", "in-all", "worth")
    if rows:
        page.table([texts.text(f"uncertainty.{key}") for key in keys], rows)
    page.items(measuring_sentences(result, uncertainty, role, title, texts))


def _drivers_of_time(page: Page, uncertainty: Uncertainty, role: str, title: str, texts: Texts) -> None:
    """The same of the available hours; nothing where no number moves them."""
    drivers = [one for one in uncertainty.drivers.get(role, ()) if one.moves_available]
    if not drivers:
        return
    page.gap()
    page.paragraph(texts.text("uncertainty.drivers-of-time", role=title), "bold")
    rows = [
        [
            in_language(one.label, texts.lang, one.stream),
            texts.number(one.available_at_low),
            texts.number(one.available_at_high),
            UNKNOWN if one.value_of_measuring is None else texts.number(worth_measuring(one)),
        ]
        for one in drivers[:MOST_DRIVERS]
    ]
    keys = ("number", "available-at-low", "available-at-high", "worth")
    page.table([texts.text(f"uncertainty.{key}") for key in keys], rows)
