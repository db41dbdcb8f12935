"""Which language a reader gets."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

Language = Literal["nb", "en"]
LANGUAGES: tuple[Language, ...] = ("nb", "en")
_NORWEGIAN = ("nb", "nn", "no")


def language(chosen: str | None = None, environment: Mapping[str, str] = os.environ) -> Language:
    """The language asked for, else that of LC_ALL, LC_MESSAGES or LANG (the first that is set), else English."""
    named = chosen or next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return "nb" if named.lower().replace("-", "_").split("_")[0].split(".")[0] in _NORWEGIAN else "en"
