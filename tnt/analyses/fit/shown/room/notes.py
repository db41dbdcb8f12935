"""What must be known to read the ways to make room."""

from __future__ import annotations

from tnt.analyses.fit.room.result import Against, Delegation, EqualHours, ShorterLists, Way
from tnt.analyses.fit.shown.room.sentences import is_worse, to_role, worse_in_words
from tnt.analyses.fit.shown.words import FitWords


def notes_of(way: Way, words: FitWords) -> list[str]:
    """Whatever the row of a way has no room for."""
    match way:
        case ShorterLists():
            return [words.text("fit.note-list-size", people=words.rounded(way.people_to_move))]
        case Delegation():
            return _of_delegation(way, words)
        case EqualHours() if way.smallest_set:
            hours, slack = words.rounded(way.hours), words.rounded(way.slack)
            key = "-found" if not way.is_fewest else "" if way.is_least_slack else "-slack-found"
            return [words.text(f"fit.note-equal-hours{key}", hours=hours, slack=slack)]
        case EqualHours():
            return [words.text("fit.note-no-set")]
        case Against():
            return [words.text("fit.note-against", titles=words.named(way.ids))]
    return []


def _of_delegation(way: Delegation, words: FitWords) -> list[str]:
    notes = []
    if way.tasks:
        ids = list(dict.fromkeys("/".join(path.split("/")[:2]) for path in way.tasks))
        notes.append(words.text("fit.note-tasks", titles=words.named(ids), count=len(way.tasks)))
    if way.basis == "break-even":
        notes.append(words.text("fit.note-break-even"))
    if way.hours_of_supervisors > 0:
        notes.append(words.text("fit.note-supervisors", hours=words.rounded(way.hours_of_supervisors)))
    if is_worse(way):
        notes.append(worse_in_words(way, words))
    elif way.hours_left > 0:
        hours = words.hours_of(way.hours_left, way.from_role)
        notes.append(words.text("fit.note-hours-left", hours=hours, role=to_role(way, words)))
    return notes
