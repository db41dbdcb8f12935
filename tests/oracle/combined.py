"""Conditions that are combined: `{any: [a, b]}`, `{all: [a, {not: b}]}`, by going through who has what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

Has = frozenset[str]
"""The conditions a person has, of those that are asked about."""


def atoms(written: Any) -> set[str]:
    """The conditions that are named; none where nothing is."""
    if written is None or written == "":
        return set()
    if isinstance(written, str):
        return {written}
    ((_, parts),) = written.items()
    return set().union(*(atoms(part) for part in (parts if isinstance(parts, list) else [parts])))


def holds(written: Any, has: Has) -> bool:
    """Whether it is so for somebody who has these and no others; without a condition it is so for everybody."""
    if written is None or written == "":
        return True
    if isinstance(written, str):
        return written in has
    ((word, parts),) = written.items()
    if word == "not":
        return not holds(parts, has)
    each = [holds(part, has) for part in parts]
    return any(each) if word == "any" else all(each)


def everything(names: set[str]) -> Iterator[Has]:
    """All a person may have of these."""
    order = sorted(names)
    for yes in product((False, True), repeat=len(order)):
        yield frozenset(name for name, here in zip(order, yes, strict=True) if here)


def key(written: Any) -> str:
    """A name of its own for each meaning; a condition keeps its own."""
    if written is None or isinstance(written, str):
        return written or ""
    names = atoms(written)
    so = [sorted(has) for has in everything(names) if holds(written, has)]
    return f"{sorted(names)}: {so}"
