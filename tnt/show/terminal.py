"""Where the result is printed: coloured and ruled on a terminal, plain elsewhere; text from files can do no harm."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import IO, Any, cast

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tnt.show.screen import columns_said, size_of_terminal
from tnt.show.table import ruled_table
from tnt.show.unbroken import NO_BREAK, unbroken
from tnt.visible import no_command, on_one_line

PIPED_WIDTH = 100
"""Columns where COLUMNS says nothing else."""
_NO_BREAK = "\ue000"
"""Stands for a no-break space until lines are broken, which rich does at any space: 5 627 400 is one number."""
_ASCII_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "–": "-", "−": "-", "→": "->", "×": "x", "÷": "/"})


class _Lines:
    """A file that gets no line a build server would obey, and no spaces at the ends of lines if they are trimmed."""

    def __init__(self, file: IO[str], is_trimmed: bool) -> None:
        """`file` gets the rest. rich fills lines up with spaces."""
        self._file, self._is_trimmed = file, is_trimmed

    def write(self, text: str) -> int:
        """Write the rest. rich writes whole lines."""
        lines = "\n".join(line.rstrip(" ") for line in text.split("\n")) if self._is_trimmed else text
        return self._file.write(no_command(lines.replace(_NO_BREAK, " ")))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line; rich would end the program."""
        raise BrokenPipeError


class TextInMemory(StringIO):
    """A text that is no terminal, whatever FORCE_COLOR says: notebooks set it."""


def _width(of_terminal: int, is_plain: bool, in_memory: bool) -> int:
    """Columns of a line: of the terminal, or as COLUMNS says; notebooks set that for other ends."""
    is_said = not in_memory and columns_said() is not None
    return of_terminal if is_said or not is_plain else PIPED_WIDTH


class Page:
    """Prints headings, paragraphs and tables, no wider than a reader can follow."""

    def __init__(self, file: IO[str]) -> None:
        """Print to `file`."""
        columns, lines = size_of_terminal()
        in_memory = isinstance(file, TextInMemory)
        self.is_plain = in_memory or not Console(file=file, width=columns, height=lines).is_terminal
        self._console = _Console(
            file=cast(IO[str], _Lines(file, is_trimmed=self.is_plain)),
            width=_width(columns, self.is_plain, in_memory),
            height=lines,
            no_color=True if self.is_plain else None,
            force_terminal=False if in_memory else None,
            force_jupyter=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    @property
    def width(self) -> int:
        """Columns of a line."""
        return self._console.width

    def written(self, text: str, style: str = "") -> Text:
        """Text ready to print: no control characters, no markup, and only ASCII signs where the output is plain."""
        parts = unbroken(text.replace("\n", " ")).split(NO_BREAK)
        safe = _NO_BREAK.join(map(on_one_line, parts))
        return Text(safe.translate(_ASCII_SIGNS) if self.is_plain else safe, style)

    def heading(self, text: str) -> None:
        """A line that begins a part."""
        self.gap()
        self.paragraph(text, "bold")

    def paragraph(self, text: str, style: str = "") -> None:
        """A paragraph, wrapped at words."""
        self._console.print(self.written(text, style))

    def command(self, command: str, about: str) -> None:
        """A command to type, on a line of its own that is never broken."""
        self.paragraph(f"{about}:")
        self._console.print(Text("  ") + self.written(command), soft_wrap=True)

    def items(self, texts: Sequence[str]) -> None:
        """A list, the later lines of each entry indented."""
        table = Table.grid(padding=(0, 1))
        for text in texts:
            table.add_row(self.written("-" if self.is_plain else "•"), self.written(text))
        self._console.print(table)

    def indented(self, text: str, level: int, style: str = "") -> None:
        """A line of a tree."""
        self._console.print(Padding(self.written(text, style), (0, 0, 0, 2 * level)))

    def gap(self) -> None:
        """An empty line."""
        self._console.print()

    def bars(self, rows: Sequence[Sequence[str]]) -> None:
        """Rows of a label, a figure and a bar made of signs."""
        table = Table.grid(padding=(0, 2))
        table.add_column(justify="right")
        table.add_column(justify="right")
        table.add_column(no_wrap=True)
        for row in rows:
            table.add_row(*(self.written(cell) for cell in row))
        self._console.print(table)

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[str]], *, texts: int = 1) -> None:
        """A table whose first `texts` columns are words, which wrap; the others are figures, whose headers may.

        Where the figures leave no room for names, each row is a name and its figures below.
        """
        titles = [self.written(header) for header in headers]
        cells = [[self.written(cell) for cell in row] for row in rows]
        plain_titles, plain_cells = [title.plain for title in titles], [[cell.plain for cell in row] for row in cells]
        lines = ruled_table(plain_titles, plain_cells, texts, self.width, self.is_plain)
        if lines is None:
            self._below_one_another(titles, cells)
        for line in lines or ():
            self._console.print(line, soft_wrap=True)

    def _below_one_another(self, titles: Sequence[Text], rows: Sequence[Sequence[Text]]) -> None:
        for name, *figures in rows:
            if name.plain:
                self._console.print(name)
            for title, figure in zip(titles[1:], figures, strict=True):
                if figure.plain:
                    self._console.print(
                        Padding(Text.assemble(title, ": " if title.plain else "", figure), (0, 0, 0, 2))
                    )
