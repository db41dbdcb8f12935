"""How much YAML is read and checked for one pack: its files, and each of them anew for every version of it."""

from __future__ import annotations

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink


class ReadingBudget:
    """Counts the bytes, and tells once where they become too many."""

    def __init__(self, problems: ProblemSink) -> None:
        self._problems = problems
        self._left = limits.YAML_PACK_BYTES
        self._is_reported = False

    def allows(self, file: str, size: int) -> bool:
        """Whether so much of a file may be checked; it then counts."""
        if size <= self._left:
            self._left -= size
            return True
        if not self._is_reported:
            limit = f"{limits.YAML_PACK_BYTES / 1_000_000:g} MB"
            self._problems.add(Diagnostic(Code.PACK_TOO_LARGE, Place(file), {"limit": limit}))
        self._is_reported = True
        return False
