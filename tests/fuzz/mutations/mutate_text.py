"""Changes to any text, whatever it means: characters, lines, numbers, encodings."""

from __future__ import annotations

import re
from random import Random

from tests.fuzz.mutations.hostile import NUMBERS, TEXTS

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MARKS = (
    "&a ",
    "*a",
    "!!str ",
    "!x ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "? ",
    ": ",
    "- ",
    "| ",
    "> ",
    "[",
    "{",
    "]",
    "}",
    "#",
)


def mutated_text(data: bytes, rng: Random) -> bytes:
    """The text with one to three changes."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(rng.choice((1, 1, 2, 3))):
        text = rng.choice(_OPERATORS)(text, rng)
    encoding = rng.choice(("utf-8",) * 30 + ("utf-8-sig", "utf-16", "latin-1"))
    if encoding == "utf-8" and "\ud800" not in text and rng.random() < 0.5:
        return text.encode(encoding, "surrogateescape")
    return text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")


def _insert(text: str, rng: Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice((*TEXTS, *_MARKS)) + text[at:]


def _delete(text: str, rng: Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice((1, 1, 1, 3, 10, 100)) :]


def _number(text: str, rng: Random) -> str:
    found = list(_NUMBER.finditer(text))
    if not found:
        return _insert(text, rng)
    match = rng.choice(found)
    return text[: match.start()] + rng.choice(NUMBERS) + text[match.end() :]


def _lines(text: str, rng: Random) -> str:
    """A line again, away, elsewhere, or at another depth."""
    lines = text.splitlines(keepends=True) or [""]
    at, other, how = rng.randrange(len(lines)), rng.randrange(len(lines)), rng.randrange(5)
    if how == 0:
        lines.insert(other, lines[at])
    elif how == 1:
        del lines[at]
    elif how == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif how == 3:
        lines[at] = rng.choice(("  ", " ", "\t", "    ", "- ")) + lines[at]
    else:
        lines[at] = lines[at].lstrip()
    return "".join(lines)


def _cut(text: str, rng: Random) -> str:
    return text[: rng.randint(0, len(text))]


def _line_ends(text: str, rng: Random) -> str:
    return text.replace("\n", rng.choice(("\r\n", "\r", "\n\n", "\x85", "\u2028")))


def _again(text: str, rng: Random) -> str:
    """A slice many times over."""
    at = rng.randint(0, len(text))
    piece = text[at : at + rng.choice((1, 2, 10, 50))]
    return text[:at] + piece * rng.choice((2, 10, 100, 1000)) + text[at:]


_OPERATORS = (_insert, _insert, _delete, _delete, _number, _number, _lines, _lines, _lines, _cut, _line_ends, _again)
