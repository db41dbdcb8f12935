"""What contradicts itself in a role's support work, hours across posts and time with patients."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityRole
from tnt.reading.documents import Loaded
from tnt.reading.tables.findings import listed

_SAID = 12


def check_staffing(loaded: Loaded[Document], base: tuple[str, ...], working: CapacityRole) -> Iterator[Diagnostic]:
    """`base` is the path of the role in the document."""
    yield from _support(loaded, base, working)
    if working.hours_distribution is not None:
        percentiles = list(working.hours_distribution.percentiles())
        if len(percentiles) < 2:
            yield Diagnostic(Code.FEW_PERCENTILES, loaded.place(*base, "hours_distribution", key=True))
        for (before, _, lower), (key, _, higher) in pairwise(percentiles):
            if higher <= lower:
                at = (*base, "hours_distribution")
                values = {"key": key, "found": loaded.written(*at, key)}
                related = (loaded.place(*at, before),)
                yield Diagnostic(Code.PERCENTILE_ORDER, loaded.place(*at, key), values, related=related)
    if working.face_to_face is not None and working.kind == "face-to-face":
        related = (loaded.place(*base, "kind"),)
        yield Diagnostic(Code.FACE_TO_FACE_TWICE, loaded.place(*base, "face_to_face", key=True), related=related)


def _support(loaded: Loaded[Document], base: tuple[str, ...], working: CapacityRole) -> Iterator[Diagnostic]:
    for name, entry in working.support.items():
        if (entry.share is None) == (entry.time is None):
            place = loaded.place(*base, "support", name, key=True)
            yield Diagnostic(Code.CONFLICTING_KEYS, place, {"keys": "share, time"})
    reserved = [
        name
        for name, entry in working.reserved.items()
        if (entry.share or entry.time) is not None and entry.lists != "none"
    ]
    if working.support and reserved:
        related = tuple(loaded.place(*base, "reserved", name, key=True) for name in reserved[:_SAID])
        place = loaded.place(*base, "support", key=True)
        yield Diagnostic(Code.SUPPORT_AND_RESERVED, place, {"keys": listed(reserved, _SAID)}, related=related)
    total = support_share(working)
    if total is not None and total >= 1:
        place = loaded.place(*base, "support", key=True)
        yield Diagnostic(Code.SUPPORT_OVER_100, place, {"total": f"{total * 100:g} %"})


def support_share(working: CapacityRole) -> float | None:
    """Share of gross hours that support work takes, all added; None where weeks are missing, which is told apart."""
    time = working.hours.expected
    weeks = None if working.weeks is None else working.weeks.expected
    gross = time.hours if time.per_year else None if weeks is None else time.hours * weeks
    share = sum(entry.share.expected for entry in working.support.values() if entry.share is not None)
    weekly = sum(entry.time.expected for entry in working.support.values() if entry.time is not None)
    if weekly == 0:
        return share
    return share + weekly * weeks / gross if weeks and gross else None
