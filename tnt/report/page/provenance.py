"""Every number the estimate rests on, and every source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from tnt.compile.origins import NumberRecord
from tnt.language.documents.declares import Source
from tnt.language.values.by_age import BY_AGE
from tnt.report.context.provenance import NumberGroup, NumberRow, NumbersPart, SourceEntry
from tnt.result.model import Result
from tnt.show.changes import checked_text, origin_text, period_text
from tnt.show.page.wording import Wording
from tnt.show.unbroken import unbroken

_LINK_SCHEMES = ("http", "https")
_OF_ROLE = re.compile(r"/tasks/[^/]+/roles/(?P<role>[^/]+)(?:/(?P<what>share|minutes_factor|supervision)(?:/time)?)?$")
_OF_GROUP = re.compile(r"/populations/(\d+)/")
_MENDED_BY_BROWSERS = set(' \\"<>`{}|^')


def numbers(result: Result, wording: Wording) -> NumbersPart:
    """Every number, and every source that some number names."""
    return NumbersPart(number_groups(result, wording), source_entries(result, wording))


def group_anchors(result: Result) -> dict[str, str]:
    """Group -> its id on the page, in the order the numbers were read."""
    groups = dict.fromkeys(_group(number) for number in result.numbers)
    return {group: f"numbers-{place}" for place, group in enumerate(groups, start=1)}


def source_anchors(result: Result) -> dict[str, str]:
    """Source id -> its id on the page, in the order of first use."""
    used = dict.fromkeys(number.source_id for number in result.numbers if number.source_id is not None)
    return {source: f"source-{place}" for place, source in enumerate(used, start=1)}


def number_groups(result: Result, wording: Wording) -> tuple[NumberGroup, ...]:
    """The numbers, by the recommendation or the part of the pack they belong to."""
    anchors, sources = group_anchors(result), source_anchors(result)
    titles = {one.id: wording.in_language(one.title) for one in result.recommendations}
    grouped: dict[str, list[NumberRecord]] = {group: [] for group in anchors}
    for number in result.numbers:
        grouped[_group(number)].append(number)
    return tuple(
        NumberGroup(
            anchor=anchors[group],
            title=titles.get(group) or _group_title(group, result, wording),
            summary=wording.text("report.numbers.summary", part=_assumed(numbers), whole=len(numbers)),
            rows=tuple(_row(number, group, sources, wording) for number in numbers),
        )
        for group, numbers in grouped.items()
    )


def source_entries(result: Result, wording: Wording) -> tuple[SourceEntry, ...]:
    """The sources that some number names."""
    known = {number.source_id: number.source for number in result.numbers}
    uses = Counter(number.source_id for number in result.numbers)
    return tuple(
        _source(anchor, source_id, known[source_id], uses[source_id], wording)
        for source_id, anchor in source_anchors(result).items()
    )


def is_link(url: str | None) -> bool:
    """Whether an address is a plain http(s) address that leads where it seems to: nothing else may become a link.

    So nobody is named before the host (`https://nhs.uk@evil.example/`), and nothing is unseen or mended by browsers.
    """
    if not url or not url.isprintable() or _MENDED_BY_BROWSERS & {*url}:
        return False
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return parts.scheme in _LINK_SCHEMES and has_host and "@" not in parts.netloc


def _group(number: NumberRecord) -> str:
    return number.recommendation or number.path.split("/", maxsplit=1)[0]


def _assumed(numbers: Sequence[NumberRecord]) -> int:
    return sum(one.status == "assumption" for one in numbers)


def _group_title(group: str, result: Result, wording: Wording) -> str:
    if result.capacity and group == result.capacity.id:
        return wording.text("report.group.capacity", title=wording.in_language(result.capacity.title) or group)
    if group == result.lists.id:
        return wording.text("report.group.lists", title=wording.in_language(result.lists.title) or group)
    return wording.text("report.group.conditions") if group == "conditions" else group


def _label(number: NumberRecord, wording: Wording) -> str:
    """What a number is: one under `roles` is named by its role, one of several by its ages or its group."""
    if of_role := _OF_ROLE.search(number.path):
        role, what = wording.role(of_role["role"]), of_role["what"]
        if what in (None, "share"):
            return wording.text("report.numbers.role-share", role=role)
        return wording.text("report.numbers.of-role", what=wording.name("quantity", what), role=role)
    label = wording.name("quantity", number.quantity)
    if number.quantity == "travel":
        kind = wording.name("contact-kind", number.path.rpartition("/")[2])
        return wording.text("report.numbers.of-role", what=label, role=kind)
    if group := _OF_GROUP.search(number.path):
        label = wording.text("report.numbers.of-group", what=label, number=int(group[1]) + 1)
    _, is_at_ages, ages = number.path.rpartition(f"/{BY_AGE}/")
    return wording.text("report.numbers.at-ages", what=label, ages=ages) if is_at_ages else label


def _row(number: NumberRecord, group: str, sources: Mapping[str, str], wording: Wording) -> NumberRow:
    origins = [] if number.period is None else [period_text(number.period, wording.texts)]
    origins += [origin_text(change, wording.texts) for change in number.changed_by]
    return NumberRow(
        label=_label(number, wording),
        path=number.path.removeprefix(group + "/"),
        text=unbroken(number.text),
        range=_range(number, wording),
        status=number.status,
        status_text=wording.name("status", number.status),
        source=_source_title(number.source_id, number.source, wording) if number.source_id else None,
        source_anchor=sources.get(number.source_id) if number.source_id else None,
        unverified=number.source is not None and number.source.url_status == "unverified",
        note=wording.in_language_if_any(number.note),
        place=f"{number.file}:{number.line}",
        origin=". ".join(origins) or None,
    )


def _range(number: NumberRecord, wording: Wording) -> str | None:
    low, high = number.low_text, number.high_text
    ends = wording.text("report.numbers.range", low=low or number.text, high=high or number.text)
    parts = [unbroken(wording.texts.at_level(ends, number.level))] if low or high else []
    parts += [] if number.n is None else [wording.text("quantity.answers", count=number.n)]
    return ", ".join(parts) or None


def _source_title(source_id: str, source: Source | None, wording: Wording) -> str:
    return (wording.in_language(source.title) if source else "") or source_id


def _source(anchor: str, source_id: str, source: Source | None, uses: int, wording: Wording) -> SourceEntry:
    details: list[str | int | None] = []
    if source is not None:
        place = wording.in_language_if_any(source.place)
        details = [wording.name("source-kind", source.kind), source.publisher, source.year, place, source.licence]
    return SourceEntry(
        anchor=anchor,
        title=_source_title(source_id, source, wording),
        details=", ".join(str(detail) for detail in details if detail),
        url=source.url if source else None,
        is_link=is_link(source.url if source else None),
        unverified=source is not None and source.url_status == "unverified",
        no_address=source is not None and source.has_no_address,
        checked=checked_text(source, wording.texts),
        note=wording.in_language_if_any(source.note) if source else None,
        uses=wording.text("report.sources.uses", count=uses),
    )
