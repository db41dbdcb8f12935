"""How sure a result is in sentences, for the terminal and the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tnt.language.base import in_language
from tnt.language.values.roles import PATIENT
from tnt.locale import Texts
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult
from tnt.result.uncertainty import Driver, Spread, TotalSpread, Uncertainty

_SHOWN_HOURS = 0.05
"""Less is the noise of the draws: it would be written as no hours."""

HARDLY = 0.001
"""A chance nearer to 0, or to 1, is told as below, or above."""


def varies(one: Uncertainty, role: str) -> bool:
    """Whether any number behind the role's hours has a range."""
    return any(driver.moves_required or not driver.moves_available for driver in one.drivers.get(role, ()))


def between(spread: Spread, texts: Texts) -> str:
    """The interval, without its unit."""
    return texts.text("uncertainty.between", low=texts.number(spread.p05), high=texts.number(spread.p95))


def varying(result: Result, one: Uncertainty) -> list[tuple[RecommendationResult, str, Spread]]:
    """Recommendations and roles of staff whose TNT hours vary, widest interval first."""
    varying_most = [
        (each, role, spread)
        for each in result.recommendations
        for role, spread in one.recommendations.get(each.id, {}).items()
        if role != PATIENT and spread is not None and spread.p05 < spread.p95
    ]
    return sorted(varying_most, key=lambda each: each[2].p05 - each[2].p95)


def lists_differ(result: Result) -> bool:
    """Whether each list has a factor of its own in the draws."""
    return bool(result.capacity and result.capacity.between_lists)


def range_sentences(result: Result, one: Uncertainty, texts: Texts) -> list[str]:
    """How the numbers were drawn, how many of them could not be, and whether lists differ beyond them."""
    without = len(one.without_range)
    of = one.with_range + without
    if not one.with_range:
        return [texts.text("uncertainty.nothing", of=of), *_of_lists(result, one, texts)]
    sentences = [
        texts.text("uncertainty.drawn", draws=one.draws, method=texts.choice("method", one.method), seed=str(one.seed)),
        texts.text("uncertainty.at-least-this-wide", count=without, of=of)
        if without
        else texts.text("uncertainty.all-have-ranges", of=of),
    ]
    if one.assumed_range is not None:
        sentences.append(texts.text("uncertainty.assumed", name=one.assumed_range))
    if one.shared_in_proportion:
        sentences.append(texts.text("uncertainty.shared-in-proportion", activities=", ".join(one.shared_in_proportion)))
    return [*sentences, *_of_lists(result, one, texts)]


def _of_lists(result: Result, one: Uncertainty, texts: Texts) -> list[str]:
    """What lists have of their own, or that they have nothing, where a list has a verdict that a draw could change."""
    if result.capacity is not None and lists_differ(result):
        return [texts.text("uncertainty.lists-differ", variation=texts.share(result.capacity.between_lists))]
    return [texts.text("uncertainty.lists-alike")] if one.overloaded_lists and one.with_range else []


def mean_of(total: TotalSpread, is_partly_known: bool, write: Callable[[float | None], str], texts: Texts) -> str:
    """The mean of the draws. Where a part of the hours is not known it is no bound: the interval around it begins below
    (METHOD "What is never done")."""
    written = write(total.headline.mean)
    return texts.text("uncertainty.and-more", figure=written) if is_partly_known else written


def _chance(chance: float, texts: Texts) -> str:
    """A chance that is never quite 0 or 1 is told as below or above what one would tell from these."""
    for key, told, end in (("below", chance < HARDLY, HARDLY), ("above", chance > 1 - HARDLY, 1 - HARDLY)):
        if told:
            return texts.text(f"uncertainty.chance-{key}", share=texts.share(end))
    return texts.share(chance)


