"""Where the result is printed: coloured and ruled on a terminal, plain elsewhere; text from files can do no harm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, cast

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tnt.diagnostics.render.visible import on_one_line

PIPED_WIDTH = 100
WIDEST = 120
_ASCII_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "–": "-", "−": "-", "→": "->", "×": "x", "÷": "/"})
_PLAIN_RULES = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


class _Trimmed:
    """A file that gets no spaces at the ends of lines, with which rich fills them up."""

    def __init__(self, file: IO[str]) -> None:
        """`file` gets the rest."""
        self._file = file

    def write(self, text: str) -> int:
        """Write without the filling. rich writes whole lines."""
        return self._file.write("\n".join(line.rstrip(" ") for line in text.split("\n")))

    def flush(self) -> None:
        """Pass on."""
        self._file.flush()


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command line; rich would end the program."""
        raise BrokenPipeError


class Page:
    """Prints headings, paragraphs and tables, no wider than a reader can follow."""

    def __init__(self, file: IO[str]) -> None:
        """Print to `file`."""
        self._console = _Console(file=file, highlight=False, markup=False, emoji=False)
        self.is_plain = not self._console.is_terminal
        if self.is_plain:
            trimmed = cast(IO[str], _Trimmed(file))
            self._console = _Console(
                file=trimmed, width=PIPED_WIDTH, no_color=True, highlight=False, markup=False, emoji=False
            )
        elif self._console.width > WIDEST:
            self._console.width = WIDEST

    @property
    def width(self) -> int:
        """Columns of a line."""
        return self._console.width

    def written(self, text: str, style: str = "") -> Text:
        """Text ready to print: no control characters, no markup, and only ASCII signs where the output is plain."""
        safe = on_one_line(text.replace("\N{NO-BREAK SPACE}", " ").replace("\n", " "))
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
        """A table whose first `texts` columns are words, which wrap; the others are figures, whose headers may."""
        table = Table(
            box=_PLAIN_RULES if self.is_plain else box.SIMPLE_HEAD,
            pad_edge=False,
            padding=(0, 0, 0, 1),
            show_edge=False,
            header_style="bold",
        )
        is_narrow = self.width < PIPED_WIDTH
        cells = [[self.written(cell) for cell in row] for row in rows]
        for index, header in enumerate(headers):
            title = self.written(header)
            if index >= texts:
                two_lines = 0 if is_narrow else min(len(title.plain), len(title.plain) // 2 + 2)
                width = max([two_lines, *map(len, title.plain.split()), *(row[index].cell_len for row in cells)])
                table.add_column(title, justify="right", width=width, vertical="top")
            elif index == 0:
                room = self.width // (4 if is_narrow else 3) - 2
                table.add_column(title, overflow="fold", vertical="top", min_width=room if len(headers) > 4 else None)
            else:
                table.add_column(title, overflow="fold", vertical="top", max_width=9 if is_narrow else 13)
        for row in cells:
            table.add_row(*row)
        self._console.print(table)
