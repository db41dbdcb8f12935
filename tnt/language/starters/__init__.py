"""Files to start from, one a kind and language, with comments for people who have never seen YAML."""

from __future__ import annotations

import re
from importlib.resources import files

from tnt.diagnostics import Code, Place, problem

KINDS_WITH_STARTERS = ("guideline", "conditions", "capacity", "case", "scenario")
"""Kinds a starter can be offered for: those that pass the checker alone. A lists file needs the table it describes."""
STARTER_LANGUAGES = ("en", "nb")
_ID = "my-id"


def starter(kind: str, id: str, lang: str) -> str:
    """A commented file of a kind that passes the checker, comments in `lang` (English where there is none).

    `id` becomes the document's id; a case has a sentence in place of an id, in which it is named. Raises `Problems` for
    an id that is none, `KeyError` for a kind without a starter.
    """
    from tnt.language.base import ID_PATTERN

    if kind not in KINDS_WITH_STARTERS:
        raise KeyError(kind)
    if not re.fullmatch(ID_PATTERN, id):
        raise problem(Code.BAD_ID, Place(id), found=id)
    text = files(__name__).joinpath(f"{kind}.{lang if lang in STARTER_LANGUAGES else 'en'}.yaml").read_text("utf-8")
    return text.replace(_ID, id)
