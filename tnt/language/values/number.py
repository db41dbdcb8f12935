"""Numbers as people write them: a text with a unit, or a mapping with range, status and source."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field, GetJsonSchemaHandler, PlainValidator, ValidationError, WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.distributions.level import USUAL_LEVEL
from tnt.language.base import Id, Part, Text
from tnt.language.values import patterns
from tnt.language.values.frequency import Frequency, frequency
from tnt.language.values.spread import (
    DistributionName,
    Supported,
    ValueRange,
    amount,
    check_keys,
    is_fitted,
    suits,
    support_of,
    with_amount,
)
from tnt.written.ranges import flow, range_meant, range_read, shown

Status = Literal["sourced", "derived", "assumption"]
V = TypeVar("V")


def _written(read: Callable[[Any], Any], pattern: str, *examples: str) -> tuple[Any, Any]:
    """A value written as text: how to read it, and what an editor accepts (the reader is the judge)."""
    return PlainValidator(read), WithJsonSchema({"type": "string", "pattern": pattern, "examples": list(examples)})


_SHARE_READ, _SHARE_SCHEMA = _written(units.share, patterns.SHARE, "40 %", "42 / 1000")
_MINUTES_READ, _MINUTES_SCHEMA = _written(units.minutes, patterns.TIME, "15 min", "0.5 h")
_PER_YEAR_READ, _PER_YEAR_SCHEMA = _written(units.hours_per_year, patterns.TIME_IN_PERIOD, "30 min / year")
_OF_POST_READ, _OF_POST_SCHEMA = _written(units.hours_of_post_per_year, patterns.TIME_IN_PERIOD, "100 h / year")
_PER_WEEK_READ, _PER_WEEK_SCHEMA = _written(units.hours_per_week, patterns.TIME_IN_PERIOD, "3 h / week")
_CHANGE_READ, _CHANGE_SCHEMA = _written(units.change_in_share, patterns.CHANGE, "1.5 %", "-0.5 %")
_YEARS_READ, _YEARS_SCHEMA = _written(units.some_years, patterns.PERIOD, "5 years", "6 months")
_COURSE_READ, _COURSE_SCHEMA = _written(units.course_years, patterns.PERIOD, "2 years", "6 weeks")
_YEAR_OR_MORE_READ, _YEAR_OR_MORE_SCHEMA = _written(units.year_or_more, patterns.PERIOD, "3 years")
_INCIDENCE_READ, _INCIDENCE_SCHEMA = _written(units.incidence, patterns.INCIDENCE, "42 / 1000 / year")
_FREQUENCY_READ, _FREQUENCY_SCHEMA = _written(
    frequency, patterns.FREQUENCY, "1 / year", "every 5 years", "once", "once at age 40"
)
_LEVEL_READ, _LEVEL_SCHEMA = _written(units.level, patterns.PERCENT, "95 %")
_COUNTED = {"type": ["number", "string"], "minimum": 0, "pattern": patterns.COUNT}

_PERCENT_READ, _PERCENT_SCHEMA = _written(units.percent, patterns.PERCENT, "85 %")
_SIGNED_READ, _SIGNED_SCHEMA = _written(units.signed_percent, patterns.SIGNED_PERCENT, "+22 %", "-10 %")
_EVENTS_READ, _EVENTS_SCHEMA = _written(units.per_year, patterns.EVENTS_IN_PERIOD, "1.9 / year", "1 / month")
Percent = Annotated[float, _PERCENT_READ, _PERCENT_SCHEMA]
SignedPercent = Annotated[float, _SIGNED_READ, _SIGNED_SCHEMA, Supported("change")]
PerYear = Annotated[float, _EVENTS_READ, _EVENTS_SCHEMA]
Share = Annotated[float, _SHARE_READ, _SHARE_SCHEMA, Supported("share")]
Minutes = Annotated[float, _MINUTES_READ, _MINUTES_SCHEMA]
HoursPerYear = Annotated[float, _PER_YEAR_READ, _PER_YEAR_SCHEMA]
HoursOfPostPerYear = Annotated[float, _OF_POST_READ, _OF_POST_SCHEMA]
HoursPerWeek = Annotated[float, _PER_WEEK_READ, _PER_WEEK_SCHEMA]
ChangeInShare = Annotated[float, _CHANGE_READ, _CHANGE_SCHEMA, Supported("signed")]
Years = Annotated[float, _YEARS_READ, _YEARS_SCHEMA]
CourseYears = Annotated[float, _COURSE_READ, _COURSE_SCHEMA]
YearOrMore = Annotated[float, _YEAR_OR_MORE_READ, _YEAR_OR_MORE_SCHEMA]
Incidence = Annotated[float, _INCIDENCE_READ, _INCIDENCE_SCHEMA]
HowOften = Annotated[Frequency, _FREQUENCY_READ, _FREQUENCY_SCHEMA]
Count = Annotated[float, PlainValidator(units.number), WithJsonSchema(_COUNTED)]
Weeks = Annotated[float, PlainValidator(units.weeks), WithJsonSchema(_COUNTED | {"maximum": 53})]
RelativeRisk = Annotated[
    float,
    PlainValidator(units.ratio),
    WithJsonSchema(_COUNTED | {"exclusiveMinimum": 0, "examples": [0.8]}),
]
Correlation = Annotated[
    float,
    PlainValidator(units.correlation),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": units.MOST_CORRELATED, "examples": [0.3]}),
    Supported("correlation"),
]
Level = Annotated[float, _LEVEL_READ, _LEVEL_SCHEMA]
Positive = Annotated[float, PlainValidator(units.positive), WithJsonSchema(_COUNTED | {"exclusiveMinimum": 0})]


_ENDS_AND_MEAN = ("low", "mean", "high")
_SAID_OF_RANGES = frozenset({"mean", "low", "high", "level", "distribution", "mode", "sd"})
_FIGURES = ("value", "mean", "low", "high", "mode", "sd")


class Number(Part, Generic[V]):
    """A number. Written short (`15 min`) it has no range and is an assumption; written as a mapping it can say more."""

    value: V | None = None
    """The number, with its unit. Use `mean` instead where there is a range."""
    mean: V | None = None
    """The mean, with its unit: totals add means."""
    low: V | None = None
    """5th percentile of what the mean may be (not of single visits), or that of the `level`; of a `pert` or `uniform`
    distribution the least it may be."""
    high: V | None = None
    """95th percentile of what the mean may be, or that of the `level`; of a `pert` or `uniform` distribution the most
    it may be."""
    level: Level | None = None
    """How much of what the mean may be lies between low and high, as much below as above: `95 %` where they are the
    ends of a 95 % interval; 90 % where left out. At least 90 % beside low, mean and high."""
    distribution: DistributionName | None = None
    """What the mean may be, by name: `pert` (low, mode, high), `uniform` (low, high), `normal`, `lognormal` or `gamma`
    (mean, sd), or `beta` (mean and n, for a share seen among n); the last four also through low and high alone. Left
    out, low, mean and high say it."""
    mode: V | None = None
    """Likeliest value of a `pert` distribution; its mean, (low + 4 mode + high) / 6, enters every sum."""
    sd: V | None = None
    """Standard deviation of what the mean may be (its standard error, not the spread of single visits)."""
    status: Status | None = None
    """`sourced`, `derived` (from the source named) or `assumption`. Left out: sourced where there is a source, else
    an assumption."""
    source: Id | None = None
    """Id of an entry under `sources:`."""
    n: Annotated[int, Field(ge=1, le=10**12)] | None = None
    """Respondents (or observations) behind it, where it comes from a survey."""
    note: Text | None = None
    """What a reader must know to use the number."""

    @property
    def expected(self) -> V:
        """The value that enters every sum: the mean."""
        if self.low is not None and self.high is not None and self.distribution is not None:
            middle: V = with_amount(self.low, self._mean_between(amount(self.low), amount(self.high)))
            return middle
        result = self.value if self.mean is None else self.mean
        assert result is not None  # the validator below lets no other through
        return result

    def _mean_between(self, low: float, high: float) -> float:
        """The mean that a distribution by name has between its ends."""
        if self.distribution == "uniform":
            return (low + high) / 2
        if self.mode is not None:
            return (low + 4 * amount(self.mode) + high) / 6
        from tnt.distributions.fitted import fitted

        return fitted(str(self.distribution), low, high, self.level or USUAL_LEVEL).mean()

    @property
    def interval_level(self) -> float | None:
        """How much of what the mean may be lies between low and high; None where they do not say so."""
        if self.low is None or self.high is None or self.distribution in ("pert", "uniform"):
            return None
        return self.level or USUAL_LEVEL

    @property
    def is_worked_out(self) -> bool:
        """Whether what enters sums is worked out from what is written, and stands nowhere itself."""
        return self.value is None and self.mean is None

    @property
    def says_a_range(self) -> bool:
        """Whether it says anything of what the number may be, beside the number itself."""
        keys = ("low", "high", "level", "distribution", "mode", "sd")
        return any(getattr(self, key) is not None for key in keys)

    @property
    def support(self) -> ValueRange:
        """What the number may be at all."""
        quantity, *_ = self.__pydantic_generic_metadata__["args"]
        return support_of(quantity)

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, given: Any) -> Any:
        told = given if isinstance(given, dict) else {"value": given}
        text = told.get("value")
        meant = range_meant(text) if isinstance(text, str) else None
        if meant is not None and range_read(text) is not None and _SAID_OF_RANGES.isdisjoint(told):
            with suppress(ValidationError):
                cls.model_validate(meant)
                derived = {"status": "derived"} if "source" in told and "level" not in meant else {}
                return derived | {key: value for key, value in told.items() if key != "value"} | meant
        if _is_bare(told) and (written := cls._with_units(told)) is not None:
            raise ValueProblem(Code.RANGE_FORM, written, found=shown(given))
        meant = meant if isinstance(given, str) else range_meant(given)
        if meant is not None and (written := cls._range_written(meant)) is not None:
            raise ValueProblem(Code.RANGE_FORM, written, found=shown(given))
        return told

    @classmethod
    def _range_written(cls, meant: dict[str, Any]) -> str | None:
        """A range as it may stand here; where its figures have no unit, with the one that each alone is suggested."""
        for values in (meant, {key: cls._mended(value) for key, value in meant.items()}):
            with suppress(ValidationError):
                cls.model_validate(values)
                return flow(values)
        return None

    @classmethod
    def _with_units(cls, told: dict[str, Any]) -> str | None:
        """Low, mean and high with the unit each alone is suggested; None where they need none."""
        values = told | {key: cls._mended(told[key]) for key in _ENDS_AND_MEAN}
        return None if values == told else flow(values)

    @classmethod
    def _mended(cls, figure: Any) -> Any:
        """What is suggested in place of a figure; itself where nothing is."""
        try:
            cls.model_validate({"value": figure})
        except ValidationError as error:
            problem = error.errors(include_url=False)[0].get("ctx", {}).get("error")
            return getattr(problem, "suggestion", None) or figure
        return figure

    @model_validator(mode="after")
    def _one_number(self) -> Number[V]:
        self._check()
        return self

    def _check(self) -> None:
        """Raises ValueProblem where its figures do not fit together."""
        if self.value is not None and self.mean is not None:
            raise ValueProblem(Code.CONFLICTING_KEYS, keys="value, mean")
        given = {
            "mean" if key == "value" else key for key in (*_FIGURES, "n", "level") if getattr(self, key) is not None
        }
        check_keys(self.distribution, given)
        if self.distribution is None and self.level is not None and self.level < USUAL_LEVEL:
            raise ValueProblem(Code.LEVEL_TOO_LOW, key="level", found=f"{self.level * 100:g} %")
        if self.distribution is None and "mean" not in given:
            raise ValueProblem(Code.MISSING_KEY, key="mean")
        if is_fitted(self.distribution, given):
            self._check_fit()
            return
        low: Any = self.expected if self.low is None else self.low
        high: Any = self.expected if self.high is None else self.high
        _check_same_unit(low, self.expected, high, self.mode, self.sd)
        if self.mode is not None and not low <= self.mode <= high:
            raise ValueProblem(Code.RANGE_ORDER)
        if not low <= self.expected <= high:
            raise ValueProblem(Code.RANGE_ORDER)

    def _check_fit(self) -> None:
        """Raises ValueProblem where the distribution is not one through low and high."""
        low: Any = self.low
        _check_same_unit(low, self.high)
        if not low <= self.high:
            raise ValueProblem(Code.RANGE_ORDER)
        try:
            mean = self.expected if suits(self.distribution, self.support) else None
        except ValueError:
            mean = None
        if mean is None:
            raise ValueProblem(Code.DISTRIBUTION_VALUES, found=str(self.distribution))

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        mapping = handler.resolve_ref_schema(handler(core))
        short = mapping["properties"]["value"]["anyOf"][0]
        for key in _FIGURES:
            mapping["properties"][key] = dict(short)
        return {"anyOf": [short, mapping]}


def _is_bare(told: dict[str, Any]) -> bool:
    """Whether low, mean and high stand there without a unit, which is one problem and not three."""
    return "low" in told and all(type(told.get(key)) in (int, float) for key in _ENDS_AND_MEAN)


def _check_same_unit(*values: Any) -> None:
    """Raises ValueProblem where some of the values there are are hours a week and others hours a year."""
    if len({getattr(each, "per_year", None) for each in values if each is not None}) > 1:
        raise ValueProblem(Code.WRONG_UNIT, found="h / week, h / year", expected="h / week, h / week")
