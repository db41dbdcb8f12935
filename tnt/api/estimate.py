"""An estimate in Python: figures as frames, the questions that are asked of it, and its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal

import pandas as pd

from tnt.analyses.uncertainty.drawn import simulated
from tnt.analyses.uncertainty.frames import drivers_frame
from tnt.api import frames
from tnt.api.asked import Asked
from tnt.api.door import EACH_LIST, Name, as_lists, as_number, as_one_of, as_texts, as_year, within
from tnt.api.explanation import Explanation, explanation
from tnt.api.outputs import as_bytes, delivered, delivered_text, written
from tnt.api.shown import as_html, in_few_lines, notices
from tnt.api.simulation import as_drawing
from tnt.cli.request import Drawing
from tnt.compile.inputs import Inputs
from tnt.locale.choice import LANGUAGES
from tnt.report.files import frames as report_frames
from tnt.report.files.shared_work_frame import shared_work_frame
from tnt.result.model import Result


class Estimate:
    """Hours a year that a pack asks for. Every frame is made anew when it is asked for; unknown is NaN, never 0.

    `inputs` and `result` are what `tnt.load` and `tnt.estimate` give.
    """

    def __init__(self, asked: Asked, inputs: Inputs, result: Result, drawing: Drawing | None = None) -> None:
        """`drawing` is how it was simulated, if it was."""
        self.inputs, self.result = inputs, result
        self._asked, self._drawing = asked, drawing

    def __repr__(self) -> str:
        return in_few_lines(self.result)

    def _repr_html_(self) -> str:
        return as_html(self.result, self.recommendations)

    @property
    def recommendations(self) -> pd.DataFrame:
        """By recommendation and role of staff: eligible people, hours a year, shares of capacity, assumptions."""
        return frames.indexed(report_frames.recommendations_frame(self.result), "recommendation", "role")

    @property
    def totals(self) -> pd.DataFrame:
        """By role of staff: all recommendations together against the time there is, and the states of lists."""
        return frames.indexed(report_frames.totals_frame(self.result), "role")

    @property
    def own_time(self) -> pd.DataFrame:
        """By recommendation: hours a year of the patients themselves, which are in no frame of staff."""
        return frames.indexed(report_frames.own_time_frame(self.result), "recommendation")

    @property
    def lists(self) -> pd.DataFrame:
        """By list and role: people, posts, hours a year, and the state of the list."""
        return frames.indexed(report_frames.lists_frame(self.result), "list", "role")

    @property
    def numbers(self) -> pd.DataFrame:
        """By path: every number that entered, as written, with its range, status, source and place."""
        return frames.indexed(report_frames.numbers_frame(self.result), "path")

    @property
    def shared_work(self) -> pd.DataFrame:
        """By activity and role: work that several recommendations ask for, hours a year."""
        return frames.indexed(shared_work_frame(self.result), "activity", "role")

    @property
    def supply(self) -> pd.DataFrame:
        """By capacity and role: how the work stands to each capacity, side by side."""
        return frames.indexed(report_frames.supply_frame(self.result), "capacity", "role")

    @property
    def changes(self) -> pd.DataFrame:
        """By scenario and path: what scenarios and values changed, from what to what."""
        return frames.indexed(report_frames.changes_frame(self.result), "scenario", "path")

    @property
    def drivers(self) -> pd.DataFrame:
        """By role and number: what each does to the required hours. No rows where nothing was simulated."""
        return frames.indexed(drivers_frame(self.result), "role", "stream")

    @property
    def notices(self) -> list[str]:
        """What a reader must know, in English."""
        return notices(self.result, "en")

    def explain(self, what: str) -> Explanation:
        """Where the figures of `guideline/recommendation` or of a number come from, or what a code means."""
        return explanation(self.inputs, self.result, what)

    def simulate(
        self,
        draws: int = 4096,
        seed: int = 1,
        *,
        method: str | None = None,
        assume_range: str | None = None,
        overload_weight: float | None = None,
    ) -> Estimate:
        """The estimate with how sure it is: as `tnt.simulate`, which says what may be given. Frames gain columns."""
        drawing = as_drawing(draws, seed, method, assume_range, overload_weight)
        result = replace(self.result, uncertainty=simulated(self.inputs, drawing))
        return Estimate(self._asked, self.inputs, result, drawing)

    def years(
        self,
        projection: Name | pd.DataFrame | None = None,
        *,
        columns: Mapping[str, Any] | None = None,
        only: str | Iterable[str] = (),
        first: int | None = None,
        last: int | None = None,
    ) -> pd.DataFrame:
        """By year and role: hours year by year, with the people of a projection instead of the lists.

        `projection` is lists by year, as `lists` of `estimate`, and `only` some of them; none is the shipped Norwegian
        one. `first` is the year of the estimate and `last` the last there is, unless they are given.
        """
        chosen, said = as_lists("projection", projection, columns)
        bounds = as_year("first", first), as_year("last", last)
        return frames.years_frame(
            self._asked.years(self.result.as_of, chosen, said, as_texts("only", only, EACH_LIST), *bounds)
        )

    def list_size(self, norm: float | None = None, by: Literal["all", "area", "list"] = "all") -> pd.DataFrame:
        """By capacity and role, for all lists together or by area or list: the largest list that can be managed, and
        the posts needed; with a `norm`, what if every post had that many people."""
        from tnt.analyses.supply.needs import list_needs

        as_one_of("by", by, ("all", "area", "list"))
        people = None if norm is None else within("norm", as_number("norm", norm), 1, 1e9)
        needs = list_needs(self.inputs, self.result, norm=people, by_area=by == "area")
        if by == "all":
            return frames.together_frame(needs.together)
        return frames.needs_frame((needs.areas if by == "area" else needs.lists).columns())

    def to_json(self, path: Name | None = None) -> str | None:
        """Everything as JSON: the text, or into a file."""
        return delivered_text(path, written(self.result, "json", "en"))

    def to_csv(self, path: Name | None = None) -> str | None:
        """A row a list and role as CSV: the text, or into a file."""
        return delivered_text(path, written(self.result, "csv", "en"))

    def to_parquet(self, path: Name | None = None) -> bytes | None:
        """The same as Parquet: the bytes, or into a file."""
        return delivered(path, written(self.result, "parquet", "en"))

    def to_excel(self, path: Name | None = None, lang: str = "en") -> bytes | None:
        """A workbook, with texts in nb or en: the bytes, or into a file."""
        return delivered(path, written(self.result, "xlsx", as_one_of("lang", lang, LANGUAGES)))

    def to_html(self, path: Name | None = None, lang: str = "en") -> str | None:
        """The report as one web page, in nb or en: the text, or into a file."""
        from tnt.report.page.render import render_report

        page = render_report(self.result, as_one_of("lang", lang, LANGUAGES), self._command(lang))
        return delivered_text(path, as_bytes(page))

    def _command(self, lang: str) -> str | None:
        """What makes the same report on the command line; None where Python handed over what it cannot."""
        request = self._asked.as_command(self.result.as_of)
        if request is None:
            return None
        arguments = replace(request, drawing=self._drawing)
        return f"tnt report{arguments.as_arguments()}{arguments.drawing_arguments()} --lang {lang} --out report.html"
