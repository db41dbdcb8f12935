"""Figures of lists that stand in another table than the people, or in rows of their own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tnt.language.base import Part

Encoding = Literal["utf-8", "utf-16", "windows-1252", "latin-1"]


class SecondTable(Part):
    """A column of another table, or of rows of their own in the same one: one row a list, found by its id. Lists
    without a row there are unknown."""

    table: str | None = None
    """The file, relative to this one, as `table` of the lists; left out, the table of the lists itself."""
    id: str | None = None
    """Its column with the id of the list, written as in the table of the lists; left out, named as there."""
    column: str
    """Its column with the figure; empty = unknown."""
    where: dict[str, str | int] = {}
    """Which of its rows are meant, by column and what stands in it: `{GROUP_CODE: DM}`. Left out, all."""
    sheet: str | None = None
    """As of the lists: the sheet of a workbook."""
    skip_rows: Annotated[int, Field(ge=0, le=10_000)] | None = None
    """As of the lists: rows above the heading. Found where left out."""
    separator: str | None = None
    """As of the lists: what separates the columns of a CSV file. Found where left out."""
    decimal: Literal[".", ","] | None = None
    """As of the lists: the decimal mark of a CSV file."""
    thousands: Literal[".", ",", " ", "'"] | None = None
    """As of the lists: the mark between thousands in a CSV file. Found where left out."""
    encoding: Encoding | None = None
    """As of the lists: the character encoding of a CSV file. Found where left out."""
