"""Two versions of one mapping of the language, compared key by key: what was added, removed and changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from tnt.compile.origins import NumberRecord, quantity_of
from tnt.language.base import Part, Text, fields_by_key
from tnt.language.documents.combined import CombinedConditions
from tnt.language.documents.guideline import Season
from tnt.language.values.by_age import BY_AGE, ByAge
from tnt.language.values.number import Number, Status
from tnt.language.values.role_parts import RolePart
from tnt.language.walk import numbers
from tnt.reading.addresses import address
from tnt.reading.documents import Loaded
from tnt.reading.overlay.shown import shown
from tnt.reading.yaml.tree import KeyPath

NOT_COMPARED = frozenset({"note", "url", "url_status", "licence", "codes", "sources", "outcomes", "format"})
"""Keys that neither ask for anything nor enter a figure."""


_OF_CHOOSING = frozenset({"instead_of", "needs", "may_be_partial", "may_move"})
"""Keys that say what may be chosen, each one thing that is said; no hour of an estimate rests on them."""


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """What one side says, and where."""

    text: Text | None
    """As written; the default where the key is left out, None where there is none."""
    low_text: str | None
    high_text: str | None
    level: float | None
    """How much of what the number may be lies between low and high."""
    status: Status | None
    """Of a number; None for what is not a number, and where there is none."""
    source: Text | None
    """Title of the source of a number."""
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One difference in what two sides say."""

    kind: Literal["added", "removed", "changed"]
    recommendation: str | None
    """`guideline/recommendation` it belongs to; None for conditions, lists, capacity and the head of a guideline."""
    names: tuple[Text, ...]
    """What it is about, from the outside in: titles, else ids."""
    field: str
    """The key that differs; of an entry added or removed, the key it stands under."""
    before: WrittenValue | None
    after: WrittenValue | None


@dataclass(frozen=True)
class SideDocument:
    """A document of one side, with its numbers by address."""

    file: Loaded[Any]
    numbers: Mapping[str, NumberRecord]

    def number(self, path: KeyPath) -> WrittenValue | None:
        """A number as it is written; None where there is none."""
        number = self.numbers.get(address(self.file.document, path))
        if number is None:
            return None
        source = None if number.source is None else number.source.title
        where = number.changed_by[-1] if number.changed_by else number
        written = number.text, number.low_text, number.high_text, number.level
        return WrittenValue(*written, number.status, source, where.file, where.line)

    def by_age(self, path: KeyPath, number: Number[Any] | ByAge[Any] | None) -> WrittenValue | None:
        """A number that may differ by age, as it is written."""
        is_by_age = isinstance(number, ByAge)
        return self._at(path, shown(self.file.value(*path)), key=False) if is_by_age else self.number(path)

    def value(self, path: KeyPath, value: Any) -> WrittenValue:
        """Anything else: a title by language, a word or ages as the language writes them."""
        text = value if value is None or isinstance(value, dict) else str(value)
        return self._at(path, text, key=False)

    def whole(self, path: KeyPath, value: Any) -> WrittenValue:
        """All that stands under a key, as it is written; None where nothing is said."""
        return self._at(path, shown(self.file.value(*path)) if value else None, key=False)

    def key(self, path: KeyPath) -> WrittenValue:
        """That something stands there."""
        return self._at(path, None, key=True)

    def entry(self, path: KeyPath, value: Any) -> WrittenValue:
        """An entry with all its numbers, in the order of its keys."""
        inside = (self.number((*path, *rest)) for rest, _ in numbers(value))
        return self._at(path, ", ".join(str(one.text) for one in inside if one is not None), key=True)

    def _at(self, path: KeyPath, text: Text | None, *, key: bool) -> WrittenValue:
        place = self.file.place(*path, key=key)
        return WrittenValue(text, None, None, None, None, None, place.file, place.span.line if place.span else 1)


@dataclass(frozen=True)
class ComparedParts:
    """The same thing on both sides: where it stands in each file, and what it is called."""

    before: SideDocument
    after: SideDocument
    path_before: KeyPath = ()
    path_after: KeyPath = ()
    names: tuple[Text, ...] = ()
    recommendation: str | None = None

    def key(self, key: str) -> ComparedParts:
        """What stands under a key."""
        return replace(self, path_before=(*self.path_before, key), path_after=(*self.path_after, key))

    def entry(self, before: str | int, after: str | int, names: tuple[Text, ...]) -> ComparedParts:
        """An entry that has a name of its own."""
        names = (*self.names, *names)
        return replace(self, path_before=(*self.path_before, before), path_after=(*self.path_after, after), names=names)


