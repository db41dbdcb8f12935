"""The texts of notices, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tnt.compile.notice import (
    Choice,
    Choices,
    Entries,
    Joined,
    ListNames,
    Notice,
    NoticeCode,
    NoticeValue,
    RecommendationNames,
    RoleId,
    Share,
    Titles,
)
from tnt.language.base import Text, in_language
from tnt.locale import Texts
from tnt.result.json_values import plain
from tnt.result.model import Result

_MOST_NAMED = 3


def pack_notice(result: Result, lang: str) -> str:
    """What the pack says on every output; empty where it says nothing."""
    return in_language(result.pack_notice, lang)


def reader_notices(result: Result, texts: Texts, *, without: Iterable[NoticeCode] = ()) -> list[str]:
    """Everything else a reader must know, in order; `without` the codes an output shows in another way."""
    titles, left_out = role_titles(result, texts), {NoticeCode.OPENING, *without}
    return [notice_text(notice, texts, titles) for notice in result.notices if notice.code not in left_out]


def notice_text(notice: Notice, texts: Texts, role_titles: Mapping[str, str] | None = None) -> str:
    """What the notice says. Roles are named as in `role_titles`, else as in the catalogues, else by their id."""
    values = {name: _value(value, texts, role_titles or {}) for name, value in notice.values.items()}
    return texts.text(f"notice.{notice.code}", **values)


def warnings(notices: Iterable[Notice], role_titles: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """For JSON: the code of each, its text in English, and the values in it."""
    texts = Texts("en")
    return [
        {
            "code": notice.code,
            "message": notice_text(notice, texts, role_titles),
            "values": {name: _plain(value) for name, value in notice.values.items()},
        }
        for notice in notices
    ]


def role_titles(result: Result, texts: Texts) -> dict[str, str]:
    """Name of every role of a result, in the reader's language."""
    return {role: role_title(role, total.title, texts) for role, total in result.total.items()}


def role_title(role: str, title: Text, texts: Texts) -> str:
    """What a file calls a role; where it says nothing in the reader's language, what the catalogues call it."""
    silent = title == role or (isinstance(title, dict) and texts.lang not in title and texts.has(f"role.{role}"))
    return texts.choice("role", role) if silent else in_language(title, texts.lang, role)


def _value(value: NoticeValue, texts: Texts, titles: Mapping[str, str]) -> str | float:
    match value:
        case RecommendationNames(names) | ListNames(names):
            return _shortened(list(names), texts)
        case RoleId(role):
            return titles.get(role) or texts.choice("role", role)
        case Choice(section, name):
            return texts.choice(section, name)
        case Choices(section, names):
            return texts.listed([texts.choice(section, name) for name in names])
        case Share(share):
            return texts.share(share)
        case Joined(names):
            return ", ".join(names)
        case Titles(of):
            return texts.listed([in_language(title, texts.lang, name) for name, title in of.items()])
        case Entries(of):
            called = {name: in_language(title, texts.lang, name) for name, title in of.items()}
            return texts.listed([name if title == name else f"{name} ({title})" for name, title in called.items()])
        case str() | dict():
            return in_language(value, texts.lang)
    return value


def _plain(value: NoticeValue) -> str | float | dict[str, str] | None:
    """For programs: ids and names as they are, several with commas between; numbers plain."""
    match value:
        case RecommendationNames(names) | ListNames(names) | Joined(names) | Choices(_, names):
            return ", ".join(names)
        case RoleId(name) | Choice(_, name):
            return name
        case Share(share):
            return plain(share)
        case Titles(of) | Entries(of):
            return ", ".join(of)
        case str() | dict():
            return {**value} if isinstance(value, dict) else value
    return plain(value)


def _shortened(names: list[str], texts: Texts) -> str:
    """A few names in a sentence, and how many more there are."""
    if len(names) <= _MOST_NAMED:
        return texts.listed(names)
    return texts.listed([*names[:_MOST_NAMED], texts.text("quantity.more", count=len(names) - _MOST_NAMED)])
