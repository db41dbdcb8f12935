"""Figures as readers see them: by their unit, and marked where they are a bound."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Literal

from tnt.locale import UNKNOWN, Texts
from tnt.result.bounded import Bounded, bounded
from tnt.result.figures import AboutFigure, Unit, figures_of
from tnt.result.supply import Overload

IN_SIGNS = {"at-least": "bound.at-least", "at-most": "bound.at-most"}
"""Texts that mark a bound in a row of figures."""
IN_WORDS = {"at-least": "report.at-least", "at-most": "report.at-most"}
"""Those of a page, which has room."""
_WRITTEN: dict[Unit, Callable[[Texts, float | None], str]] = {
    "share": Texts.share,
    "people": Texts.people,
    "lists": Texts.people,
}


def bounded_text(
    one: Bounded, write: Callable[[float | None], str], texts: Texts, marks: dict[str, str] = IN_SIGNS
) -> str:
    """A value written by `write`, and its bound; a dash where it is unknown."""
    if not one.is_known:
        return UNKNOWN
    written = write(one.value)
    return written if one.bound == "exact" else texts.text(marks[one.bound], figure=written)


def figure_text(holder: Any, name: str, texts: Texts, *, with_unit: bool = False) -> str:
    """A figure of the catalogue with its bound; hours `with_unit` where no heading names it."""
    about = figures_of(type(holder))[name]
    write = texts.hours if with_unit and about.unit == "hours" else writer(about, texts)
    return bounded_text(bounded(holder, name), write, texts)


def overloaded_text(lists: Overload, texts: Texts) -> str:
    """How many lists are overloaded, of those with a verdict."""
    of = texts.text("report.of", part=lists.lists, whole=lists.of)
    return bounded_text(bounded(lists, "lists"), lambda _: of, texts)


def how_known(lists: Overload) -> Literal["", "-at-least", "-none-known"]:
    """Whether all lists that are overloaded are known, some, or none: the end of the key of what is said of them."""
    if not bounded(lists, "lists").is_known:
        return "-none-known"
    return "-at-least" if lists.at_least else ""


def writer(about: AboutFigure, texts: Texts) -> Callable[[float | None], str]:
    """What writes a figure by what it counts; hours without their unit."""
    return partial(_WRITTEN.get(about.unit, Texts.number), texts)


def figure_name(kind: type, name: str, texts: Texts) -> str:
    """What a table calls a figure."""
    about = figures_of(kind)[name]
    assert about.text is not None  # a figure that a table shows has a name
    return texts.text(about.text)