def changes(both: ComparedParts, field: str, before: Any, after: Any) -> Iterator[RuleChange]:
    """Every difference between two values, which are not equal, under the key `field`."""
    if field in _OF_CHOOSING:
        was, now = both.before.whole(both.path_before, before), both.after.whole(both.path_after, after)
        yield RuleChange("changed", both.recommendation, both.names, field, was, now)
    elif isinstance(before, ByAge) and isinstance(after, ByAge):
        yield from changes_of_entries(both.key(BY_AGE), field, _entries(before.by_age), _entries(after.by_age))
    elif isinstance(before, ByAge) or isinstance(after, ByAge):
        sides = both.before.by_age(both.path_before, before), both.after.by_age(both.path_after, after)
        yield RuleChange("changed", both.recommendation, both.names, field, *sides)
    elif isinstance(before, RolePart) is not isinstance(after, RolePart) and None not in (before, after):
        sides = both.before.entry(both.path_before, before), both.after.entry(both.path_after, after)
        yield RuleChange("changed", both.recommendation, both.names, field, *sides)
    elif isinstance(before, Number) or isinstance(after, Number):
        yield from _number(both, field)
    elif _has_keys(before) and _has_keys(after):
        yield from changes_of_part(both, before, after)
    elif _has_keys(before) or _has_keys(after):
        yield _one_side(both, field, before, after)
    elif _is_table(before, after) and field != "title":
        yield from changes_of_entries(both, field, _entries(before), _entries(after))
    else:
        old_and_new = both.before.value(both.path_before, before), both.after.value(both.path_after, after)
        yield RuleChange("changed", both.recommendation, both.names, field, *old_and_new)


def changes_of_part(
    both: ComparedParts, before: Part, after: Part, without: Collection[str] = ()
) -> Iterator[RuleChange]:
    """The differences of two mappings of one class, in the order of its keys."""
    for key, name in fields_by_key(type(after)).items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new and key not in NOT_COMPARED and key not in without:
            yield from changes(both.key(key), key, old, new)


Entries = Mapping[tuple[str, ...], tuple[str | int, Any]]
"""Name -> key in the file (the index where it stands in a list) and the entry."""


def changes_of_entries(both: ComparedParts, field: str, before: Entries, after: Entries) -> Iterator[RuleChange]:
    """Entries by id, rows by whom they are about: those only one side has, and the differences of the others."""
    for name in {**after, **before}:
        (key_before, old), (key_after, new) = before.get(name, (name[0], None)), after.get(name, (name[0], None))
        if old == new:
            continue
        title = getattr(new or old, "title", None)
        each = both.entry(key_before, key_after, name if title is None else (title,))
        if name in before and name in after:
            yield from changes(each, field, old, new)
        elif isinstance(new or old, Number):
            yield from _number(each, field)
        else:
            yield _one_side(each, field, old, new)


def _number(both: ComparedParts, field: str) -> Iterator[RuleChange]:
    before, after = both.before.number(both.path_before), both.after.number(both.path_after)
    quantity = quantity_of(both.path_after) if both.path_after else field
    field = quantity if quantity in ("supervision", "no_show") else field  # no time of the task, no share of people
    if before is None or after is None or _content(before) != _content(after):
        yield RuleChange("changed", both.recommendation, both.names, field, before, after)


def _content(number: WrittenValue) -> tuple[object, ...]:
    return number.text, number.low_text, number.high_text, number.level, number.status, number.source


def _one_side(both: ComparedParts, field: str, before: Any, after: Any) -> RuleChange:
    old = None if before is None else both.before.entry(both.path_before, before)
    new = None if after is None else both.after.entry(both.path_after, after)
    kind: Literal["added", "removed", "changed"] = "added" if old is None else "removed" if new is None else "changed"
    return RuleChange(kind, both.recommendation, both.names, field, old, new)


def _has_keys(value: Any) -> bool:
    """Whether it is compared key by key: conditions put together, and a season, are one thing that is said."""
    return isinstance(value, Part) and not isinstance(value, CombinedConditions | Season)


def _is_table(*values: Any) -> bool:
    return any(isinstance(value, dict) or _is_rows(value) for value in values)


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(hasattr(row, "ages") for row in value)


def _entries(value: Any) -> Entries:
    if isinstance(value, dict):
        return {(str(key),): (key, entry) for key, entry in value.items()}
    if not _is_rows(value):
        return {}
    rows: dict[tuple[str, ...], tuple[str | int, Any]] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    for index, row in enumerate(value):
        name = _people(row)
        seen[name] += 1
        rows[name if seen[name] == 1 else (*name, str(seen[name]))] = (index, row)  # another group of the same people
    return rows


def _people(row: Any) -> tuple[str, ...]:
    return (str(row.ages),) if row.sex == "all" else (str(row.ages), row.sex)
