"""What the report's template gets: every figure worked out and written in the reader's format."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.report.context.guidelines import GuidelinesPart
from tnt.show.page.parts import BarChart, Fact


@dataclass(frozen=True, slots=True)
class SectionPart:
    """One section."""

    name: str
    """Its id."""
    title: str
    """Its heading."""
    template: str
    """The template that shows it."""
    style: str | None
    """The template of its own style; None where it has none."""
    content: object
    """What its template gets."""


@dataclass(frozen=True, slots=True)
class RankedChart:
    """Recommendations ranked by hours."""

    bars: BarChart | None
    """None where there is nothing to draw."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page."""

    lang: str
    """Language of the page: nb or en."""
    title: str
    """Title of the page: that of the guideline, where there is one."""
    guidelines: GuidelinesPart
    """What it is about: which version, how far it has come, and who stands behind it."""
    subtitle: str
    """The lists it was computed on."""
    facts: tuple[Fact, ...]
    """Lists, people, date, working time and number of recommendations."""
    opening: str
    """The sentence every result opens with."""
    pack_notice: str | None
    """What the pack wants said on every output, and what the scenarios do."""
    command: str | None
    """The command line; None where the page was made by a program."""
    sections: tuple[SectionPart, ...]
    """The sections that have something to say."""
