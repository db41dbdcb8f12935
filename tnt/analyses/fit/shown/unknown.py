"""What is kept apart from a choice: recommendations whose benefit or whose time is unknown."""

from __future__ import annotations

from collections.abc import Sequence

from tnt.analyses.fit.result import Chosen, FitResult
from tnt.analyses.fit.shown.choice_lists import by_hours
from tnt.analyses.fit.shown.context import FitPart, FitTable
from tnt.analyses.fit.shown.tables import hours_table
from tnt.analyses.fit.shown.words import FitWords


def unknown_benefit_part(result: FitResult, words: FitWords) -> list[FitPart]:
    """What is kept for it, and the same choice without; none where every benefit is known."""
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


def unknown_hours_part(result: FitResult, words: FitWords) -> list[FitPart]:
    """What cannot be weighed, by name; none where every time is known."""
    if not result.unknown_hours:
        return []
    count = len(result.unknown_hours)
    said = (words.text("fit.unknown-hours", count=count), _they_are(result.unknown_hours, words))
    return [FitPart("fit-unknown-hours", words.text("fit.unknown-hours-heading"), said)]


def _they_are(ids: Sequence[str], words: FitWords) -> str:
    """All of them by name."""
    return words.text("fit.they-are", names=words.named(ids, most=len(ids)), count=len(ids))
