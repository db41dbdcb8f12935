"""Numbers that differ by age: `{by_age: {0-66: 15 min, 67+: 20 min}}`. METHOD.md, "By age"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, Tag, WithJsonSchema, model_validator

from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Part
from tnt.language.values.ages import OLDEST_WRITTEN, Ages, ages
from tnt.language.values.counted import NumberOrCount, People
from tnt.language.values.number import Minutes, Number, Share
from tnt.written.by_ages import by_ages
from tnt.written.ranges import flow_within, shown

BY_AGE = "by_age"
BAND_PATTERN = r"^(all|\d{1,3}(\+|[-–]\d{1,3})?)$"
NumberAtAges = TypeVar("NumberAtAges", bound=Number[Any] | None)
_ABOVE = re.compile(r"(?:over|above|older than|more than|eldre enn|mer enn|>) ?(\d{1,3})\b.*", re.IGNORECASE)


class _Key(str):
    """A key, and the ages it means beside the others; None where that is not clear."""

    meant: str | None = None


def _read_key(key: Any) -> str:
    """Ages as they name a number of `by_age`, kept as written since paths lead there: without a space."""
    meant = getattr(key, "meant", None)
    try:
        ages(key)
    except ValueProblem as problem:
        if problem.code is Code.TWO_MEANINGS and meant is not None:  # what stands beside it tells which
            raise ValueProblem(Code.BAD_AGES, meant, found=str(key)) from None
        raise ValueProblem(problem.code, problem.suggestion or meant, **problem.values) from None
    if re.search(r"\s", key):
        raise ValueProblem(Code.BAD_AGES, meant, found=str(key))
    return str(key)


def _with_meaning(given: Any) -> Any:
    """Every key with what it means beside the others."""
    if not isinstance(given, dict):
        return given
    with_meaning = {}
    for key, meant in _meant(given).items():
        with_meaning[own := _Key(key)] = given[key]
        own.meant = meant
    return with_meaning


def _meant(keys: Iterable[str]) -> dict[str, str | None]:
    """Key -> the ages it means. `over 67` is 67+ beside what ends at 66, and 68+ beside what ends at 67."""
    alone = {key: _alone(key) for key in keys}
    ends = {one.last for one in alone.values() if one is not None}
    return {key: _above(key, ends) if one is None else str(one) for key, one in alone.items()}


def _alone(key: str) -> Ages | None:
    """What a key means whatever stands beside it."""
    try:
        return ages(key)
    except ValueProblem as problem:
        with suppress(ValueProblem):
            return None if problem.suggestion is None else ages(problem.suggestion)
        return None


def _above(key: str, ends: set[int | None]) -> str | None:
    found = _ABOVE.fullmatch(key)
    age = None if found is None else int(found[1])
    return next((f"{first}+" for first in (age, age + 1) if first - 1 in ends), None) if age else None


class ByAge(Part, Generic[NumberAtAges]):
    """A number that differs by age."""

    by_age: Annotated[
        dict[
            Annotated[str, PlainValidator(_read_key), WithJsonSchema({"type": "string", "pattern": BAND_PATTERN})],
            NumberAtAges,
        ],
        Field(min_length=1),
        BeforeValidator(_with_meaning),
    ]
    """A number for each band of ages: every age of the population stands in one band. Ranges share one draw: all are
    low, or all high, together."""

    @property
    def bands(self) -> dict[str, Ages]:
        """Key -> the ages it names, the youngest first: the order of a file means nothing."""
        return dict(sorted(((key, ages(key)) for key in self.by_age), key=lambda each: (each[1].first, each[0])))

    def keys_by_age(self, wanted: Collection[int] = range(OLDEST_WRITTEN + 1)) -> dict[int, str]:
        """Age -> the key of its number, for the ages wanted; the first of their keys where several have the same,
        whatever is noted of it."""
        keys: dict[int, str] = {}
        for key, named in self.bands.items():
            last = OLDEST_WRITTEN if named.last is None else named.last
            missing = [age for age in range(named.first, last + 1) if age in wanted and age not in keys]
            if missing:
                alike = (other for other in dict.fromkeys(keys.values()) if self._are_alike(other, key))
                keys |= dict.fromkeys(missing, next(alike, key))
        return keys

    def _are_alike(self, one: str, other: str) -> bool:
        first, second = (
            None if number is None else number.model_copy(update={"note": None})
            for number in (self.by_age[one], self.by_age[other])
        )
        return first == second

    @model_validator(mode="before")
    @classmethod
    def _named(cls, given: Any) -> Any:
        in_words = by_ages(given) if isinstance(given, str) else None
        bands = _of_rows(given) if _are_rows(given) else in_words or given
        if isinstance(bands, dict) and BY_AGE not in bands:
            named = _meant(map(str, bands))
            meant = {key: value for name, value in bands.items() if (key := named[str(name)]) is not None}
            written = flow_within({BY_AGE: meant}) if len(meant) == len(bands) else None
            raise ValueProblem(Code.BY_AGE_FORM, written, found="[…]" if isinstance(given, list) else shown(given))
        return given


def _are_rows(given: Any) -> bool:
    """Whether it is rows by age, as conditions have them."""
    return isinstance(given, list) and bool(given) and all(isinstance(row, dict) and "ages" in row for row in given)


def _of_rows(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Ages -> the number of a row: what stands alone beside the ages, whatever it is called, or all that does."""
    found = {}
    for row in rows:
        rest = {key: value for key, value in row.items() if key != "ages"}
        found[str(row["ages"])] = next(iter(rest.values())) if len(rest) == 1 else rest
    return found


class ShareByAge(ByAge[Number[Share]]):
    """A share that differs by age: `{by_age: {0-66: 40 %, 67+: 60 %}}`."""


class MinutesByAge(ByAge[Number[Minutes] | None]):
    """A time that differs by age: `{by_age: {0-66: 15 min, 67+: 20 min}}`; `null` where it cannot be estimated."""


NUMBER_FORMS = ("(number)", "(by age)")
"""What pydantic puts into the path of an error for either form; no key of a file is called so."""


def _form(given: Any) -> str:
    """Which of the two is meant."""
    if isinstance(given, dict):
        return NUMBER_FORMS[BY_AGE in given or any(_alone(str(key)) for key in given)]
    in_words = isinstance(given, str) and by_ages(given) is not None
    return NUMBER_FORMS[in_words or isinstance(given, ByAge) or _are_rows(given)]


MaybeShareByAge = Annotated[
    Annotated[Number[Share], Tag(NUMBER_FORMS[0])] | Annotated[ShareByAge, Tag(NUMBER_FORMS[1])], Discriminator(_form)
]
"""A share, or one that differs by age."""
MaybeCountedShareByAge = Annotated[
    Annotated[NumberOrCount[Share, People], Tag(NUMBER_FORMS[0])] | Annotated[ShareByAge, Tag(NUMBER_FORMS[1])],
    Discriminator(_form),
]
"""A share, a count that it is made from, or a share that differs by age."""
MaybeMinutesByAge = Annotated[
    Annotated[Number[Minutes], Tag(NUMBER_FORMS[0])] | Annotated[MinutesByAge, Tag(NUMBER_FORMS[1])],
    Discriminator(_form),
]
"""A time, or one that differs by age."""
