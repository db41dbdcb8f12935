"""Texts in which every sign is meant: between straight quotes, and those of blocks (`note: |`)."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

OTHER_SPACES = "\u00a0\u202f\u2007\u2009\u2002\u2003"
"""Spaces that word processors type where YAML reads only the usual one."""
_WIDE = f" \t{OTHER_SPACES}"
_TOKEN = re.compile(
    rf"(?P<comment>(?:^|(?<=[{_WIDE}]))#[^\n]*)"
    rf"|[:-][{_WIDE}]+(?P<block>[|>][-+0-9]{{0,2}})[{_WIDE}\r]*(?:#[^\n]*)?$"
    rf"|(?:^[{_WIDE}]*|[:-][{_WIDE}]+|[\[{{,][{_WIDE}]*)(?P<opened>[\"'])",
    re.MULTILINE,
)
_CLOSED = {'"': re.compile(r"(?:[^\"\\]|\\.)*\"", re.DOTALL), "'": re.compile(r"(?:[^']|'')*'")}
_LEAD = re.compile(rf"[{_WIDE}]*(?:-[{_WIDE}]+)*")
_SET_IN = re.compile(rf"[{_WIDE}]*")


def with_texts_kept(text: str, changed: str) -> str:
    """What was made of a text, sign for sign, with those of such texts as they are written."""
    parts, at = [], 0
    for begins, ends in _kept(text):
        parts += [changed[at:begins], text[begins:ends]]
        at = ends
    return "".join([*parts, changed[at:]])


def _kept(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while (found := _TOKEN.search(text, at)) is not None:
        at = found.end()
        if found["opened"]:
            closed = _CLOSED[found["opened"]].match(text, at)
            if closed is None:  # YAML will say so
                return
            yield at, closed.end()
            at = closed.end()
        elif found["block"]:
            at = yield from _block(text, found.start(), at)


def _block(text: str, header: int, at: int) -> Generator[tuple[int, int], None, int]:
    """The lines of a block without what they are set in by, which has to be spaces; returns where it ends."""
    line = text.rfind("\n", 0, header) + 1
    lead = _LEAD.match(text, line)
    least = 0 if lead is None else lead.end() - line
    while at < len(text):
        begins = at + 1  # behind the line break
        ends = text.find("\n", begins)
        ends = len(text) if ends < 0 else ends
        set_in = _SET_IN.match(text, begins, ends)
        content = begins if set_in is None else set_in.end()
        if content < ends and content - begins <= least:
            return at
        yield content, ends
        at = ends
    return at
