"""What a code means: for one reader at the terminal, and as the page of all codes."""

from __future__ import annotations

from textwrap import indent

from tnt.diagnostics.codes import Code
from tnt.diagnostics.messages import text_file, texts
from tnt.diagnostics.render.words import form, values_of


def explain(code: Code, lang: str = "en") -> str:
    """Code, form of the message, why it matters, how to mend it, and a few right lines."""
    catalogue, text = texts(lang), texts(lang).codes[code]
    parts = [
        f"{code.value} ({catalogue.counted[code.severity][0]})\n{form(text.message)}",
        f"{catalogue.labels['why']}: {text.why}",
        f"{catalogue.labels['fix']}: {text.fix}",
    ]
    if text.example:
        parts.append(indent(text.example.strip(), "    "))
    return "\n\n".join(parts) + "\n"


def codes_page() -> str:
    """docs/codes.md: the introduction kept beside the texts, and a row for each code."""
    intro = text_file("codes_page.md")
    return intro + "".join(_row(code) for code in Code)


def _row(code: Code) -> str:
    text = texts("en").codes[code]
    values = ", ".join(name if needed else f"({name})" for name, needed in values_of(text.message).items())
    cells = [code.value, code.name, code.severity.value, form(text.message), values, f"{text.why} {text.fix}"]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
