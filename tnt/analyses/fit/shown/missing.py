"""What is said where nothing can be chosen: values are missing, or what must stay takes more time than there is."""

from __future__ import annotations

from tnt.analyses.fit.result import FitChoice, FitResult
from tnt.analyses.fit.shown.context import FitPart, FitTable
from tnt.analyses.fit.shown.outcomes import outcomes_in_order, outcomes_table
from tnt.analyses.fit.shown.tables import recommendations_table, roles_table
from tnt.analyses.fit.shown.words import FitWords, label


def needs_weights_part(result: FitResult, words: FitWords) -> FitPart:
    """Which outcomes there are, and exactly what to say to have one of them counted, or all."""
    ranked = outcomes_in_order(result, words)
    outcome = [words.text("fit.option-outcome", id=ranked[0].id)] if ranked else []
    return FitPart(
        anchor="fit-needs-weights",
        heading=words.text("fit.needs-heading"),
        paragraphs=(words.text("fit.needs-one-of" if ranked else "fit.needs-file"),),
        tables=(outcomes_table(result, words),) if ranked else (),
        notes=(*outcome, *(words.text(f"fit.option-{option}") for option in ("weights", "priorities"))),
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
        notes=(words.text("fit.infeasible-what"), *not_moved(result, words)),
    )


def not_moved(result: FitResult, words: FitWords) -> list[str]:
    """The tasks that may move and stay, by name."""
    if not result.not_moved:
        return []
    parts = [path.split("/") for path in result.not_moved]
    tasks = [words.text("fit.task-of", title=words.title("/".join(one[:2])), task=one[-1]) for one in parts]
    names = words.texts.listed([words.text("fit.quoted", title=task) for task in tasks])
    return [words.text("fit.note-not-moved", count=len(tasks), names=names)]


def shortfall_table(choice: FitChoice, anchor: str, words: FitWords) -> list[FitTable]:
    """The lists on which what cannot leave takes more than their time; none where there are none."""
    heads = tuple(words.text(f"fit.head-{key}") for key in ("list", "role", "shortfall"))
    rows = tuple(
        (label(one.list_id), label(words.role(one.role)), words.number(one.hours)) for one in choice.shortfall_lists
    )
    caption = words.text("fit.table-shortfall", count=len(rows))
    return [FitTable(anchor, caption, heads, 2, rows)] if rows else []
