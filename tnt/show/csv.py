"""Cells of a CSV file that no spreadsheet runs."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

_SIGNS = r"[=+\-@＝＋－＠﹦﹢﹣﹫]"


_UNSEEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cf}\p{Co}\p{Z}\"]*"


_RUN_BY_SPREADSHEETS = rf"(^|[;\t\r\n])({_UNSEEN}{_SIGNS})"


_CUT_OFF_BY_SPREADSHEETS = r"^([\t\r])"


def prefixed(text: pa.Array) -> pa.Array:
    """Texts that no spreadsheet runs."""
    quoted = pc.replace_substring_regex(text, _RUN_BY_SPREADSHEETS, r"\1'\2")
    return pc.replace_substring_regex(quoted, _CUT_OFF_BY_SPREADSHEETS, r"'\1")