def overloaded_sentence(result: Result, one: Uncertainty, role: str, title: str, texts: Texts) -> str | None:
    """Lists overloaded, on average and from the 5th to the 95th percentile; how often, where one list has a verdict;
    None without verdicts, and where neither hours nor working time have a range."""
    lists, judged = one.overloaded_lists.get(role), result.overload.get(role)
    if lists is None or judged is None or not judged.of:
        return None
    if not varies(one, role) and lists.p05 == lists.mean == lists.p95:
        return None
    if judged.of == 1:
        if lists_differ(result):
            return texts.text("uncertainty.overloaded-one-own", role=title, share=_chance(lists.mean, texts))
        return texts.text("uncertainty.overloaded-one", role=title, share=texts.share(lists.mean))
    return texts.text(
        "uncertainty.overloaded", role=title, mean=lists.mean, low=lists.p05, high=lists.p95, of=judged.of
    )


def room_sentence(result: Result, one: Uncertainty, role: str, title: str, texts: Texts) -> str | None:
    """Whether there is room, with intervals; None where nothing of the available hours is drawn, or they are not
    known."""
    room = one.room.get(role)
    if room is None:
        return None
    sentences = [
        texts.text(
            "uncertainty.room",
            role=title,
            available=texts.hours(room.available_hours.mean),
            left=texts.hours(room.hours_left.mean),
            interval=between(room.hours_left, texts),
            share=texts.share(room.probability),
        )
    ]
    if result.total[role].at_least:
        sentences.append(texts.text("uncertainty.room-known-part"))
    if room.other_care_hours is not None:
        hours, interval = texts.hours(room.other_care_hours.mean), between(room.other_care_hours, texts)
        sentences.append(texts.text("uncertainty.room-other-care", hours=hours, interval=interval))
    return " ".join(sentences)


def today_sentence(one: Uncertainty, role: str, title: str, texts: Texts) -> str | None:
    """What is done today and the change from it, with intervals; None where they are not drawn."""
    total = one.total.get(role)
    if total is None or total.current is None or total.change is None:
        return None
    return texts.text(
        "uncertainty.today",
        role=title,
        current=texts.hours(total.current.mean),
        current_interval=between(total.current, texts),
        change=texts.hours(total.change.mean),
        change_interval=between(total.change, texts),
    )


def measuring_sentences(result: Result, one: Uncertainty, role: str, title: str, texts: Texts) -> list[str]:
    """Which number to measure first, and the loss that measuring it saves."""
    drivers = one.drivers.get(role, ())
    decision = one.decisions.get(role)
    if not drivers:
        return []
    first = most_valuable(drivers)
    label = in_language(drivers[0].label, texts.lang, drivers[0].stream)
    if decision is None:
        return [texts.text("uncertainty.no-decision", label=label)]
    sentences = texts.text("uncertainty.no-single", role=title, label=label)
    if first is not None:
        label = in_language(first.label, texts.lang, first.stream)
        sentences = texts.text("uncertainty.measure-first", label=label, hours=texts.hours(first.value_of_measuring))
    loss = texts.text(
        "uncertainty.loss",
        role=title,
        fitting=texts.hours(decision.loss_if_called_fitting),
        weight=decision.overload_weight,
        overloaded=texts.hours(decision.loss_if_called_overloaded),
        all=texts.hours(decision.value_of_perfect_information),
    )
    if lists_differ(result):
        loss = f"{loss} {texts.text('uncertainty.loss-own')}"
    return [sentences, loss]


def most_valuable(drivers: Sequence[Driver]) -> Driver | None:
    """The number that it is worth most to measure; None where no single one is worth anything."""
    first = max(drivers, key=worth_measuring)
    return first if worth_measuring(first) else None


def worth_measuring(one: Driver) -> float:
    """Its value of measuring; 0 where there is none, or no more than the noise of the draws."""
    value = one.value_of_measuring or 0.0
    return value if value >= _SHOWN_HOURS else 0.0


def share_of_variance(index: float | None) -> float | None:
    """A Sobol index as a share. It is estimated from the draws, and may come out a little outside 0 to 1."""
    return None if index is None else min(max(index, 0.0), 1.0)
