"""Lists: how to read a table somebody else made."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tnt.language.base import Id, Part, Text
from tnt.language.documents.declares import Declares
from tnt.language.documents.population import DEFAULT_POPULATION
from tnt.language.documents.second_table import Encoding, SecondTable
from tnt.language.documents.staff import Staff
from tnt.language.values.ages import AgeBand
from tnt.language.values.number import Number, Positive
from tnt.language.values.roles import RoleId

Cell = str | int | float
"""What stands in a cell: a text, or a number that is written in no special way (`2025` is also `2025.0`)."""
CellsByColumn = dict[str, Cell | Annotated[list[Cell], Field(min_length=1)]]
"""Column -> what a row has there: one value or one of several."""


Words = str | int | Annotated[list[str | int], Field(min_length=1)]


class SexNames(Part):
    """The words the table uses, in any case."""

    female: Words
    """Its word for female, or its words: `[Kvinner, K]`."""
    male: Words
    """Its word for male, or its words: `[Menn, M]`."""
    other: Words | None = None
    """Its words for people who are neither, or of whom it is not known. `other`, `unknown`, `annet`, `ukjent` and the
    like are understood without."""


class TotalPeople(Part):
    """A table that knows how many people a list has, but not their ages."""

    total: str
    """Column with the number of people."""


class ListsDocument(Declares):
    """How to read one table of lists."""

    lists: Id
    """Id of this set of lists."""
    title: Text | None = None
    """What the table holds; the id where left out."""
    table: str
    """The file, relative to this one: `.csv`, `.csv.gz`, `.xlsx`, `.parquet`, or `.json` (JSON-stat 2). No link leads
    to it. It may stand above this folder (`../data/lists.csv`): every output then says so."""
    sheet: str | None = None
    """The sheet of a workbook; needed where several have cells."""
    skip_rows: Annotated[int, Field(ge=0, le=10_000)] | None = None
    """Rows above the heading of a CSV file or a sheet. Left out, the heading is the first row with the columns named
    here, among the first 50, and an output says how many above it were left out."""
    separator: str | None = None
    """What separates the columns of a CSV file: `,` `;` `|` `tab`. Found in the heading where left out."""
    decimal: Literal[".", ","] | None = None
    """The decimal mark of a CSV file; a point where left out, unless every count that has one is written `1.480`."""
    thousands: Literal[".", ",", " ", "'"] | None = None
    """The mark between thousands in a CSV file; `" "` is any space. Found where left out. A count such as `1,300` with
    decimal: "," needs it, as it may be 1300 or 1.3."""
    encoding: Encoding | None = None
    """Character encoding of a CSV file. Left out, it is UTF-8, UTF-16 or Windows-1252, whichever is found; what is not
    UTF-8 is said."""
    rows: dict[Literal["where", "not"], CellsByColumn] = {}
    """Which rows of the table are lists. `where`: only those that have one of the values in each column named,
    `{year: 2025, status: [open, new]}`. `not`: without those that have one of the values in any of them,
    `{id: [Sum, Total]}`. Every output says how many rows were left out."""
    shape: Literal["wide", "long"] = "wide"
    """`wide`: one row a list, one column a sex and age band; `long`: one row a list, sex and age band."""
    id: str | None = None
    """Column with the id of the list. Left out, the table holds one list."""
    name: str | None = None
    """Column with the name of the list."""
    area: str | None = None
    """Column with the area the list belongs to."""
    year: str | None = None
    """Column with the year, in a table that holds the same lists year by year: a projection, for `tnt years`."""
    sex: str | None = None
    """Long tables: column with the sex."""
    ages: str | None = None
    """Long tables: column with the age band, `00-04` … `90+`, or a single year of age."""
    sex_names: SexNames | None = None
    """The table's words for the sexes, where they are not usual ones of English, Norwegian, Swedish, Danish, German,
    French or Dutch, such as Kvinner and Menn, or F and M."""
    age_names: dict[str, AgeBand] = {}
    """What texts of the table that stand for ages mean, `{"Pensionable": 67+}`; most, such as `67 years and over`, are
    understood without."""
    missing: list[str | int] = []
    """What stands in cells that hold no count, `[":", "..", "<5"]`: these people are unknown, between 0 and 4 where the
    cell says `<5`. `""` is an empty cell, and in a long table a row that is not there. Registers and posts are unknown
    there too."""
    people: str | TotalPeople
    """Long: column with the number of people. Wide: how the columns are named, `{sex}_{ages}`; or `{total: column}`.
    In JSON-stat it is `value`, and a dimension `Region` is the columns `Region`, with labels, and `Region code`. Ages
    and a sex that no column or row names are unknown, never nobody; a band of several years that ends at 99 has no
    end."""
    ages_from: Literal["none", "reference"] = "none"
    """For a table without ages: `reference` splits by the reference population and says so; `none`: what needs age
    cannot be estimated."""
    reference_population: Id = DEFAULT_POPULATION
    """Splits an age band by sex and single year of age."""
    scaled_to: Number[Positive] | None = None
    """A model list: the people of each list multiplied to this many, ages and sexes in proportion."""
    registers: dict[Id, str | SecondTable] = {}
    """Condition -> column with the list's own count of the people diagnosed, here or in a second table; empty =
    unknown."""
    staff: dict[RoleId, Staff] = {}
    """Role -> its posts."""
    source: Id | None = None
    """Source of the table."""
    note: Text | None = None
    """What a reader must know."""

    @property
    def second_tables(self) -> dict[tuple[str, ...], SecondTable]:
        """Path of the key -> the second table, or the rows of their own, that stand there."""
        named: dict[tuple[str, ...], object] = {("registers", name): column for name, column in self.registers.items()}
        named |= {("staff", role, "posts"): staff.posts for role, staff in self.staff.items()}
        return {key: table for key, table in named.items() if isinstance(table, SecondTable)}

    @property
    def tables(self) -> list[str]:
        """Every table it names, each once: the table of the lists first."""
        others = [second.table for second in self.second_tables.values() if second.table is not None]
        return list(dict.fromkeys([self.table, *others]))
