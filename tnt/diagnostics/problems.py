"""What is raised when input has errors."""

from collections.abc import Mapping

from tnt.diagnostics.diagnostic import Diagnostic


class Problems(Exception):
    """Raised when input has errors: every diagnostic found, warnings included."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, str] | None = None) -> None:
        """`sources` are the texts of the files, for showing the lines."""
        super().__init__(diagnostics)
        self.diagnostics = diagnostics
        self.sources = sources or {}

    def __str__(self) -> str:
        """As `tnt check` shows them, in English, for people who meet this as an exception in a notebook."""
        from tnt.diagnostics.render import render_text

        return "\n" + render_text(self.diagnostics, sources=self.sources)

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the problems, without the way to them through tnt."""
        return [str(self)]

    def _repr_html_(self) -> str:
        """The same where a notebook shows problems that were caught."""
        from html import escape

        return f"<pre>{escape(str(self).strip())}</pre>"
