"""The steps of a trace, and the numbers of one recommendation as they are written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from tnt.compile.by_age.bands import Band
from tnt.compile.courses.course import Factor
from tnt.compile.inputs import Inputs
from tnt.compile.origins import NumberRecord
from tnt.compile.rule import Rule
from tnt.estimating.task_people import people_by_task
from tnt.language.base import Text
from tnt.language.values.by_age import BY_AGE, ShareByAge
from tnt.language.values.dated import Period
from tnt.language.values.number import Number
from tnt.reading.yaml.tree import AppliedChange
from tnt.result.bounded import Bounded
from tnt.result.model import Result


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One line of the tree. `key` names its label in the catalogues (`explain.KEY`), `values` what the label needs.

    `value` is None where it is unknown, and may be a bound; `unit` is one of hours, people, minutes, share, per-year,
    number, none. `record` is the number as written, with its place and source; a step without one is computed from its
    parts, or a default of the language (`is_default`).
    """

    key: str
    value: float | Bounded | None = None
    unit: str = "none"
    values: Mapping[str, str | Text] = field(default_factory=dict)
    record: NumberRecord | None = None
    is_default: bool = False
    period: Period | None = None
    """The days it holds, where it has dates and is no number (ages)."""
    changed_by: tuple[AppliedChange, ...] = ()
    """The changes of scenarios to what is no number: who it is for, who does it."""
    parts: tuple[TraceStep, ...] = ()


class Tracer:
    """Looks up the numbers of one recommendation as they are written."""

    def __init__(self, inputs: Inputs, rule: Rule, result: Result) -> None:
        self.result = result
        self.inputs = inputs
        self.rule = rule
        self.tasks = rule.recommendation.tasks
        self.people = people_by_task(inputs, rule, rule.work)
        self.records = {number.path: number for number in inputs.numbers}

    def written(self, key: str, value: float, unit: str, *path: str | int) -> TraceStep:
        """A number of the recommendation, or the default of the language where it is left out."""
        return self._step(key, value, unit, path)

    def at_all_ages(
        self, key: str, number: Number[float] | ShareByAge | None, unit: str, *path: str | int, default: float
    ) -> tuple[TraceStep, ...]:
        """The same of a number that may differ by age: each of its numbers then, but for ages nobody is of."""
        if not isinstance(number, ShareByAge):
            return (self.written(key, default if number is None else number.expected, unit, *path),)
        return tuple(
            TraceStep(
                "of-ages",
                values={"ages": band},
                parts=(self.written(key, number.by_age[band].expected, unit, *path, BY_AGE, band),),
            )
            for band in number.bands
            if self._record((*path, BY_AGE, band)) is not None
        )

    def in_band(self, band: Band, key: str, value: float, unit: str, *path: str) -> TraceStep:
        """A number as it is at some ages."""
        (factor,) = band.written([Factor(path, value)])
        return self._step(key, value, unit, factor.path)

    def _step(self, key: str, value: float, unit: str, path: tuple[str | int, ...]) -> TraceStep:
        record = self._record(path)
        return TraceStep(key, value, unit, record=record, is_default=record is None)

    def _record(self, path: tuple[str | int, ...]) -> NumberRecord | None:
        return self.records.get("/".join((self.rule.id, *map(str, path))))

    def going_together(self, conditions: Collection[str]) -> tuple[TraceStep, ...]:
        """The correlation of each cluster that has several of the conditions."""
        return tuple(
            TraceStep(
                "correlation",
                cluster.correlation.expected,
                "number",
                {"cluster": cluster.title or name, "conditions": ", ".join(mine)},
                self.records.get(f"clusters/{name}/correlation"),
            )
            for name, cluster in self.inputs.rules.clusters.items()
            if len(mine := [one for one in cluster.conditions if one in conditions]) > 1
        )

    def asked_in(self, source: str | None) -> Iterator[TraceStep]:
        """The document that asks for a recommendation or a task, where it is said."""
        if source is not None:
            declared = (getattr(one.document, "sources", {}).get(source) for one in self.inputs.documents)
            title = next((found.title for found in declared if found is not None), source)
            yield TraceStep("asked-in", values={"source": title})

    def changes(self, part: tuple[str | int, ...], *keys: str) -> tuple[AppliedChange, ...]:
        """The changes of scenarios to these keys of a part of the recommendation, each once."""
        changes = [change for key in keys for change in self.rule.file.changes(*self._at(*part, key))]
        return tuple(dict.fromkeys(changes))

    def period(self, *path: str | int) -> Period | None:
        """The days a value of the recommendation holds, where it has dates."""
        return self.rule.file.period(*self._at(*path))

    def _at(self, *path: str | int) -> tuple[str | int, ...]:
        return "recommendations", self.rule.id.partition("/")[2], *path
