"""Columns of a table of lists: unknown figures are empty, and no spreadsheet runs a text."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tnt.arrays import Floats

_SIGNS = r"[=+\-@＝＋－＠﹦﹢﹣﹫]"


_UNSEEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cf}\p{Co}\p{Z}\"]*"


_RUN_BY_SPREADSHEETS = rf"(^|[;\t\r\n])({_UNSEEN}{_SIGNS})"


_CUT_OFF_BY_SPREADSHEETS = r"^([\t\r])"


def prefixed(text: pa.Array) -> pa.Array:
    """Texts that no spreadsheet runs."""
    quoted = pc.replace_substring_regex(text, _RUN_BY_SPREADSHEETS, r"\1'\2")
    return pc.replace_substring_regex(quoted, _CUT_OFF_BY_SPREADSHEETS, r"'\1")


def figure_column(values: Floats) -> pa.Array:
    """Figures [n]: null where unknown, no minus zero, as `plain` has single ones."""
    return pa.array(values + 0.0, mask=~np.isfinite(values))
