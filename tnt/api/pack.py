"""Guidelines that are read once, in Python: what `tnt.read` gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tnt.api import frames
from tnt.api.asked import Asked
from tnt.api.door import EACH_LIST, Name, WrongUseError, as_day, as_lists, as_mapping, as_name, as_names, as_texts
from tnt.api.estimate import Estimate
from tnt.api.shown import counted
from tnt.api.value_paths import scenario_path
from tnt.estimating.estimate import estimate as estimate_inputs
from tnt.reading.pack import Pack, read_pack
from tnt.reading.reuse import Reuse, no_search_for_garbage
from tnt.reading.shipped import default_pack, label

if TYPE_CHECKING:
    import pandas as pd


def read(*paths: Name) -> GuidelinePack:
    """Read and check files and folders that together form one pack; without any, the shipped default pack.

    Raises `tnt.Problems` with every error of every file, each with its place. A file that is changed later is read
    again by the next estimate.
    """
    given, reuse = as_names("paths", paths, "a path"), Reuse()
    with no_search_for_garbage():
        pack = read_pack(given or (default_pack(),), reuse=reuse)
    pack.problems.raise_errors(pack.texts)
    return GuidelinePack(given, pack, {}, reuse)


@dataclass(frozen=True, repr=False)
class GuidelinePack:
    """Guidelines and what belongs to them, as files have it, with `values` instead of some of theirs."""

    paths: tuple[Name, ...]
    _read: Pack
    values: Mapping[str, Any]
    """Path of a value -> what it is instead."""
    _reuse: Reuse = field(compare=False)

    def __repr__(self) -> str:
        parts = [counted(len(self.guidelines), "guideline"), counted(len(self.recommendations), "recommendation")]
        parts += [f"{counted(len(self.values), 'value')} changed"] if self.values else []
        where = ", ".join(str(path) for path in self.paths) or label(default_pack())
        return f"Pack of {', '.join(parts)}: {where}"

    @property
    def guidelines(self) -> pd.DataFrame:
        """The guidelines as files have them, by id; those that are retired left out."""
        return frames.guidelines_frame(self._read)

    @property
    def recommendations(self) -> pd.DataFrame:
        """Their recommendations as files have them, by the id that `explain` takes."""
        return frames.pack_recommendations_frame(self._read)

    def with_values(self, values: Mapping[str, Any]) -> GuidelinePack:
        """A pack in which some values are others, by path: `{"demo/check/tasks/visit/time": "12 min"}`.

        Paths are those of `tnt explain` or of a scenario; values are what a file would say, a number with a range as a
        dict. They are laid over the files as a scenario is, so that a new number is an assumption unless it says its
        source, and a path that leads nowhere is a problem of the next estimate.
        """
        said = as_mapping("values", values, "a dict of paths and values")
        return GuidelinePack(self.paths, self._read, {**self.values, **said}, self._reuse)

    def estimate(
        self,
        lists: Name | pd.DataFrame | None = None,
        *,
        columns: Mapping[str, Any] | None = None,
        only: str | Iterable[str] = (),
        capacity: Name | Iterable[Name] | None = None,
        scenarios: Name | Iterable[Name] = (),
        as_of: date | str | None = None,
    ) -> Estimate:
        """Hours a year for lists, held against working time.

        `lists` is a path, an id, a number of people in words (`"1200 people"`) or a DataFrame; what its columns are is
        said by `columns` with the keys of a lists file, or by their names (docs/python.md). `only` are ids or names of
        lists, one or several: all others are left out. `capacity` and `scenarios` are paths or ids, one or several.
        `as_of`, default today, is the date the estimate is for. Raises `tnt.Problems`.
        """
        chosen, said = as_lists("lists", lists, columns)
        asked = Asked(
            self.paths,
            {scenario_path(path, self._read.trees): value for path, value in self.values.items()},
            self._reuse,
            chosen,
            said,
            as_texts("only", only, EACH_LIST),
            as_names("capacity", capacity),
            as_names("scenarios", scenarios),
            as_day("as_of", as_of),
        )
        inputs = asked.inputs()
        return Estimate(asked, inputs, estimate_inputs(inputs))

    def check(self) -> pd.DataFrame:
        """What `tnt check` says of the files: a row a warning or note, by code, with its place."""
        from tnt.check.check import check

        return frames.problems_frame(check(self._files()).diagnostics)

    def strategies(
        self,
        *,
        lists: Name | None = None,
        only: str | Iterable[str] = (),
        scenarios: Name | Iterable[Name] = (),
        as_of: date | str | None = None,
    ) -> pd.DataFrame:
        """By strategy and role: the hours that the pack's strategies ask of a cohort over the years."""
        from tnt.analyses.strategies.strategies import estimate_strategies

        if self.values:
            raise WrongUseError("strategies are estimated from files alone; this pack has values changed in Python")
        result = estimate_strategies(
            *self._files(),
            lists=as_name("lists", lists),
            only=as_texts("only", only, EACH_LIST),
            scenarios=as_names("scenarios", scenarios),
            as_of=as_day("as_of", as_of),
        )
        return frames.strategies_frame(result)

    def survey(self, *answers: Name) -> pd.DataFrame:
        """By task: the minutes that clinicians answered on filled forms or in tables, with an interval."""
        from tnt.survey.answers.read import read_answers
        from tnt.survey.known_tasks import known_tasks
        from tnt.survey.summary import summary

        tasks = known_tasks(self._files()).tasks
        return frames.survey_frame(
            summary(read_answers(as_names("answers", answers, "a path"), tasks.keys()), date.today(), tasks)
        )

    def _files(self) -> tuple[Name, ...]:
        return self.paths or (Path(default_pack()),)
