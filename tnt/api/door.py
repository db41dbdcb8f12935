"""What somebody hands over in Python, checked at the door: a sentence says what was wanted and what was given."""

from __future__ import annotations

import numbers
import operator
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import pandas as pd

N = TypeVar("N", int, float)
Name = str | Path
"""A path or an id."""
EACH_LIST = "the id or the name of a list"
"""What `only` takes."""


class WrongUseError(TypeError, ValueError):
    """A method was given what it does not take; the message is one sentence."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, without the way to it through tnt."""
        return [str(self)]


def refused(name: str, takes: str, given: object) -> WrongUseError:
    """The sentence for something of a wrong type."""
    kind = type(given).__name__
    return WrongUseError(f"{name} must be {takes}; you gave {'an' if kind[0] in 'aeiouAEIOU' else 'a'} {kind}")


def as_name(name: str, given: object, takes: str = "a path or an id") -> Name | None:
    """One path or id, or None."""
    if given is None or isinstance(given, str | Path):
        return given
    raise refused(name, takes, given)


def as_names(name: str, given: object, each: str = "a path or an id") -> tuple[Name, ...]:
    """Any number of paths or ids; one may stand alone, and None is none."""
    if given is None:
        return ()
    if isinstance(given, str | Path):
        return (given,)
    if not isinstance(given, Iterable) or isinstance(given, bytes | Mapping):
        raise refused(name, f"{each}, or several of them", given)
    names = tuple(given)
    for one in names:
        if not isinstance(one, str | Path):
            raise refused(f"each of {name}", each, one)
    return names


def as_texts(name: str, given: object, each: str) -> tuple[str, ...]:
    """Any number of texts; one may stand alone, and None is none."""
    texts = as_names(name, given, each)
    for one in texts:
        if not isinstance(one, str):
            raise refused(f"each of {name}", each, one)
    return tuple(map(str, texts))


def as_day(name: str, given: object) -> date | None:
    """A date, written as 2026-11-22 or not; the time of a timestamp is left out."""
    if isinstance(given, datetime):
        return given.date()
    if given is None or isinstance(given, date):
        return given
    if not isinstance(given, str):
        raise refused(name, "a date, or text such as 2026-11-22", given)
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise WrongUseError(f"{name} must be a date, or text such as 2026-11-22; you gave {given!r}") from None


def as_year(name: str, given: object) -> int | None:
    """A year, or None."""
    return None if given is None else as_whole(name, given)


def as_whole(name: str, given: object) -> int:
    """A whole number; that of numpy is one too."""
    if isinstance(given, numbers.Integral) and not isinstance(given, bool):
        return operator.index(given)
    raise refused(name, "a whole number", given)


def as_mapping(name: str, given: object, takes: str) -> Mapping[str, Any]:
    """A mapping whose keys are texts."""
    if not isinstance(given, Mapping):
        raise refused(name, takes, given)
    for key in given:
        if not isinstance(key, str):
            raise refused(f"each key of {name}", "a text", key)
    return given


def as_one_of(name: str, given: object, choices: tuple[str, ...]) -> str:
    """One of some words."""
    if isinstance(given, str) and given in choices:
        return given
    raise WrongUseError(f"{name} must be one of {', '.join(choices)}; you gave {given!r}")


def as_lists(name: str, given: object, columns: object) -> tuple[Name | pd.DataFrame | None, Mapping[str, Any]]:
    """Lists as a path, an id or a frame, and what is said of the columns of a frame."""
    import pandas as pd

    said = {} if columns is None else as_mapping("columns", columns, "a dict of the keys of a lists file")
    if isinstance(given, pd.DataFrame):
        return given, said
    lists = as_name(name, given, "a path, an id or a DataFrame")
    if columns is not None:
        raise WrongUseError(f"columns say what stands in a DataFrame, and {name} is none")
    return lists, said


def as_text(name: str, given: object) -> str | None:
    """A text, or None."""
    if given is None or isinstance(given, str):
        return given
    raise refused(name, "a text", given)


def as_number(name: str, given: object) -> float:
    """A number; that of numpy is one too."""
    if isinstance(given, numbers.Real) and not isinstance(given, bool):
        return float(given)
    raise refused(name, "a number", given)


def within(name: str, given: N, least: float, most: float) -> N:
    """A number that is not outside some bounds, and is one."""
    if least <= given <= most:
        return given
    raise WrongUseError(f"{name} must be from {least:.10g} to {most:.10g}; you gave {given}")
