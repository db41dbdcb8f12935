"""The catalogues: gettext files whose msgids are symbols (`estimate.title`), read as they are, with no build step."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po


@cache
def catalogue(lang: str) -> Catalog:
    """The catalogue of a language, read once."""
    path = Path(__file__).with_name(f"{lang}.po")
    with path.open("rb") as file:
        return read_po(file, locale=lang, abort_invalid=True)


def forms(lang: str) -> dict[str, tuple[str, ...]]:
    """Every key of a catalogue and its texts: one, or one per plural form."""
    return {_key(message): _texts(message) for message in catalogue(lang) if message.id}


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _texts(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
