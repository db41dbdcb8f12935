"""The answer to `tnt fit` as somebody reads it aloud."""

from __future__ import annotations

from tnt.analyses.fit.result import FitChoice, FitResult, HoursOfRole
from tnt.analyses.fit.shown.choice_lists import ChoiceLists, by_hours, choice_lists
from tnt.analyses.fit.shown.outcomes import outcomes_in_order
from tnt.analyses.fit.shown.room.sentences import answer_of_room
from tnt.analyses.fit.shown.words import FitWords
from tnt.language.base import in_language

_OUTCOMES = 3
"""That a sentence names before it says how many more there are."""


def answer(result: FitResult, words: FitWords) -> tuple[str, ...]:
    """What would make room for what is new, then what would be chosen, or what is missing to say so."""
    room = () if result.room is None else answer_of_room(result.room, words)
    return (*room, *_unmet(result, words), *_of_choice(result, words), *_in_no_tier(result, words))


def _in_no_tier(result: FitResult, words: FitWords) -> list[str]:
    """What was not chosen from, since nobody gave it a place."""
    some = result.in_no_tier
    return [words.text("fit.in-no-tier", names=words.named(some), count=len(some))] if some else []


def _unmet(result: FitResult, words: FitWords) -> list[str]:
    """Weights that count nothing here."""
    unmet = result.unmet_weights
    names = words.texts.listed([words.text("fit.quoted", title=name) for name in unmet])
    return [words.text("fit.weights-unmet", names=names, count=len(unmet))] if unmet else []


def _of_choice(result: FitResult, words: FitWords) -> tuple[str, ...]:
    choice = result.choice
    if choice is None:
        return needs_weights(result, words)
    if choice.status == "infeasible":
        return _infeasible(choice, result, words)
    if not any(one.available is not None for one in choice.hours.values()):
        return (words.text("fit.no-time-known"),)
    sentences = (fits_or_gives_way(choice, choice_lists(choice, result), words), *_displaced(choice, result, words))
    return tuple(filter(None, (*sentences, *prices(choice, words))))


def _infeasible(choice: FitChoice, result: FitResult, words: FitWords) -> tuple[str, ...]:
    """By how much what cannot leave is too much, and what fits where no hours are kept for an unknown benefit."""
    is_there = {
        "new": any(one.is_new for one in choice.recommendations),
        "must-stay": bool(result.always),
        "kept": any(one.kept_for_unknown > 0 for one in choice.hours.values()),
    }
    what = [words.text(f"fit.infeasible-{key}") for key, there in is_there.items() if there]
    too_much = [words.hours_of(hours, role) for role, hours in choice.shortfall.items()]
    values = {"what": words.texts.listed(what), "hours": words.texts.listed(too_much)}
    said = words.text("fit.infeasible", count=len(what) + is_there["kept"], **values)
    without = result.without_unknown
    if without is None or without.status == "infeasible":
        return (said,)
    fits = fits_or_gives_way(without, choice_lists(without, result), words)
    return (said, words.text("fit.where-nothing-is-kept", fits=fits), *prices(without, words))


def fits_or_gives_way(choice: FitChoice, lists: ChoiceLists, words: FitWords) -> str:
    """What fits, what would have to give way and what would be followed in part."""
    if lists.all_fit:
        of = len(lists.is_in) + len(lists.kept_apart)
        is_all = not (words.result.unknown_hours or words.result.in_no_tier) and bool(lists.kept_apart) == bool(
            words.result.unknown_benefit
        )
        key = "fit.all-fit" if is_all else "fit.all-known-fit"
        return " ".join(
            [
                words.text(key, count=of),
                *_hours_of_all(choice, words),
                *_with_moves(choice, words),
                *_lists_with_too_little(choice, words),
            ]
        )
    of = len(lists.is_in) + len(lists.out) + len(lists.partly)
    by_list = "-by-list" if words.result.per_list else ""
    parts = [words.text(f"fit.some-fit{by_list}", count=len(lists.is_in), of=of)]
    if lists.out:
        names = words.named([one.id for one in by_hours(lists.out, words.main)])
        parts.append(words.text(f"fit.gives-way{by_list}", names=names, count=len(lists.out)))
    if lists.partly:
        shares = [
            words.text(f"fit.part-of{by_list}", title=words.title(one.id), share=words.percent(one.uptake))
            for one in lists.partly
        ]
        parts.append(words.text(f"fit.partly{by_list}", names=words.texts.listed(shares)))
    if lists.kept_apart:
        parts.append(words.text("fit.kept", count=len(lists.kept_apart)))
    return " ".join([*parts, *_with_moves(choice, words), *_lists_with_too_little(choice, words)])


