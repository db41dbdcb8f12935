"""Problems on their way to whoever asked: taken while readers read on, raised once where their reading ends."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from tnt.diagnostics.codes import Code, Severity
from tnt.diagnostics.diagnostic import Diagnostic, Place


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


def problem(
    code: Code, place: Place, suggestion: str | None = None, related: tuple[Place, ...] = (), **values: object
) -> Problems:
    """The exception for the one problem that has to stop at once, since nothing is left to read on with.

    A file cannot be opened, is of another kind or would take too much; or what was asked for is not there.
    """
    texts = {key: str(value) for key, value in values.items()}
    return Problems((Diagnostic(code, place, texts, suggestion, related),))


class ProblemSink:
    """Takes what readers find, in the order they find it. A reader gives its problems here and reads on.

    A reader answers None for what it could not read. One that has to know what was found in a part of its work gives
    that part a sink of its own, and hands on what is in it.
    """

    def __init__(self, problems: Iterable[Diagnostic] = ()) -> None:
        self._found = list(problems)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether some problem keeps what was read from being used."""
        return any(one.severity is Severity.ERROR for one in self._found)

    def add(self, problem: Diagnostic) -> None:
        """Take one problem."""
        self._found.append(problem)

    def extend(self, problems: Iterable[Diagnostic]) -> None:
        """Take several."""
        self._found.extend(problems)

    @contextmanager
    def taking_raised(self) -> Iterator[None]:
        """Take what a reader raises who could not go on, so that others may."""
        try:
            yield
        except Problems as raised:
            self.extend(raised.diagnostics)

    def new_among(self, problems: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those of whose code none has been found at their place so far."""
        found = {(one.code, one.place) for one in self._found}
        return [one for one in problems if (one.code, one.place) not in found]

    def raise_errors(self, sources: Mapping[str, str]) -> None:
        """Raise `Problems` with everything found, if some of it is an error; `sources` as there."""
        if self.has_errors:
            raise Problems(tuple(self._found), sources)
