"""Why a cell is no number, where its look tells, and the line of the lists file that reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from tnt.reading.tables.marks import Marks

WITHHELD = re.compile(
    r"[.:*…\-\u2012\u2013\u2014\u2212]{1,3}|[<≤]\s?\d{1,2}|n/?a|n\.a\.?|nd|null|none|#n/a|nan|missing|suppressed|confidential",
    re.IGNORECASE,
)
"""How offices write that a figure is not known, or too small to be told."""
_FRACTION = r"-?\d+[{}]\d+"
_PER_CENT = re.compile(r"-?\d+([.,]\d+)?\s*%")
_MOST_SIGNS = 6


def likely_cause(found: str, in_column: Sequence[str], marks: Marks, *, counts: bool) -> dict[str, str]:
    """The values of a message: a word for the cause, and the line to write; nothing where nobody can tell.

    `in_column` are the texts of the column that are no numbers, of which one line should read all.
    """
    other = "," if marks.decimal == "." else "."
    if WITHHELD.fullmatch(found):
        signs = list(dict.fromkeys([found, *filter(WITHHELD.fullmatch, in_column)]))[:_MOST_SIGNS]
        return {"reason": "figure-withheld", "line": f"missing: {json.dumps(signs, ensure_ascii=False)}"}
    if re.fullmatch(_FRACTION.format(re.escape(other)), found) and other != marks.thousands:
        return {"reason": "other-decimal-mark", "line": f"decimal: {json.dumps(other)}"}
    if not counts and _PER_CENT.fullmatch(found):
        return {"reason": "share-of-a-post", "line": "in: percent"}
    return {}
