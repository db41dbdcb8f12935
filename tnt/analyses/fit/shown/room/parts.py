"""Ways to make room for something new, as parts of the answer: one for each role of each scope."""

from __future__ import annotations

from tnt.analyses.fit.room.result import (
    Administrative,
    Against,
    Delegation,
    EqualHours,
    MorePosts,
    RoomForNew,
    RoomOfRole,
    ShorterLists,
    Way,
)
from tnt.analyses.fit.shown.context import FitPart, FitTable
from tnt.analyses.fit.shown.room.chart import room_chart
from tnt.analyses.fit.shown.room.notes import notes_of
from tnt.analyses.fit.shown.room.sentences import before_and_with, is_enough, is_worse, load, to_role
from tnt.analyses.fit.shown.words import NOT_GIVEN, FitWords, label, within
from tnt.language.base import in_language
from tnt.show.page.parts import Figure

_Row = tuple[Figure, ...]


def room_parts(room: RoomForNew, words: FitWords) -> tuple[FitPart, ...]:
    """In the order they were computed."""
    return tuple(_part(one, room, words) for one in room.of_roles if one.ways)


def _part(one: RoomOfRole, room: RoomForNew, words: FitWords) -> FitPart:
    anchor = f"room-{one.scope}-{one.role}"
    role = words.role(one.role)
    scope = _scope(one, words)
    heads = [words.text(f"fit.head-{key}") for key in ("way", "today", "change")]
    ways = FitTable(
        anchor=f"{anchor}-ways",
        caption=words.text("fit.room-ways", load=load(one, words)),
        heads=(*heads, words.text("fit.head-hours", role=role)),
        words=1,
        rows=tuple(row for way in one.ways for row in _rows(way, one, words)),
    )
    return FitPart(
        anchor=anchor,
        heading=words.text("fit.room-heading", scope=scope, role=role),
        paragraphs=(_before_and_with(one, room, words),),
        chart=room_chart(one, room, words),
        chart_title=words.text("fit.room-chart", role=role, scope=scope),
        tables=(ways, *_nearest(one, anchor, words)),
        notes=tuple(note for way in one.ways for note in notes_of(way, words)),
    )


def _scope(one: RoomOfRole, words: FitWords) -> str:
    """Which lists, within a sentence; a whole country is one list, and has a name."""
    if one.scope == "all" and one.lists == 1:
        return in_language(words.result.lists_title, words.texts.lang)
    return words.text(f"fit.scope-{one.scope}", count=one.lists)


def _before_and_with(one: RoomOfRole, room: RoomForNew, words: FitWords) -> str:
    before, after = before_and_with(one, words)
    return words.text(
        "fit.room-load-at-least" if room.hours_are_at_least else "fit.room-load",
        hours=words.hours_of(one.hours_added, one.role),
        people=words.texts.people(one.people),
        before=before,
        after=after,
    )


def _rows(way: Way, one: RoomOfRole, words: FitWords) -> list[_Row]:
    """Name, what there is of it today, the change, and hours of the role."""
    is_found = isinstance(way, EqualHours) and not way.is_fewest
    name = words.text(f"fit.row-{way.kind}{'-found' if is_found else ''}", **_named(way, words))
    end = "worse" if is_worse(way) else "not-enough"
    named = label(name if is_enough(way) else words.text(f"fit.row-{end}", way=name))
    match way:
        case MorePosts():
            return [(named, words.number(way.posts_before), _signed(way.posts, words), NOT_GIVEN)]
        case ShorterLists():
            change = _signed(-way.fewer_people_per_post, words)
            return [(named, words.number(way.people_per_post_before), change, NOT_GIVEN)]
        case Delegation():
            return [(named, NOT_GIVEN, words.share(way.share), _signed(-way.hours_moved, words)), *_other(way, words)]
        case EqualHours():
            return [(named, NOT_GIVEN, NOT_GIVEN, words.number(-way.hours))] if way.smallest_set else []
        case Administrative() | Against():
            taken = words.number(-min(way.share, 1.0) * way.hours)
            return [(named, words.number(way.hours), words.share(way.share), taken)]


def _other(way: Delegation, words: FitWords) -> list[_Row]:
    rows = []
    if way.to_role is not None and way.hours_of_other is not None:
        rows.append((words.text("fit.row-other", role=words.role_within(way.to_role)), way.hours_of_other))
    if way.hours_of_supervisors > 0:
        rows.append((words.text("fit.row-supervisors"), way.hours_of_supervisors))
    return [(label(name), NOT_GIVEN, NOT_GIVEN, _signed(hours, words)) for name, hours in rows]


def _named(way: Way, words: FitWords) -> dict[str, str]:
    match way:
        case Delegation():
            return {"role": to_role(way, words)}
        case EqualHours():
            return {"titles": words.named([one.id for one in way.smallest_set])}
        case Administrative():
            return {"title": within(in_language(way.title, words.texts.lang, way.reserve))}
    return {}


def _signed(value: float, words: FitWords) -> Figure:
    one = words.number(value)
    return Figure(f"+{one.text}", one.value) if value > 0 else one


def _nearest(one: RoomOfRole, anchor: str, words: FitWords) -> list[FitTable]:
    rows = [
        (
            label(words.text("fit.by-law", title=words.title(each.id)) if each.is_legal else words.title(each.id)),
            words.number(each.hours),
            Figure(words.rounded(each.times), each.times),
        )
        for way in one.ways
        if isinstance(way, EqualHours)
        for each in way.nearest
    ]
    heads = ("recommendation", "hours", "times")
    caption = words.text("fit.nearest")
    names = tuple(words.text(f"fit.head-{key}", role=words.role(one.role)) for key in heads)
    return [FitTable(f"{anchor}-nearest", caption, names, 1, tuple(rows))] if rows else []
