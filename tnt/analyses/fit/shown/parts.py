"""All that is said below the answer, in order: the same parts at the terminal and on the page."""

from __future__ import annotations

from collections.abc import Sequence

from tnt.analyses.fit.result import Choice, Chosen, FitResult
from tnt.analyses.fit.shown.choice_lists import ChoiceLists, by_hours, choice_lists
from tnt.analyses.fit.shown.context import FitPart, FitTable
from tnt.analyses.fit.shown.frontier import frontier_part
from tnt.analyses.fit.shown.missing import infeasible_part, needs_weights_part
from tnt.analyses.fit.shown.room.parts import room_parts
from tnt.analyses.fit.shown.tables import hours_table, moved_table, recommendations_table, roles_table
from tnt.analyses.fit.shown.words import FitWords
from tnt.language.base import in_language

_SELDOM, _MOSTLY = 0.05, 0.95
"""Shares of draws between which a recommendation is now in and now out."""


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
    parts += [*_unknown_benefit(result, words), *_unknown_hours(result, words)]
    return (*parts, _not_counted(words))


def _choice_part(
    choice: Choice, result: FitResult, words: FitWords, heading: str = "fit.choice-heading", anchor: str = "fit"
) -> FitPart:
    lists = choice_lists(choice, result)
    tables = [roles_table(choice, f"{anchor}-roles", words)]
    for key, some in (("in", lists.is_in), ("partly", lists.partly), ("out", lists.out)):
        caption = words.text(f"fit.table-{key}", count=len(some))
        tables += recommendations_table(some, f"{anchor}-{key}", caption, words, with_share=key == "partly")
    notes = [words.text("fit.note-own-hours")]
    notes += [words.text("fit.note-average")] if lists.partly else []
    notes += [words.text("fit.note-not-moved", count=len(result.not_moved))] if result.not_moved else []
    return FitPart(
        anchor=f"{anchor}-choice",
        heading=words.text(heading),
        paragraphs=(*values_in_words(result, words), *_how_good(choice, words), *_how_sure(lists, result, words)),
        tables=(*tables, *moved_table(choice, f"{anchor}-moved", words)),
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


def _how_good(choice: Choice, words: FitWords) -> list[str]:
    together = [] if choice.benefit is None else [words.text("fit.together", benefit=words.benefit(choice.benefit))]
    if choice.gap == 0:
        return [" ".join([*together, words.text("fit.proven")])]
    return [" ".join([*together, words.text(f"fit.gap-{choice.status}", gap=words.percent(choice.gap))])]


def _how_sure(lists: ChoiceLists, result: FitResult, words: FitWords) -> list[str]:
    every = [*lists.is_in, *lists.partly, *lists.out]
    sentences = []
    if result.draws is not None and any(one.in_draws is not None for one in every):
        flips = [one.id for one in every if one.in_draws is not None and _SELDOM < one.in_draws < _MOSTLY]
        key = "fit.draws-flip" if flips else "fit.draws-stay"
        sentences.append(words.text(key, draws=result.draws, names=words.named(flips), count=len(flips)))
    if result.weights_tried is not None and any(one.in_weights is not None for one in every):
        never = [one.id for one in every if one.in_weights is not None and one.in_weights[0] == 0]
        key = "fit.weights-never" if never else "fit.weights-all"
        sentences.append(words.text(key, tried=result.weights_tried, names=words.named(never), count=len(never)))
    return sentences


def _unknown_benefit(result: FitResult, words: FitWords) -> list[FitPart]:
    if not result.unknown_benefit:
        return []
    known = {} if result.choice is None else {one.id: one for one in result.choice.recommendations}
    kept = by_hours([known[name] for name in result.unknown_benefit if name in known], words.main)
    caption = words.text("fit.table-unknown-benefit")
    key = "fit.unknown-benefit-at-all" if result.choice is None else "fit.unknown-benefit"
    paragraphs = [words.text(key, count=len(result.unknown_benefit))]
    if not kept:
        paragraphs.append(_they_are(result.unknown_benefit, words))
    return [
        FitPart(
            anchor="fit-unknown-benefit",
            heading=words.text("fit.unknown-benefit-heading"),
            paragraphs=tuple(paragraphs),
            tables=(*([_of(kept, "fit-unknown-benefit-table", caption, words)] if kept else []),),
            notes=_without_unknown(result, words),
        )
    ]


def _of(some: list[Chosen], anchor: str, caption: str, words: FitWords) -> FitTable:
    of = {one.id: (words.title(one.id), one.hours, one.hours_are_at_least) for one in some}
    return hours_table(of, anchor, caption, words)


def _without_unknown(result: FitResult, words: FitWords) -> tuple[str, ...]:
    """The same choice without the hours of what has an unknown benefit: what then comes in, and what goes out."""
    choice, without = result.choice, result.without_unknown
    if choice is None or without is None or (choice.status == "infeasible" != without.status):
        return ()
    if without.status == "infeasible":
        return (words.text("fit.without-infeasible"),)
    before = {one.id: one.uptake for one in choice.recommendations}
    apart = {*result.unknown_benefit, *result.unknown_hours}
    changed = [(one.id, one.uptake - before.get(one.id, 0.0)) for one in without.recommendations if one.id not in apart]
    more = [name for name, change in changed if change > 0]
    less = [name for name, change in changed if change < 0]
    sentences = [words.text("fit.without", benefit=words.benefit(without.benefit))]
    if more:
        sentences.append(words.text("fit.without-more", names=words.named(more), count=len(more)))
    if less:
        sentences.append(words.text("fit.without-less", names=words.named(less), count=len(less)))
    if not changed or not (more or less):
        sentences.append(words.text("fit.without-same"))
    return (" ".join(sentences),)


def _unknown_hours(result: FitResult, words: FitWords) -> list[FitPart]:
    if not result.unknown_hours:
        return []
    count = len(result.unknown_hours)
    said = (words.text("fit.unknown-hours", count=count), _they_are(result.unknown_hours, words))
    return [FitPart("fit-unknown-hours", words.text("fit.unknown-hours-heading"), said)]


def _they_are(ids: Sequence[str], words: FitWords) -> str:
    """All of them by name."""
    return words.text("fit.they-are", names=words.named(ids, most=len(ids)), count=len(ids))


def _not_counted(words: FitWords) -> FitPart:
    said = tuple(words.text(f"fit.not-{key}") for key in ("severity", "harms", "who-loses"))
    return FitPart("fit-not-counted", words.text("fit.not-counted"), (words.text("fit.panel-decides"),), notes=said)
