"""Names in a tree of git that must never become the names of files.

A tree holds whatever its maker wrote into it: git itself keeps such names out of a working copy, and so must whoever
else writes a tree out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DRIVE = re.compile(r"(?:^|/)[A-Za-z]:")
_OF_GIT = {".git", "git~1"}
"""The second is how Windows shortens the first."""


def refused(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name that cannot be written safely below a folder, and why, as a word of the texts."""
    kept: dict[tuple[str, ...], str] = {}
    folders: dict[tuple[str, ...], str] = {}
    for name in names:
        why = _alone(name)
        if why is None:
            key = tuple(_same(part) for part in name.split("/"))
            above = [key[:length] for length in range(1, len(key))]
            why = "name-twice" if key in kept else None
            if key in folders or any(one in kept for one in above):
                why = "name-folder"
            kept[key] = name
            folders |= dict.fromkeys(above, name)
        if why is not None:
            yield name, why


def _alone(name: str) -> str | None:
    """What is wrong with a name whatever stands beside it."""
    if _CONTROL.search(name):
        return "name-control"
    if "\\" in name:
        return "name-backslash"
    if _DRIVE.search(name):
        return "name-drive"
    parts = [part.rstrip(". ").casefold() for part in name.split("/")]  # Windows drops dots and spaces at the end
    if "" in parts:  # absolute, `.`, `..`, or nothing between two slashes
        return "name-outside"
    return "name-git" if _OF_GIT & set(parts) else None


def _same(part: str) -> str:
    """What is equal for names that some computers take for one file."""
    return unicodedata.normalize("NFC", part).casefold().rstrip(". ")
