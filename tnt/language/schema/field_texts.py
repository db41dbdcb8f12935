"""The texts under the fields, read from the source when a schema or a page is made.

pydantic can read them whenever a class is made, but that takes longer than the rest of importing the documents, and an
estimate has no use for them.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import lru_cache
from itertools import pairwise

from tnt.language.base import Part, fields_by_key


def texts_by_part() -> dict[str, dict[str, str]]:
    """Name of each part -> key -> the text under its field, inherited ones too."""
    return {part.__name__: _texts(part) for part in _all_parts(Part)}


def _all_parts(part: type[Part]) -> list[type[Part]]:
    return [each for child in part.__subclasses__() for each in (child, *_all_parts(child))]


def _texts(part: type[Part]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for base in reversed(part.__mro__):
        if issubclass(base, Part) and base is not Part and "[" not in base.__name__:  # `Number[…]` is written as Number
            texts |= _written(base)
    return {key: texts[name] for key, name in fields_by_key(part).items() if name in texts}


@lru_cache(maxsize=256)
def _written(part: type[Part]) -> dict[str, str]:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(part))).body
    assert isinstance(definition, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
