"""Rows of the program that hold from the start: hours of roles, and what follows from what."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.fit.columns import ProgramColumns
from tnt.engine.fit.cuts import Cut


class ProgramRow(NamedTuple):
    """The sum of some columns times their values is at least `lower` and at most `upper`."""

    lower: float
    upper: float
    columns: Ints
    values: Floats


def rows_of_hours(columns: ProgramColumns) -> Iterator[ProgramRow]:
    """One for each role with limited hours: those of what is followed, with what moves and without what is saved."""
    problem, moving = columns.problem, columns.problem.moving
    for at, role in enumerate(columns.limited.tolist()):
        groups = np.flatnonzero(problem.shared.column_of == role)
        scale = columns.scale[role]
        parts = [
            (np.arange(problem.must.size), problem.hours[:, role] * scale),
            (columns.moved + np.arange(moving.of.size), moving.hours[:, role] * scale),
            (columns.saved + groups, np.full(groups.size, -1.0)),
        ]
        if columns.elastic:
            parts.append((np.array([columns.over + at]), np.array([-1.0])))
        of, values = (np.concatenate(each) for each in zip(*parts, strict=True))
        yield ProgramRow(-np.inf, problem.available[role] * scale, of, values)


def rows_of_rules(columns: ProgramColumns) -> Iterator[ProgramRow]:
    """What is not followed at all is not followed in part, of two instead of one another one is followed, what one
    needs is followed as far as it is, and so on."""
    for lower, of, values in _rules(columns):
        yield ProgramRow(lower, np.inf, np.array(of), np.array(values))


def _rules(columns: ProgramColumns) -> Iterator[tuple[float, Sequence[int], Sequence[float]]]:
    """Each at least so much."""
    problem, any_, full = columns.problem, columns.any_.tolist(), columns.full.tolist()
    for one in range(problem.must.size):
        if any_[one] != one:
            yield 0.0, (any_[one], one), (1.0, -1.0)
        if full[one] != one:
            yield 0.0, (one, full[one]), (1.0, -1.0)
    for one, other in problem.instead:
        yield -1.0, (any_[one], any_[other]), (-1.0, -1.0)
    for several in problem.one_of:
        yield 1.0, several, tuple(1.0 for _ in several)
    for one, others in problem.needs:
        yield 0.0, (*others, one), (*(1.0 for _ in others), -1.0)
    for move, (one, most) in enumerate(zip(problem.moving.of.tolist(), problem.moving.most.tolist(), strict=True)):
        yield 0.0, (one, columns.moved + move), (most, -1.0)


def row_of_cut(columns: ProgramColumns, cut: Cut) -> ProgramRow:
    """What a group saves is at most the steps of those followed."""
    of = np.append(columns.full[cut.members], columns.saved + cut.group)
    return ProgramRow(-np.inf, 0.0, of, np.append(-cut.steps * columns.scale_of_group[cut.group], 1.0))


class Packed(NamedTuple):
    """Rows as HiGHS takes them: many at once."""

    lower: Floats
    upper: Floats
    starts: "np.ndarray[tuple[int], np.dtype[np.int32]]"
    columns: "np.ndarray[tuple[int], np.dtype[np.int32]]"
    values: Floats


def packed(rows: Iterable[ProgramRow]) -> Packed:
    """Without values that are 0."""
    rows = list(rows)
    columns = np.concatenate([row.columns for row in rows]) if rows else np.empty(0)
    values = np.concatenate([row.values for row in rows]) if rows else np.empty(0)
    of_row = np.repeat(np.arange(len(rows)), [row.columns.size for row in rows])
    some = values != 0
    counts = np.bincount(of_row[some], minlength=len(rows))
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]) if rows else np.empty(0)
    return Packed(
        np.array([row.lower for row in rows]),
        np.array([row.upper for row in rows]),
        starts.astype(np.int32),
        columns[some].astype(np.int32),
        values[some].astype(np.float64),
    )
