"""One row per list and role of staff, in blocks: what CSV, Parquet, XLSX write; lists in order, roles within each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa

from tnt.arrays import Floats
from tnt.result.figures import figures_of
from tnt.result.lists import STATES, ListsResult, RoleOnLists
from tnt.result.uncertainty import ListSpreads
from tnt.show.csv import figure_column

_FIGURES = figures_of(RoleOnLists)
_FLAGS = ("at_least", "available_at_most")
SCHEMA = pa.schema(
    [("list", pa.string()), ("name", pa.string()), ("role", pa.string())]
    + [(figure, pa.float64()) for figure in ("people", *_FIGURES)]
    + [("state", pa.string())]
    + [(flag, pa.bool_()) for flag in (*_FLAGS, "people_at_least")]
    + [("people_at_most", pa.float64())]
)
"""The fixed columns. Hours are per year; a figure that is unknown is null."""
SPREAD_FIGURES = tuple(figures_of(ListSpreads))
Spreads = Mapping[str, ListSpreads]
"""Role -> how sure its hours are, of a simulated result."""

LISTS_PER_BLOCK = 50_000


def list_schema(spreads: Spreads | None) -> pa.Schema:
    """The columns there are: those of the spread last, only where the result was simulated."""
    if spreads is None:
        return SCHEMA
    return pa.schema([*SCHEMA, *((figure, pa.float64()) for figure in SPREAD_FIGURES)])


def list_row_count(lists: ListsResult) -> int:
    """How many rows there will be."""
    return lists.count * len(lists.staff)


def list_rows(
    lists: ListsResult, spreads: Spreads | None = None, lists_per_block: int = LISTS_PER_BLOCK
) -> Iterator[pa.RecordBatch]:
    """The rows, some lists at a time, so that memory does not grow with the number of lists."""
    if not lists.staff:
        return
    for start in range(0, lists.count, lists_per_block):
        yield _block(lists, spreads, slice(start, start + lists_per_block))


def _block(lists: ListsResult, spreads: Spreads | None, block: slice) -> pa.RecordBatch:
    roles = tuple(lists.staff.values())
    ids, more = lists.ids[block], _more_people(lists, block)
    of_list = pa.array(np.repeat(np.arange(len(ids)), len(roles)))
    of_role = pa.array(np.tile(np.arange(len(roles)), len(ids)))
    states = np.stack([role.state[block] for role in roles], axis=1).ravel()
    columns = [
        pa.array(ids, pa.string()).take(of_list),
        _names(lists, block).take(of_list),
        pa.array(list(lists.staff), pa.string()).take(of_role),
        figure_column(np.repeat(lists.people[block], len(roles))),
        *(figure_column(np.stack([_known(role, name, block) for role in roles], axis=1).ravel()) for name in _FIGURES),
        pa.array(STATES, pa.string()).take(pa.array(states)),
        *(pa.array(np.stack([getattr(role, flag)[block] for role in roles], axis=1).ravel()) for flag in _FLAGS),
        pa.array(np.repeat(~np.isnan(more), len(roles))),
        figure_column(np.repeat(np.where(np.isfinite(more), more, np.nan), len(roles))),
    ]
    if spreads is not None:
        columns += [_spread(lists, spreads, name, block) for name in SPREAD_FIGURES]
    return pa.record_batch(columns, schema=list_schema(spreads))


def _more_people(lists: ListsResult, block: slice) -> Floats:
    """The most people of some lists, infinite where nobody knows; NaN where all are counted."""
    counted = lists.people[block]
    if lists.people_at_most is None:
        return np.full(len(counted), np.nan)
    most = lists.people_at_most[block]
    return np.where(most > counted, most, np.nan)


def _known(role: RoleOnLists, name: str, block: slice) -> Floats:
    """A figure of some lists; unknown where all that is known of it is that it is at least 0."""
    values: Floats = getattr(role, name)[block]
    says_nothing = role.at_least[block] & (values == 0) & (_FIGURES[name].lower_if is not None)
    return np.where(says_nothing, np.nan, values) if says_nothing.any() else values


def _spread(lists: ListsResult, spreads: Spreads, name: str, block: slice) -> pa.Array:
    """A figure of every list and role; null for a role that was not simulated."""
    nothing = np.full(len(lists.ids[block]), np.nan)
    by_role = [getattr(spreads[role], name)[block] if role in spreads else nothing for role in lists.staff]
    return figure_column(np.stack(by_role, axis=1).ravel())


def _names(lists: ListsResult, block: slice) -> pa.Array:
    names = lists.names
    return (
        pa.nulls(len(lists.ids[block]), pa.string())
        if names is None
        else pa.array(names[block], pa.string(), from_pandas=True)
    )
