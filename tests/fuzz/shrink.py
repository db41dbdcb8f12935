"""A smaller input that makes the same fault: fewer files, fewer words, fewer lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import monotonic

from tests.fuzz.inputs import Input

_SECONDS = 6


def shrunk(given: Input, still: Callable[[Input], bool]) -> Input:
    """Leave out whatever can be left out, for as long as that is worth."""
    end = monotonic() + _SECONDS
    smaller = True
    while smaller and monotonic() < end:
        smaller = False
        for candidate in _candidates(given):
            if monotonic() > end:
                break
            if still(candidate):
                given, smaller = candidate, True
                break
    return given


def _candidates(given: Input) -> Iterator[Input]:
    """Inputs with less, the largest steps first."""
    for name in given.files if len(given.files) > 1 else ():
        yield replace(given, files={other: entry for other, entry in given.files.items() if other != name})
    for at in range(1, len(given.words)):
        for count in (2, 1):
            yield replace(given, words=given.words[:at] + given.words[at + count :])
    for name, entry in given.files.items():
        if isinstance(entry, bytes):
            for less in _lines(entry):
                yield replace(given, files={**given.files, name: less})


def _lines(data: bytes) -> Iterator[bytes]:
    """Halves, quarters … of the lines left out, down to one line."""
    lines = data.splitlines(keepends=True)
    length = len(lines) // 2
    while length:
        for at in range(0, len(lines), length):
            if less := b"".join(lines[:at] + lines[at + length :]):
                yield less
        length //= 2
