"""What is said where nothing can be chosen: values are missing, or what must stay takes more time than there is."""

from __future__ import annotations

from tnt.analyses.fit.result import FitChoice, FitResult
from tnt.analyses.fit.shown.context import FitPart, FitTable
from tnt.analyses.fit.shown.tables import recommendations_table, roles_table
from tnt.analyses.fit.shown.words import FitWords, label
from tnt.language.base import in_language


def needs_weights_part(result: FitResult, words: FitWords) -> FitPart:
    """Which outcomes there are, and exactly what to say to have one of them counted, or all."""
    outcome = [words.text("fit.option-outcome", id=result.outcomes[0].id)] if result.outcomes else []
    return FitPart(
        anchor="fit-needs-weights",
        heading=words.text("fit.needs-heading"),
        paragraphs=(words.text("fit.needs-one-of" if result.outcomes else "fit.needs-file"),),
        tables=(_outcomes(result, words),) if result.outcomes else (),
        notes=(*outcome, *(words.text(f"fit.option-{option}") for option in ("weights", "priorities"))),
    )


def _outcomes(result: FitResult, words: FitWords) -> FitTable:
    roles = words.columns(role for one in result.outcomes for role in one.hours)
    return FitTable(
        anchor="fit-outcomes",
        caption=words.text("fit.table-outcomes"),
        heads=(
            words.text("fit.head-outcome"),
            words.text("fit.head-recommendations"),
            words.text("fit.head-people"),
            *(words.text("fit.head-hours", role=words.role(role)) for role in roles),
        ),
        words=1,
        rows=tuple(
            (
                label(words.text("fit.outcome", title=in_language(one.title, words.texts.lang, one.id), id=one.id)),
                words.count(one.recommendations),
                words.number(one.people_a_year),
                *(words.number(one.hours.get(role)) for role in roles),
            )
            for one in result.outcomes
        ),
    )


def infeasible_part(choice: FitChoice, result: FitResult, words: FitWords) -> FitPart:
    """By how much what must stay exceeds the time there is, by role and by list."""
    must = [one for one in choice.recommendations if one.uptake > 0 and one.why != "unknown-benefit"]
    caption = words.text("fit.table-must", count=len(must))
    return FitPart(
        anchor="fit-infeasible",
        heading=words.text("fit.infeasible-heading"),
        paragraphs=tuple(
            words.text("fit.shortfall", role=words.role(role), hours=words.rounded(hours))
            for role, hours in choice.shortfall.items()
        ),
        tables=(
            roles_table(choice, "fit-roles", words),
            *recommendations_table(must, "fit-must", caption, words),
            *shortfall_table(choice, "fit-shortfall", words),
        ),
        notes=(words.text("fit.infeasible-what"),),
    )


def shortfall_table(choice: FitChoice, anchor: str, words: FitWords) -> list[FitTable]:
    """The lists on which what cannot leave takes more than their time; none where there are none."""
    heads = tuple(words.text(f"fit.head-{key}") for key in ("list", "role", "shortfall"))
    rows = tuple(
        (label(one.list_id), label(words.role(one.role)), words.number(one.hours)) for one in choice.shortfall_lists
    )
    caption = words.text("fit.table-shortfall", count=len(rows))
    return [FitTable(anchor, caption, heads, 2, rows)] if rows else []
