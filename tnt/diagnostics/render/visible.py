"""Text from files, made safe and visible: what a terminal would obey or hide is shown as an escape."""

from __future__ import annotations

import unicodedata

TAB = 4
LONGEST_VALUE = 240


def visible(text: str) -> str:
    r"""Controls, direction marks and other unprintable characters as `\x1b`, `\u202e`; all else as it is."""
    return text if text.isprintable() else "".join(map(_escaped, text))


def on_one_line(text: str) -> str:
    """As `visible`, but a tab becomes spaces, so that a line of a file looks as its writer knows it."""
    return visible(text.replace("\t", " " * TAB))


def shortened(text: str) -> str:
    """A value for use in a message: very long ones lose their middle."""
    if len(text) <= LONGEST_VALUE:
        return text
    half = LONGEST_VALUE // 2
    return f"{text[:half]} … {text[-half:]}"


def columns(text: str) -> int:
    """How many columns of a terminal a visible text takes: East Asian wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _escaped(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
