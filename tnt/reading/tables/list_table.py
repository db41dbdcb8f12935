"""Lists with their people, as a table and its lists file tell of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from tnt.arrays import Floats
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.figures.second_rows import SecondRead
from tnt.reading.tables.files.sheet import Labels, RowsLeftOut
from tnt.reading.tables.people.untold import Untold
from tnt.reading.tables.totals.left_out import TotalLeftOut
from tnt.reading.tables.totals.total_rows import LikelyTotal


@dataclass(frozen=True)
class ListTable:
    """Lists with their people, and what else the table knows. All arrays run over the lists in the table's order."""

    ids: Labels
    """Ids, all different, none empty."""
    names: Labels | None
    """Names, where the table has them."""
    areas: Labels | None
    """Areas, where the table has them."""
    strata: tuple[Stratum, ...]
    """Sex and ages of each column of `people`, ordered by sex and age, those the table does not hold last; no two name
    the same people."""
    people: Floats
    """People counted, lists × strata; never negative."""
    ages_known: bool
    """False where the people of a list are only known together, and nobody asked for a split."""
    ages_imputed: bool
    """True where they are only known together, and the lists file asks for a split by the reference population."""
    registers: Mapping[str, Floats]
    """Condition -> people on the list's own register; NaN = unknown."""
    posts: Mapping[str, Floats]
    """Role -> full-time posts; NaN = unknown."""
    posts_imputed: Mapping[str, bool]
    """Role -> whether its posts were made from people per post."""
    table: str
    """The table's path, as a user would write it."""
    sha256: str
    """Hash of the table's bytes as they are stored."""
    rows: int
    """Records read."""
    beyond: Floats | None = None
    """How many more than `people` there may be, lists × strata, infinite where nobody knows: cells that are suppressed
    or empty, and ages and sexes that the table does not hold. None where all are counted."""
    not_held: tuple[Stratum, ...] = ()
    """Those of `strata` that the table does not hold."""
    untold: Untold | None = None
    """People whose sex or age is not known, beside `people`; None where the table has no word of them."""
    encoding_found: str | None = None
    """The encoding of the table, where nobody stated it and it is not UTF-8."""
    left_out: tuple[RowsLeftOut, ...] = ()
    """Rows of the table that the lists file leaves out."""
    likely_totals: tuple[LikelyTotal, ...] = ()
    """Lists that may be the total of the others."""
    all_ids: Labels | None = None
    """Ids of all lists of the table, where only some of them are used."""
    rows_above: int = 0
    """Rows above the heading, if something is in them and nobody stated that they are to be skipped; else 0."""
    heads_as_posts: frozenset[str] = frozenset()
    """Roles of which people are counted as one post each."""
    second_tables: tuple[SecondRead, ...] = ()
    """What was read from second tables, key by key."""

    @property
    def held(self) -> tuple[Stratum, ...]:
        """Those of `strata` that the table holds."""
        return tuple(stratum for stratum in self.strata if stratum not in self.not_held)

    @property
    def files(self) -> dict[str, str]:
        """Every table read, as a user would write its path -> the hash of its bytes."""
        return {self.table: self.sha256} | {read.table: read.sha256 for read in self.second_tables}

    totals: tuple[TotalLeftOut, ...] = ()
    """Totals of sexes and ages that stand beside their parts, and are left out."""


def taken(table: ListTable, rows: npt.NDArray[np.intp]) -> ListTable:
    """Those lists of a table that stand in `rows`, in that order."""
    return replace(rows_of(table, rows), all_ids=table.ids)


def rows_of(table: ListTable, rows: npt.NDArray[np.intp]) -> ListTable:
    """The lists in `rows`, in that order, as if the table held no others."""
    return replace(
        table,
        ids=table.ids[rows],
        names=None if table.names is None else table.names[rows],
        areas=None if table.areas is None else table.areas[rows],
        people=table.people[rows],
        beyond=None if table.beyond is None else table.beyond[rows],
        untold=None if table.untold is None else table.untold.part(rows),
        registers={name: people[rows] for name, people in table.registers.items()},
        posts={role: posts[rows] for role, posts in table.posts.items()},
    )
