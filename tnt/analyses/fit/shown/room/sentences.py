"""Ways to make room for something new, as somebody reads them aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tnt.analyses.fit.room.result import (
    Administrative,
    Against,
    Delegation,
    EqualHours,
    RoomForNew,
    RoomOfRole,
    ShorterLists,
    Way,
)
from tnt.analyses.fit.shown.words import FitWords, within
from tnt.language.base import in_language


def answer_of_room(room: RoomForNew, words: FitWords) -> tuple[str, ...]:
    """What comes in asks for so many hours, and what would make room for them: of all lists, or of those picked."""
    scopes = [one.scope for one in room.of_roles]
    first = next((scope for scope in ("all", "picked", "tightest-tenth") if scope in scopes), None)
    of_roles = [room_sentence(one, room, words) for one in room.of_roles if one.scope == first]
    said = [*of_roles, *_of_other_roles(room, words)]
    new = {"new": words.named(room.new), "count": len(room.new)}
    if not said:
        return (words.text("fit.room-unknown" if room.hours_are_at_least else "fit.room-asks-nobody", **new),)
    if room.against:
        said.append(words.text("fit.room-is-against", new=words.named(room.against), count=len(room.against)))
    return tuple(dict.fromkeys(said))


def _of_other_roles(room: RoomForNew, words: FitWords) -> list[str]:
    """What the new asks of roles whose time is not known."""
    hours = [words.hours_of(room.elsewhere[role], role) for role in words.roles if role in room.elsewhere]
    if not hours:
        return []
    values = {"new": words.named(room.new), "hours": words.texts.listed(hours)}
    is_all = all(one.hours_added == 0 for one in room.of_roles)
    key = "fit.room-only-elsewhere" if is_all else "fit.room-elsewhere"
    return [words.text(f"{key}-at-least" if room.hours_are_at_least else key, count=len(room.new), **values)]


def room_sentence(one: RoomOfRole, room: RoomForNew, words: FitWords) -> str:
    """The whole answer for one role."""
    new = {"new": words.named(room.new), "count": len(room.new)}
    if one.hours_added == 0:
        if room.hours_are_at_least:
            return words.text("fit.room-unknown", **new)
        return words.text("fit.room-asks-no-more", of_role=words.noun("hours", one.role), **new)
    at_least = "-at-least" if room.hours_are_at_least else ""
    if one.hours_added < 0:
        return words.text(f"fit.room-gives-back{at_least}", hours=words.hours_of(-one.hours_added, one.role), **new)
    hours = words.hours_of(one.hours_added, one.role)
    before, after = before_and_with(one, words)
    parts = [words.text(f"fit.room-asks{at_least}", hours=hours, before=before, after=after, **new)]
    parts += [_would_do(one, words), *_as_much_as(one, words), *_not_enough(one, words), *_worse(one, words)]
    if one.hours_before > one.available:
        parts.append(words.text("fit.room-over-already"))
    return " ".join(filter(None, parts))


def is_enough(way: Way) -> bool:
    """Whether the way makes room alone."""
    match way:
        case Delegation():
            return way.is_enough
        case EqualHours():
            return bool(way.smallest_set)
        case Administrative() | Against():
            return way.share <= 1
        case ShorterLists():
            return way.fewer_people_per_post < way.people_per_post_before
    return True


def way_in_words(way: Way, words: FitWords) -> str:
    """What would do, within a sentence."""
    return _PHRASES[way.kind](way, words)


def load(one: RoomOfRole, words: FitWords) -> str:
    """Required ÷ available hours, before what comes in."""
    return words.percent(one.load_before if one.available else None)


def before_and_with(one: RoomOfRole, words: FitWords) -> tuple[str, str]:
    """The same before and with what comes in, written so that they differ."""
    return words.percents_apart(one.load_before, (one.hours_before + one.hours_added) / one.available)


def _would_do(one: RoomOfRole, words: FitWords) -> str:
    ways = [way_in_words(way, words) for way in one.ways if is_enough(way)]
    if not ways:
        return words.text("fit.room-none", load=load(one, words))
    return words.text("fit.room-would-do", load=load(one, words), ways="; ".join(ways), count=len(ways))


def _as_much_as(one: RoomOfRole, words: FitWords) -> list[str]:
    nearest = [way.nearest[0] for way in one.ways if isinstance(way, EqualHours) and way.nearest]
    return [
        words.text(
            "fit.room-times-as-much-as" if equal.times >= 1 else "fit.room-a-share-of",
            title=in_language(equal.title, words.texts.lang, equal.id),
            times=words.rounded(equal.times),
            share=words.percent(equal.times),
        )
        for equal in nearest
    ]


def _not_enough(one: RoomOfRole, words: FitWords) -> list[str]:
    short = [way for way in one.ways if not is_enough(way) and not is_worse(way)]
    ways = [words.text(f"fit.short-{way.kind}", **_of_short(way, words)) for way in short]
    return [words.text("fit.room-not-enough", ways=words.texts.listed(ways))] if ways else []


def is_worse(way: Way) -> bool:
    """Whether the way takes more of the role than it spares: what is moved costs more supervision than it frees."""
    return isinstance(way, Delegation) and way.hours_moved < 0


def _worse(one: RoomOfRole, words: FitWords) -> list[str]:
    """Work that had better stay."""
    return [worse_in_words(way, words) for way in one.ways if isinstance(way, Delegation) and is_worse(way)]


def worse_in_words(way: Delegation, words: FitWords) -> str:
    """That moving work takes more of whom it is moved from."""
    hours = words.hours_of(-way.hours_moved, way.from_role)
    return words.text("fit.room-worse", role=to_role(way, words), hours=hours)


def _of_short(way: Way, words: FitWords) -> dict[str, str]:
    if isinstance(way, Administrative):
        return {"title": within(in_language(way.title, words.texts.lang, way.reserve))}
    return {"role": to_role(way, words)} if isinstance(way, Delegation) else {}


def to_role(way: Delegation, words: FitWords) -> str:
    """Who takes the work, within a sentence."""
    return words.text("fit.others") if way.to_role is None else words.role_within(way.to_role)


def _delegation(way: Delegation, words: FitWords) -> str:
    values = {"share": words.percent(way.share), "role": to_role(way, words)}
    values["of_role"] = words.noun("hours", way.from_role)
    if way.to_role is not None and way.hours_of_other is not None:
        hours = words.rounded(way.hours_of_other)
        return words.text(f"fit.way-{way.basis}-in-hours", hours=hours, **values)
    return words.text(f"fit.way-{way.basis}", **values)


_PHRASES: dict[str, Callable[[Any, FitWords], str]] = {
    "posts": lambda way, words: words.text(
        "fit.way-posts", posts=words.rounded(way.posts), before=words.rounded(way.posts_before)
    ),
    "list-size": lambda way, words: words.text(
        "fit.way-list-size",
        people=words.rounded(way.fewer_people_per_post),
        before=words.rounded(way.people_per_post_before),
    ),
    "delegation": _delegation,
    "equal-hours": lambda way, words: words.text(
        "fit.way-equal-hours",
        titles=words.named([one.id for one in way.smallest_set]),
        count=len(way.smallest_set),
    ),
    "administrative": lambda way, words: words.text(
        "fit.way-administrative",
        share=words.percent(way.share),
        title=within(in_language(way.title, words.texts.lang, way.reserve)),
    ),
    "against": lambda way, words: words.text("fit.way-against", share=words.percent(way.share)),
}
