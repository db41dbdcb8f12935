"""For people at a terminal: each problem with its line, a caret, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tnt.diagnostics.codes import NOTHING_TO_MEND, Severity
from tnt.diagnostics.diagnostic import Diagnostic, Place
from tnt.diagnostics.messages import texts
from tnt.diagnostics.render.order import ordered
from tnt.diagnostics.render.snippet import Sources, Style, plain, snippet
from tnt.diagnostics.render.words import did_you_mean, hint, message, where


def render_text(
    diagnostics: Iterable[Diagnostic],
    *,
    lang: str = "en",
    sources: Mapping[str, str] | None = None,
    style: Style = plain,
) -> str:
    """Blocks with an empty line between them, and a line that counts.

    `sources` maps a file to its text; a file that is missing is shown without its line. `style` may colour a text by
    what it is. The hint is given once for each code; what nobody has to mend is one line.
    """
    problems = ordered(diagnostics)
    lines_of, hinted = Sources(sources or {}), set()
    blocks = []
    for problem in problems:
        if problem.code in NOTHING_TO_MEND:
            blocks.append(_head(problem, lang, style))
            continue
        block = [_head(problem, lang, style), *_lines(problem.place, lines_of, style, f"caret-{problem.severity}")]
        block += [style(f"  = {line}", "hint") for line in [did_you_mean(problem, lang)] if line]
        block += _related(problem, lang, lines_of, style)
        if problem.code not in hinted:
            block.append(style(f"  = {hint(problem, lang)}", "hint"))
        hinted.add(problem.code)
        blocks.append("\n".join(block))
    return "\n\n".join([*blocks, summary(problems, lang)]) + "\n"


def summary(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """`3 errors, 1 warning, 0 notes`."""
    catalogue = texts(lang)
    counts = Counter(problem.severity for problem in diagnostics)
    if not counts:
        return catalogue.labels["none"]
    return ", ".join(
        f"{counts[severity]} {catalogue.counted[severity][counts[severity] != 1]}" for severity in Severity
    )


def _head(problem: Diagnostic, lang: str, style: Style) -> str:
    place = where(problem.place, lang)
    kind = style(f"{texts(lang).counted[problem.severity][0]} {problem.code.value}", problem.severity)
    return (style(place, "place") + ": " if place else "") + f"{kind}: {message(problem, lang)}"


def _related(problem: Diagnostic, lang: str, lines_of: Sources, style: Style) -> list[str]:
    lines = []
    for place in problem.related:
        lines.append(f"  = {texts(lang).labels['related']} {style(where(place, lang), 'place')}")
        lines += _lines(place, lines_of, style, "caret-related")
    return lines


def _lines(place: Place, lines_of: Sources, style: Style, caret: str) -> list[str]:
    line = None if place.span is None else lines_of.line(place.file, place.span.line)
    return [] if line is None or place.span is None else snippet(line, place.span, style, caret)
