"""What an estimate is asked for in Python, and the inputs that are read for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tnt.api.door import Name
from tnt.api.memory_files import as_files
from tnt.cli.request import EstimateRequest
from tnt.compile.inputs import Inputs, load
from tnt.diagnostics import Problems
from tnt.reading.reuse import Reuse

if TYPE_CHECKING:
    import pandas as pd

    from tnt.analyses.years.years import YearsResult


@dataclass(frozen=True)
class Asked:
    """Everything that was chosen; checked, so that only what the files hold can be wrong."""

    paths: tuple[Name, ...]
    values: Mapping[str, Any]
    reuse: Reuse
    lists: Name | pd.DataFrame | None
    columns: Mapping[str, Any]
    only: tuple[str, ...]
    capacity: tuple[Name, ...]
    scenarios: tuple[Name, ...]
    as_of: date | None

    def inputs(self) -> Inputs:
        """Read and compiled. Raises Problems."""
        with self._chosen(self.lists, self.columns) as (lists, scenarios, reuse):
            return load(
                *self.paths,
                lists=lists,
                only=self.only,
                capacity=self.capacity or None,
                scenarios=scenarios,
                as_of=self.as_of,
                reuse=reuse,
            )

    def years(
        self,
        as_of: date,
        projection: Name | pd.DataFrame | None,
        columns: Mapping[str, Any],
        only: tuple[str, ...],
        *bounds: int | None,
    ) -> YearsResult:
        """The same files and choices year by year, with the people of a projection. Raises Problems."""
        from tnt.analyses.years.projection import load_projection
        from tnt.analyses.years.years import estimate_years

        first, last = bounds
        with self._chosen(projection, columns) as (chosen, scenarios, _):
            return estimate_years(
                load_projection(
                    *self.paths,
                    projection=chosen,
                    only=only,
                    capacity=next(iter(self.capacity), None),
                    scenarios=scenarios,
                    as_of=as_of,
                    first=first,
                    last=last,
                )
            )

    def as_command(self, as_of: date) -> EstimateRequest | None:
        """The same for the command line; None where it was handed what only Python can hand over."""
        if self.values or not (self.lists is None or isinstance(self.lists, Name)):
            return None
        return EstimateRequest(
            paths=tuple(map(str, self.paths)),
            lists=None if self.lists is None else str(self.lists),
            capacity=tuple(map(str, self.capacity)),
            as_of=as_of,
            scenarios=tuple(sorted({str(one) for one in self.scenarios})),
            only=self.only,
        )

    @contextmanager
    def _chosen(
        self, lists: Name | pd.DataFrame | None, columns: Mapping[str, Any]
    ) -> Iterator[tuple[Name | None, tuple[Name, ...], Reuse]]:
        with as_files(lists, columns, self.values) as (chosen, more):
            # A frame is read once and gone: what is kept of it would only fill the memory.
            reuse = self.reuse if chosen is lists else _copy(self.reuse)
            try:
                yield chosen, (*self.scenarios, *more), reuse
            except Problems as problems:  # those of a table know no lines of the file that describes it
                problems.sources = {tree.file: tree.text for tree in reuse.trees.values()} | dict(problems.sources)
                raise


def _copy(reuse: Reuse) -> Reuse:
    return replace(
        reuse,
        trees=dict(reuse.trees),
        roles=dict(reuse.roles),
        documents=dict(reuse.documents),
        tables=dict(reuse.tables),
    )
