"""Text from files, made safe and visible: what a terminal would obey or hide is shown as an escape."""

from __future__ import annotations

import re
import unicodedata

TAB = 4
LONGEST_VALUE = 240
_HARMLESS = "\n\t\N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{SOFT HYPHEN}\u200c\u200d"
"""What is not printable in the eyes of Python, and yet belongs in a text: spaces, and where words may break or join."""
_COMMANDS = re.compile(r"^(?P<before>(?:\s|\x1b\[[0-9;]*m)*):(?=:)|#(?=#(?:vso|teamcity)?\[)", re.MULTILINE)


def visible(text: str) -> str:
    r"""Controls, direction marks and other unprintable characters as `\x1b`, `\u202e`; all else as it is."""
    return text if text.isprintable() else "".join(map(_escaped, text))


def on_one_line(text: str) -> str:
    """As `visible`, but a tab becomes spaces, so that a line of a file looks as its writer knows it."""
    return visible(text.replace("\t", " " * TAB))


def legible(text: str) -> str:
    r"""A text of several lines: as `visible`, but line breaks, tabs, and spaces of all widths stay.

    What is escaped is escaped as JSON does it, so that JSON stays JSON.
    """
    if text.isprintable():  # nearly all are: pages ask for hundreds of thousands
        return text
    bare = text
    for harmless in _HARMLESS:
        bare = bare.replace(harmless, "")
    if bare.isprintable():
        return text
    return "".join(one if one.isprintable() or one in _HARMLESS else _escaped_as_in_json(one) for one in text)


def no_command(text: str) -> str:
    r"""Lines that build servers do not obey: `::error::`, `##[…]`, `##vso[…]`, `##teamcity[…]` lose their first sign.

    They look for such commands in all that is printed: the first at the start of a line, the others anywhere.
    """
    return _COMMANDS.sub(lambda match: f"{match['before'] or ''}\\x{ord(match[0][-1]):02x}", text)


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


def _escaped_as_in_json(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
