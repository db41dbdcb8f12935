"""The origin of every number: as written, where it stands, its status and its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tnt.language.base import Document, Text
from tnt.language.documents.conditions import ConditionsDocument, SpreadTotal
from tnt.language.documents.declares import Source
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.values.ages import ages
from tnt.language.values.by_age import BY_AGE
from tnt.language.values.counted import NumberOrCount
from tnt.language.values.dated import Period
from tnt.language.values.number import Number, Status
from tnt.language.walk import numbers
from tnt.reading.addresses import address, source_id_of
from tnt.reading.documents import Loaded
from tnt.reading.overlay.shown import shown
from tnt.reading.provenance import status_of
from tnt.reading.yaml.tree import AppliedChange


@dataclass(frozen=True, slots=True)
class NumberRecord:
    """One number that entered the estimate, as written, with where it stands and where it comes from."""

    path: str
    """`guideline/recommendation/tasks/task/time`, `conditions/hypertension/prevalence/0/share`,
    `capacity/roles/gp/hours` …"""
    recommendation: str | None
    """`guideline/recommendation` it belongs to; None for conditions, lists and capacity."""
    quantity: str
    """Last key of the path that is a word: time, frequency, share, probability, current, target, nnt, hours, weeks …;
    of a number at some ages that of the whole number. supervision, no_show and travel where the key is another."""
    text: str
    """As written in the file, unit included."""
    low_text: str | None
    high_text: str | None
    status: Status
    source_id: str | None
    source: Source | None
    note: Text | None
    file: str
    line: int
    n: int | None = None
    """Respondents or observations behind it."""
    level: float | None = None
    """How much of what the mean may be lies between low and high, 0.9 where the file does not say; None without both of
    them, and where they are the least and the most."""
    period: Period | None = None
    """The days the entry that was picked holds, where the number has dates."""
    is_worked_out: bool = False
    """Whether what enters sums is worked out from what is written: the mean of a distribution, the share of a count."""
    changed_by: tuple[AppliedChange, ...] = ()
    """The changes of scenarios that made it what it is, with what stood there before."""


def records(
    files: Iterable[Loaded[Document]],
    sources: Mapping[str, Source],
    conditions: Collection[str],
    clusters: Collection[str],
) -> Iterator[NumberRecord]:
    """The numbers of the files that an estimate rests on, in their order: of conditions, their shapes and clusters only
    those used."""
    for file in files:
        for path, number in numbers(file.document):
            if isinstance(file.document, ConditionsDocument) and not _is_used(
                file.document, path, conditions, clusters
            ):
                continue
            if _is_of_nobody(file.document, path) or "may_move" in path:  # which moves nothing here
                continue
            source_id = source_id_of(number, file.document, path)
            given_as = next((key for key in ("mean", "value") if _has(file, path, key)), None)
            ends_stand = number.low is not None and _has(file, path, "low")  # and not in one text, `10-15 min`
            place = file.place(*path)
            yield NumberRecord(
                path=address(file.document, path),
                recommendation=_recommendation(file.document, path),
                quantity=quantity_of(path),
                text=_text(file, path, number) if given_as is None else file.written(*path, given_as),
                low_text=file.written(*path, "low") if ends_stand else None,
                high_text=file.written(*path, "high") if ends_stand else None,
                level=number.interval_level if ends_stand else None,
                status=status_of(number, file.document, path, sources),
                source_id=source_id,
                source=sources.get(source_id or ""),
                note=number.note,
                file=place.file,
                line=place.span.line if place.span else 1,
                n=number.n,
                period=file.period(*path),
                is_worked_out=number.is_worked_out or (number.low is not None and not ends_stand),
                changed_by=tuple(file.changes(*path)),
            )


def quantity_of(path: tuple[str | int, ...]) -> str:
    """What the number at a path is, by the word of the language for it."""
    match path:
        case (*_, "supervision", "time"):
            return "supervision"
        case (*_, "no_show", "share"):
            return "no_show"
        case (*_, "overhead", "travel", _):
            return "travel"
    return next(str(part) for part in reversed(_of_all_ages(path)) if not isinstance(part, int))


def _is_used(
    document: ConditionsDocument,
    path: tuple[str | int, ...],
    conditions: Collection[str],
    clusters: Collection[str],
) -> bool:
    """Whether a number is that of a condition or cluster in use, or of the shape of such a condition."""
    if path[0] == "clusters":
        return path[1] in clusters
    if path[0] != "shapes":
        return path[0] != "conditions" or path[1] in conditions
    used = (entry.prevalence for name, entry in document.conditions.items() if name in conditions)
    return any(isinstance(one, SpreadTotal) and one.shape == path[1] for one in used)


def _is_of_nobody(document: Document, path: tuple[str | int, ...]) -> bool:
    """Whether a number is that of ages the population of its recommendation does not have."""
    if BY_AGE not in path or not isinstance(document, GuidelineDocument):
        return False
    named = ages(path[path.index(BY_AGE) + 1])
    groups = (group.ages.whole_years for group in document.recommendations[str(path[1])].groups)
    return not any(
        (of.last is None or named.first <= of.last) and (named.last is None or of.first <= named.last) for of in groups
    )


def _of_all_ages(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The path of the number of which one is that at some ages."""
    return path[: path.index(BY_AGE)] if BY_AGE in path else path


def _text(file: Loaded[Document], path: tuple[str | int, ...], number: Number[Any]) -> str:
    """As written; of a distribution without a mean of its own all there is, of a count where it was counted too."""
    if isinstance(number, NumberOrCount) and number.of is not None:
        return f"count: {file.written(*path, 'count')}, of: {number.of}"
    return file.written(*path) if number.distribution is None else shown(file.value(*path))


def _has(file: Loaded[Document], path: tuple[str | int, ...], key: str) -> bool:
    whole = (*file.base, *path, key)
    return file.tree.nodes(whole)[2] == len(whole)


def _recommendation(document: Document, path: tuple[str | int, ...]) -> str | None:
    if isinstance(document, GuidelineDocument) and path[0] == "recommendations":
        return f"{document.guideline}/{path[1]}"
    return None
