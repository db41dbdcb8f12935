"""One problem found, before anybody has chosen how to show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tnt.diagnostics.codes import Code, Severity
from tnt.diagnostics.messages import PluginCode
from tnt.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A file as the user named it, and where in it; `cell` names row and column of a table instead of a span of
    text."""

    file: str
    span: Span | None = None
    cell: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A code, a place, and the values its message needs; the message itself is in the texts of the reader's language.

    `suggestion` is what the writer probably meant; `related` are other places that belong to the problem (the first of
    two equal keys, say).
    """

    code: Code | PluginCode
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)
    suggestion: str | None = None
    related: tuple[Place, ...] = ()

    @property
    def severity(self) -> Severity:
        """Error, warning or note."""
        return self.code.severity


class ValueProblem(ValueError):
    """A value that cannot be read, raised where no position is known; the loader adds the place."""

    def __init__(self, code: Code, suggestion: str | None = None, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.suggestion = suggestion
        self.values = values
