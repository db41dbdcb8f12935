"""Ranges written without a mean, `10-15 min`: their middle stands in every sum, which nobody wrote."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.walk import numbers
from tnt.reading.pack import Pack
from tnt.written.ranges import flow, is_without_mean, range_read


def middles(pack: Pack) -> Iterator[Diagnostic]:
    """Every number whose text says the ends of a range and no mean."""
    for loaded in pack.documents:
        for path, number in numbers(loaded.document):
            if number.low is None or number.mean is None:
                continue
            at = path if (text := loaded.word(*path)) is not None else (*path, "value")
            text = loaded.word(*at)
            if text is not None and is_without_mean(text):
                whole = range_read(text) or {}
                meant = flow(whole) if at is path else str(whole["mean"])
                place = loaded.place(*at)
                yield Diagnostic(Code.RANGE_WITHOUT_MEAN, place, {"found": text, "expected": str(whole["mean"])}, meant)
