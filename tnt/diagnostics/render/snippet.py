"""A line of a file with its number, and carets below the part that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tnt.diagnostics.span import Span
from tnt.visible import columns, on_one_line

Style = Callable[[str, str], str]
"""A text and what it is -> the text to print.

What it is: `error`, `warning`, `note`, `place`, `gutter`, `hint`, `caret-error`, `caret-warning`, `caret-note` or
`caret-related`.
"""

WIDEST = 120
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what YAML counts as the end of a line


def plain(text: str, _kind: str) -> str:
    """No style at all."""
    return text


@dataclass(frozen=True)
class Sources:
    """Texts of files by name, cut into lines once each; files that are missing have no lines."""

    texts: Mapping[str, str]
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def line(self, file: str, number: int) -> str | None:
        """A line, counted from 1, without its end."""
        if file not in self.texts:
            return None
        if file not in self._lines:
            self._lines[file] = _LINE_BREAK.split(self.texts[file].removeprefix("\ufeff"))
        lines = self._lines[file]
        return lines[number - 1] if 0 < number <= len(lines) else None


def snippet(line: str, span: Span, style: Style, caret: str) -> list[str]:
    """Three lines: an empty gutter, the line, its carets. A very long line is cut around the span."""
    start = min(max(span.column - 1, 0), len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = min(max(end, start), len(line))
    first = 0 if len(line) <= WIDEST else max(0, min(start - WIDEST // 3, len(line) - WIDEST))
    last = min(len(line), first + WIDEST)
    end = min(end, last)
    before = ("…" if first else "") + on_one_line(line[first:start])
    meant = on_one_line(line[start:end])
    after = on_one_line(line[end:last]) + ("…" if last < len(line) else "")
    gutter = " " * len(str(span.line))
    carets = " " * columns(before) + style("^" * max(1, columns(meant)), caret)
    return [
        style(f"{gutter} |", "gutter"),
        style(f"{span.line} |", "gutter") + f" {before}{meant}{after}".rstrip(),
        style(f"{gutter} |", "gutter") + f" {carets}",
    ]
