"""Ranges as people write them: `10-15 min`, `15 ± 5 min`, `every 3-5 years`, `[10 min, 15 min, 20 min]`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tnt import limits
from tnt.written.number_words import without_about
from tnt.written.range_words import ends_in_figures

_NUM = r"\d{1,12}(?:[.,]\d{1,9})?"
_FROM_TO = re.compile(
    rf"(?P<every>(?:every|hver|hvert) )?(?P<two>between |mellom )?(?P<one>{_NUM})(?(every)\.?) ?(?P<unit>%|[^\W\d_]*)"
    rf"(?: ?[-–—−] ?| (?:to|til|(?(two)(?:and|og)|to)) )(?P<other>{_NUM})(?(every)\.?)(?P<rest>(?![\d.,]| ?[-–—]).*)"
)
_ABOUT = re.compile(rf"(?P<mean>{_NUM}) ?(?P<unit>%|[^\W\d_]*) ?(?:±|\+/-|\+-) ?(?P<off>{_NUM})(?P<rest>(?![\d.,]).*)")
_ROUND = re.compile(
    rf"(?P<mean>{_NUM}) ?(?P<unit>%|[^\W\d_]*) ?[(\[] ?(?:(?P<level>{_NUM}) ?% ?(?:CI|KI|C\.I\.)[:,;]? ?)?"
    rf"(?P<one>{_NUM}) ?(?:[-–—−;]|to|til) ?(?P<other>{_NUM})"
    rf" ?(?P<within>%|[^\W\d_]*) ?[)\]](?P<rest>(?![\d.,]).*)"
)
_THREE = re.compile(
    rf"(?P<low>{_NUM})(?P<sign>, ?| ?[-–—/] ?)(?P<mean>{_NUM})(?P=sign)(?P<high>{_NUM}) ?(?P<rest>%|[^\W\d_].*)"
)
_BETWEEN = re.compile(r"[-–—−±(\[,/]|(?i:\b(?:to|til|or|eller|and|og)\b)")
"""What stands between two figures of a range; most texts have nothing of it, and are done with."""
_ALONE = re.compile(rf"(?P<number>{_NUM})(?P<rest>(?![\d.,]).*)")
_KEYS = {
    "min": "low", "minimum": "low", "lower": "low", "max": "high", "maximum": "high", "upper": "high",
    "average": "mean", "value": "mean",
}  # fmt: skip
_SAYS_ALL = {"mean", "value", "mode", "distribution"}


def range_meant(given: Any) -> dict[str, Any] | None:
    """What a range that is written in another way would be with low, mean and high; None for what is no such range.

    Where no mean is written the middle stands in its place: whoever shows this has to say so.
    """
    if isinstance(given, str) and len(given) <= limits.QUANTITY_CHARACTERS and _BETWEEN.search(given):
        text = without_about(" ".join(given.split()))
        return _of_text(text) or _of_text(ends_in_figures(text))
    if isinstance(given, list) and len(given) in (2, 3) and all(_is_plain(each) for each in given):
        return _of_figures(given)
    if isinstance(given, Mapping):
        return _of_keys(given)
    return None


def range_read(text: Any) -> dict[str, Any] | None:
    """What a text says of a range that can be read: its ends, `10-15 min`, or its mean and an interval of a level,
    `10 min (95 % CI 8-12)`; None for any other.

    Of ends alone the middle stands for the mean: whoever reads it so has to say so, see `is_without_mean`.
    """
    meant = range_meant(text) if isinstance(text, str) else None
    return meant if meant is not None and ("level" in meant or is_without_mean(text)) else None


def is_without_mean(text: str) -> bool:
    """Whether a text says the ends of a range and nothing else."""
    if range_meant(text) is None:
        return False
    written = without_about(" ".join(text.split()))
    return any(_FROM_TO.fullmatch(each) for each in (written, ends_in_figures(written)))


def flow(values: Mapping[str, Any]) -> str | None:
    """A mapping as it is written within braces; None where a value of it cannot stand there as it is."""
    if not all(_is_plain(value) for value in values.values()):
        return None
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def flow_within(value: Any) -> str | None:
    """A value as it is written within braces, mappings in it too; None where a part of it cannot stand there so."""
    if isinstance(value, Mapping):
        parts = {key: flow_within(each) for key, each in value.items()}
        return (
            None if None in parts.values() else "{" + ", ".join(f"{key}: {part}" for key, part in parts.items()) + "}"
        )
    return "null" if value is None else str(value) if _is_plain(value) else None


def shown(given: Any) -> str:
    """A value as it was written, or nearly so: a list or mapping within brackets or braces."""
    if isinstance(given, Mapping):
        return flow(given) or "{…}"
    return "[" + ", ".join(map(str, given)) + "]" if isinstance(given, list) else str(given)


def _is_plain(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    return isinstance(value, int | float) or (isinstance(value, str) and bool(re.fullmatch(r"[\w][\w ./%+-]*", value)))


def _of_text(text: str) -> dict[str, Any] | None:
    if (found := _FROM_TO.fullmatch(text)) and found["unit"].lower() != "e":
        low, high = sorted((_number(found["one"]), _number(found["other"])))
        rest = found["rest"].strip() or found["unit"]
        written = [f"{found['every'] or ''}{_with(each, rest)}" for each in (low, (low + high) / 2, high)]
        if found["every"]:
            written.reverse()  # the longer interval is the lower frequency
    elif found := _ABOUT.fullmatch(text):
        mean, off = _number(found["mean"]), _number(found["off"])
        rest = found["rest"].strip() or found["unit"]
        written = [_with(each, rest) for each in (mean - off, mean, mean + off)]
    elif (found := _ROUND.fullmatch(text)) or (found := _THREE.fullmatch(text)):
        written = _three(found.groupdict(default=""))
        if level := found.groupdict().get("level"):
            written.append(f"{_number(level):g} %")
    else:
        return None
    return dict(zip(("low", "mean", "high", "level"), map(_typed, written), strict=False))


def _three(found: Mapping[str, str]) -> list[str]:
    """Low, mean and high where a text has them all: `10 min (5–15)`, `5-10-15 min`."""
    rest = found["rest"].strip() or found.get("unit") or found.get("within") or ""
    keys = ("one", "mean", "other") if "one" in found else ("low", "mean", "high")
    return [_with(_number(found[key]), rest) for key in keys]


def _of_figures(given: Sequence[Any]) -> dict[str, Any] | None:
    if len(given) == 3:
        return dict(zip(("low", "mean", "high"), given, strict=True))
    middle = _middle(*given)
    return None if middle is None else {"low": given[0], "mean": middle, "high": given[1]}


def _of_keys(given: Mapping[str, Any]) -> dict[str, Any] | None:
    named = {_KEYS.get(key, key): value for key, value in given.items()}
    if len(named) < len(given) or not {"low", "high"} <= named.keys():
        return None
    if _SAYS_ALL.isdisjoint(named):
        middle = _middle(named["low"], named["high"])
        return None if middle is None else {"low": named.pop("low"), "mean": middle, "high": named.pop("high"), **named}
    return named if given.keys() & (_KEYS.keys() - {"value"}) else None


def _middle(one: Any, other: Any) -> Any:
    found = [_ALONE.fullmatch(" ".join(str(each).split())) for each in (one, other)]
    if found[0] is None or found[1] is None or found[0]["rest"].strip() != found[1]["rest"].strip():
        return None
    return _typed(_with((_number(found[0]["number"]) + _number(found[1]["number"])) / 2, found[0]["rest"].strip()))


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _with(number: float, rest: str) -> str:
    return f"{number:.12g} {rest}".strip()


def _typed(text: str) -> Any:
    """A figure without a unit is a number in YAML."""
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else int(text) if re.fullmatch(r"-?\d+", text) else text
