"""What the figures rest on, and how to make them again."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Fact


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number the estimate rests on."""

    label: str
    """What it is."""
    path: str
    """Its path inside the group."""
    text: str
    """As written in the file."""
    range: str | None
    """Low to high as written, and how many answers are behind it; None where neither is given."""
    status: str
    """Id of the status: sourced, derived or assumption."""
    status_text: str
    """The status in words."""
    source: str | None
    """Title of the source; None where there is none."""
    source_anchor: str | None
    """Where the source stands in the list of sources."""
    unverified: bool
    """Whether the source has an address that nobody has opened to see the number there."""
    note: str | None
    """What its author wants a reader to know."""
    place: str
    """file:line."""
    origin: str | None
    """The days it holds where it has dates, and the scenario that changed it with what stood there before."""


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Numbers of one recommendation, or of conditions, lists or capacity."""

    anchor: str
    """Its id on the page."""
    title: str
    """Title of the recommendation or the group."""
    summary: str
    """How many of them are assumptions, in words."""
    rows: tuple[NumberRow, ...]
    """Its numbers, in the order they were read."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source."""

    anchor: str
    """Its id on the page."""
    title: str
    """Who, what and when."""
    details: str
    """Kind, publisher, year, place in it and licence, as far as they are known."""
    url: str | None
    """Its address as written, or None."""
    is_link: bool
    """Whether the address is a plain http(s) address, the only kind that becomes a link."""
    unverified: bool
    """Whether nobody has opened the address to see the numbers there."""
    no_address: bool
    """Whether it is said to have no address."""
    checked: str | None
    """Who last checked it and when, in words, or None."""
    note: str | None
    """What a reader must know."""
    uses: str
    """How many numbers rest on it, in words."""


@dataclass(frozen=True, slots=True)
class NumbersPart:
    """Every number and every source."""

    groups: tuple[NumberGroup, ...]
    """The numbers, by recommendation."""
    sources: tuple[SourceEntry, ...]
    """The sources, in the order of first use."""


@dataclass(frozen=True, slots=True)
class InputRow:
    """A file that was read."""

    path: str
    """As it was given."""
    sha256: str
    """SHA-256 of its bytes."""


@dataclass(frozen=True, slots=True)
class Reproduce:
    """What is needed to get the same figures again."""

    as_of: str
    """The date of the estimate, year-month-day."""
    versions: tuple[Fact, ...]
    """The edition of the method, and versions of the programs that did the arithmetic."""
    inputs: tuple[InputRow, ...]
    """Every file that was read."""
