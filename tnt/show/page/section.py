"""A section of the report: what it needs of a result, and the template that shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tnt.result.model import Result
from tnt.show.page.wording import Wording


@dataclass(frozen=True, slots=True)
class Section:
    """One section. That of a plugin has the name of its entry point."""

    name: str
    """Its id on the page."""
    template: str
    """Its template, which finds what was built as `section.content`; of a plugin `package:path/in/package.html`."""
    build: Callable[[Result, Wording], object | None]
    """`build(result, wording)`: every figure in the reader's words; None leaves the section out."""
    title: Mapping[str, str] = field(default_factory=dict)
    """Language -> heading; where tnt's own catalogue has none."""
    style: str | None = None
    """Template of its own style."""
