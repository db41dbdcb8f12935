"""The outcomes that could be named as what counts, those that ask for least time per person who benefits first."""

from __future__ import annotations

from tnt.analyses.fit.result import FitResult, OutcomeSum
from tnt.analyses.fit.shown.context import FitTable
from tnt.analyses.fit.shown.words import FitWords, label
from tnt.language.base import in_language
from tnt.show.page.parts import Figure


def outcomes_in_order(result: FitResult, words: FitWords) -> list[OutcomeSum]:
    """By hours per person of the role that recommendations are ranked by; what asks for none of them comes last."""

    def rank(one: OutcomeSum) -> tuple[bool, float]:
        hours = _hours_per_person(one, words.main)
        return hours is None, hours or 0.0

    return sorted(result.outcomes, key=rank)


def outcomes_table(result: FitResult, words: FitWords) -> FitTable:
    """One line an outcome where there is little room, by the word to type; else titles and all roles as well."""
    ranked, main = outcomes_in_order(result, words), words.main
    roles = words.columns(role for one in ranked for role in one.hours)
    columns: dict[str, list[Figure]] = {}
    if words.is_short:
        roles = [role for role in roles if role == main]
    else:
        columns[words.text("fit.head-recommendations")] = [words.count(one.recommendations) for one in ranked]
    columns[words.text("fit.head-people")] = [words.number(one.people_a_year) for one in ranked]
    for role in roles:
        head = words.text("fit.head-hours", role=words.role(role))
        columns[head] = [words.number(one.hours.get(role)) for one in ranked]
    if main is not None and main in roles:
        head = words.text("fit.head-hours-per-person", role=words.role(main))
        columns[head] = [words.number(_hours_per_person(one, main)) for one in ranked]
    return FitTable(
        anchor="fit-outcomes",
        caption=words.text("fit.table-outcomes"),
        heads=(*([] if words.is_short else [words.text("fit.head-outcome")]), "--outcome", *columns),
        words=1 if words.is_short else 2,
        rows=tuple((*_names(one, words), *cells) for one, *cells in zip(ranked, *columns.values(), strict=True)),
    )


def _names(one: OutcomeSum, words: FitWords) -> list[Figure]:
    title = [] if words.is_short else [label(in_language(one.title, words.texts.lang, one.id))]
    return [*title, label(one.id)]


def _hours_per_person(one: OutcomeSum, role: str | None) -> float | None:
    hours = one.hours.get(role or "")
    return None if hours is None or one.people_a_year <= 0 else hours / one.people_a_year
