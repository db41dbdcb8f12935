"""Pages of docs/ as their readers look things up: by heading, and there by row of a table."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
NAME = re.compile(r"`([a-z_0-9]+)`")


class Page:
    """A page of docs/, by the headings on it. A heading is named by its text from the start, such as `total`."""

    def __init__(self, name: str) -> None:
        parts = re.split(r"^#+ (.*)\n", (DOCS / name).read_text("utf-8"), flags=re.MULTILINE)
        self._sections = dict(zip(parts[1::2], parts[2::2], strict=True))

    def section(self, heading: str) -> str:
        """What stands below a heading, up to the next; the heading must be there once."""
        (found,) = [text for title, text in self._sections.items() if title.startswith(heading)]
        return found

    def rows(self, heading: str) -> dict[str, set[str]]:
        """Name in the first cell of a row -> every name in the row; names stand in backticks."""
        lines = [line for line in self.section(heading).splitlines() if line.startswith("|")]
        return {name: set(NAME.findall(line)) for line in lines for name in NAME.findall(line.split("|")[1])}

    def names(self, heading: str) -> set[str]:
        """Every name in backticks below a heading, in a table or not."""
        return set(NAME.findall(self.section(heading)))
