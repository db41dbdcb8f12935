"""What a reader must know to use a result, before any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tnt.language.base import Text


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that was read: its path as given, and the SHA-256 of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know to use the result. `code` names its text in the catalogues (`notice.CODE`)."""

    code: str
    values: Mapping[str, str | float | Text] = field(default_factory=dict)