def _lists_with_too_little(choice: FitChoice, words: FitWords) -> list[str]:
    """On how many lists what stays is too much, where each has its own time."""
    too_little = {one.list_id for one in choice.shortfall_lists} if words.result.per_list else set()
    if not too_little:
        return []
    return [words.text("fit.lists-too-much", count=len(too_little), lists=words.texts.people(words.result.lists))]


def _hours_of_all(choice: FitChoice, words: FitWords) -> list[str]:
    used = choice.hours.get(words.main or "")
    if words.main is None or used is None or used.available is None:
        return []
    hours = words.hours_of(used.used, words.main)
    takes = words.text("fit.takes", hours=hours, available=words.rounded(used.available))
    return [takes, words.text("fit.other-work")]


def _displaced(choice: FitChoice, result: FitResult, words: FitWords) -> list[str]:
    new = [one.id for one in choice.recommendations if one.is_new]
    if not new or result.displaced is None:
        return []
    key = "fit.displaces" if result.displaced else "fit.displaces-nothing"
    count = {"count": len(result.displaced)} if result.displaced else {}
    return [words.text(key, new=words.named(new), names=words.named(result.displaced), **count)]


_FULL = 1 - 1e-6
"""Share of the time there is from which on none is left."""


def _of_no_price(one: HoursOfRole) -> str:
    """Time is left; or it is full, and more of it would buy nothing that counts."""
    return "fit.price-nothing" if one.used < (one.available or 0.0) * _FULL else "fit.price-nothing-full"


def _with_moves(choice: FitChoice, words: FitWords) -> list[str]:
    """What others do, so that so much can be followed."""
    more = {role: one.delegated for role, one in choice.hours.items() if one.delegated > 0}
    hours = [words.hours_of(more[role], role) for role in words.roles if role in more]
    is_moved = bool(choice.moved and hours)
    return [words.text("fit.with-moves", hours=words.texts.listed(hours))] if is_moved else []


def prices(choice: FitChoice, words: FitWords) -> list[str]:
    """What one more hour a year of each role would buy at the margin."""
    sentences = []
    for role in words.roles:
        one = choice.hours.get(role)
        if one is None or one.available is None or one.price_of_hour is None:
            continue
        is_little = 0 < one.price_of_hour < 1
        key = "fit.price-of-one" if is_little else "fit.price" if one.price_of_hour > 0 else _of_no_price(one)
        sentences.append(
            words.text(
                key,
                of_role=words.noun("hour", role),
                of_roles=words.noun("hours", role),
                hours=words.rounded(1 / one.price_of_hour if is_little else None),
                benefit=words.benefit(1.0 if is_little else one.price_of_hour),
            )
        )
    return sentences


def needs_weights(result: FitResult, words: FitWords) -> tuple[str, ...]:
    """That nothing can be chosen yet, or that there is no need to."""
    known = {role: one for role, one in result.everything.items() if one.available}
    sentences = [
        words.text(
            "fit.asked-at-least" if one.at_least else "fit.asked",
            hours=words.hours_of(one.required, role),
            available=words.rounded(one.available),
            load=words.percent(one.required / one.available),
        )
        for role in words.roles
        if (one := known.get(role)) is not None and one.available
    ]
    is_time_for_all = (
        bool(known) and not result.per_list and all(one.required <= (one.available or 0.0) for one in known.values())
    )
    if is_time_for_all:
        is_all = all(one.fits for one in result.everything.values())
        sentences.append(words.text("fit.time-for-all" if is_all else "fit.time-for-all-known"))
        sentences.append(words.text("fit.other-work"))
    missing = _missing(result, words, with_time_for_all=is_time_for_all)
    return (" ".join(sentences), missing) if sentences else (missing,)


def _missing(result: FitResult, words: FitWords, *, with_time_for_all: bool) -> str:
    """What cannot be said without values; where there is time for all, what values would add."""
    end = "-with-time" if with_time_for_all else ""
    if not result.outcomes:
        return words.text(f"fit.needs-benefit{end}")
    titles = [in_language(one.title, words.texts.lang, one.id) for one in outcomes_in_order(result, words)]
    more = [words.text("quantity.more", count=len(titles) - _OUTCOMES)] if len(titles) > _OUTCOMES + 1 else []
    shown = titles[:_OUTCOMES] if more else titles
    return words.text(f"fit.needs-weights{end}", outcomes="; ".join([*shown, *more]), count=len(titles))
