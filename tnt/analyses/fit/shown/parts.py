"""All that is said below the answer, in order: the same parts at the terminal and on the page."""

from __future__ import annotations

from tnt.analyses.fit.result import Chosen, FitChoice, FitResult
from tnt.analyses.fit.shown.choice_lists import ChoiceLists, choice_lists
from tnt.analyses.fit.shown.context import FitPart
from tnt.analyses.fit.shown.frontier import frontier_part
from tnt.analyses.fit.shown.missing import infeasible_part, needs_weights_part, not_moved, shortfall_table
from tnt.analyses.fit.shown.room.parts import room_parts
from tnt.analyses.fit.shown.tables import moved_table, recommendations_table, roles_table
from tnt.analyses.fit.shown.unknown import unknown_benefit_part, unknown_hours_part
from tnt.analyses.fit.shown.words import FitWords
from tnt.language.base import in_language

_SELDOM, _MOSTLY = 0.05, 0.95
"""Shares of draws beyond which one that is out is sometimes in, and one that is in sometimes out."""


def fit_parts(result: FitResult, words: FitWords) -> tuple[FitPart, ...]:
    """Ways to make room, the choice, what is unknown, the frontier, and what this does not count."""
    parts = list(room_parts(result.room, words)) if result.room else []
    choice = result.choice
    if choice is None:
        parts.append(needs_weights_part(result, words))
    elif choice.status == "infeasible":
        parts.append(infeasible_part(choice, result, words))
        without = result.without_unknown
        if without is not None and without.status != "infeasible":
            parts.append(_choice_part(without, result, words, "fit.choice-heading-without", "fit-without"))
    else:
        parts.append(_choice_part(choice, result, words))
        parts += frontier_part(result, words)
    parts += [*unknown_benefit_part(result, words), *unknown_hours_part(result, words)]
    return (*parts, _not_counted(words))


def _choice_part(
    choice: FitChoice, result: FitResult, words: FitWords, heading: str = "fit.choice-heading", anchor: str = "fit"
) -> FitPart:
    lists = choice_lists(choice, result)
    by_list = "-by-list" if result.per_list else ""
    tables = [roles_table(choice, f"{anchor}-roles", words)]
    for key, some in (("in", lists.is_in), ("partly", lists.partly), ("out", lists.out)):
        caption = words.text(f"fit.table-{key}{by_list}", count=len(some))
        tables += recommendations_table(some, f"{anchor}-{key}", caption, words, with_share=key == "partly")
    notes = [words.text("fit.note-own-hours")]
    notes += [words.text(f"fit.note-average{by_list}")] if lists.partly else []
    notes += not_moved(result, words)
    return FitPart(
        anchor=f"{anchor}-choice",
        heading=words.text(heading),
        paragraphs=(
            *values_in_words(result, words),
            *_how_good(choice, words),
            *_how_sure(choice, lists, result, words),
        ),
        tables=(
            *tables,
            *moved_table(choice, f"{anchor}-moved", words),
            *shortfall_table(choice, f"{anchor}-shortfall", words),
        ),
        notes=tuple(notes),
    )


def values_in_words(result: FitResult, words: FitWords) -> list[str]:
    """What is counted, and who says so."""
    objective = result.objective
    if objective is None:
        return []
    title = in_language(objective.title, words.texts.lang)
    said = [words.text(f"fit.values-{objective.kind}", title=title)]
    if objective.signed_by is not None and objective.signed_on is not None:
        said.append(
            words.text("fit.signed", who=in_language(objective.signed_by, words.texts.lang), date=objective.signed_on)
        )
    said.append(words.text("fit.within-each-list" if result.per_list else "fit.lists-together"))
    return [" ".join(said)]


def _how_good(choice: FitChoice, words: FitWords) -> list[str]:
    together = [] if choice.benefit is None else [words.text("fit.together", benefit=words.benefit(choice.benefit))]
    if choice.gap == 0:
        return [" ".join([*together, words.text("fit.proven")])]
    key = "fit.gap-by-list" if words.result.per_list else f"fit.gap-{choice.status}"
    return [" ".join([*together, words.text(key, gap=words.percent(choice.gap))])]


def _how_sure(choice: FitChoice, lists: ChoiceLists, result: FitResult, words: FitWords) -> list[str]:
    every = [*lists.is_in, *lists.partly, *lists.out]
    sentences = []
    if result.draws is not None and any(one.in_draws is not None for one in every):
        too_much = result.draws - (result.draws if choice.draws_that_fit is None else choice.draws_that_fit)
        if too_much:
            sentences.append(words.text("fit.draws-too-much", draws=result.draws, count=too_much))
        flips = [one.id for one in every if _flips(one)]
        key = "fit.draws-flip" if flips else "fit.draws-stay"
        sentences.append(words.text(key, draws=result.draws, names=words.named(flips), count=len(flips)))
    if result.weights_tried is not None and any(one.in_weights is not None for one in every):
        never = [one.id for one in every if one.in_weights is not None and one.in_weights[0] == 0]
        key = "fit.weights-never" if never else "fit.weights-all"
        sentences.append(
            words.text(key, tried=result.weights_tried, names=words.named(never, len(never)), count=len(never))
        )
    return sentences


def _flips(one: Chosen) -> bool:
    """Whether what became of it often differs between draws, or from what is chosen at the means."""
    if one.in_draws is None:
        return False
    return one.in_draws < _MOSTLY if one.uptake > 0 else one.in_draws > _SELDOM


def _not_counted(words: FitWords) -> FitPart:
    said = tuple(words.text(f"fit.not-{key}") for key in ("severity", "harms", "who-loses"))
    return FitPart("fit-not-counted", words.text("fit.not-counted"), (words.text("fit.panel-decides"),), notes=said)
