"""Which recommendations are chosen together and which are not: `instead_of`, `needs`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag, WithJsonSchema, model_validator

from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Part, fields_by_key
from tnt.language.values.words import as_id

T = TypeVar("T")
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
NAMED_PATTERN = rf"^{_ID}(/{_ID})?$"
FULL_ID_PATTERN = rf"^{_ID}/{_ID}$"
_NAMED = re.compile(NAMED_PATTERN)
_LONGEST_ID = 80
_LONGEST = 2 * _LONGEST_ID + 1


def named(value: Any) -> Any:
    """An id, or two with a slash between; a text in place of either is read as the id it makes, as everywhere."""
    if not isinstance(value, str):
        return value
    parts = value.split("/")
    ids = [part if _NAMED.fullmatch(part) else as_id(part) or "" for part in parts]
    if len(ids) > 2 or not all(0 < len(each) <= _LONGEST_ID for each in ids):
        meant = "/".join(each for each in ids if each)
        raise ValueProblem(Code.BAD_ID, meant if _NAMED.fullmatch(meant) else None, found=value)
    return "/".join(ids)


RecommendationName = Annotated[
    str,
    BeforeValidator(named),
    WithJsonSchema({"type": "string", "pattern": NAMED_PATTERN, "maxLength": _LONGEST}),
]
"""A recommendation: its id within the guideline it stands in, or `guideline/recommendation`."""
FullId = Annotated[str, StringConstraints(pattern=FULL_ID_PATTERN, max_length=_LONGEST)]
"""A recommendation, `guideline/recommendation`."""


def full_id(guideline_id: str, written: str) -> str:
    """`guideline/recommendation` of a recommendation that a guideline names."""
    return written if "/" in written else f"{guideline_id}/{written}"


NAME_FORMS = ("(name)", "(names)", "(needs)")
"""What pydantic puts into the path of an error for each form; no key of a file is called so."""


def form_of_names(given: object) -> str:
    """Whether several are written, or one alone."""
    return NAME_FORMS[1] if isinstance(given, list) else NAME_FORMS[0]


def _form_of_needs(given: object) -> str:
    return NAME_FORMS[2] if isinstance(given, dict | Needs) else form_of_names(given)


def as_list(written: str | list[str] | None) -> list[str]:
    """What is named, in the order written; what could not be read is left out."""
    given = [written] if isinstance(written, str) else written or []
    return [name for name in given if isinstance(name, str)]


_SomeNames = Annotated[list[RecommendationName], Field(min_length=1)]
OneOrMore = Annotated[
    Annotated[RecommendationName, Tag(NAME_FORMS[0])] | Annotated[_SomeNames, Tag(NAME_FORMS[1])],
    Discriminator(form_of_names),
]
"""One recommendation, or a list of them."""


class Needs(Part):
    """Recommendations that another one builds on. Exactly one of any and all."""

    any: _SomeNames | None = None
    """At least one of these is chosen too."""
    all: _SomeNames | None = None
    """All of these are chosen too, as where a list alone is written."""

    @model_validator(mode="after")
    def _one_way(self) -> Needs:
        given = [key for key, name in fields_by_key(Needs).items() if getattr(self, name) is not None]
        if len(given) > 1:
            raise ValueProblem(Code.CONFLICTING_KEYS, keys=", ".join(given))
        if not given:
            raise ValueProblem(Code.MISSING_KEY, key="any")
        return self


NeedsInWords = Annotated[
    Annotated[RecommendationName, Tag(NAME_FORMS[0])]
    | Annotated[_SomeNames, Tag(NAME_FORMS[1])]
    | Annotated[Needs, Tag(NAME_FORMS[2])],
    Discriminator(_form_of_needs),
]
"""One recommendation, a list of which all are needed, or `{any: […]}`."""

Path = tuple[str | int, ...]


def names_with_paths(written: Any) -> list[tuple[str, Path]]:
    """The recommendations of `instead_of` or `needs`, each with its path from that key; what could not be read is left
    out."""
    if isinstance(written, Needs):
        return [
            (name, (key, *path))
            for key, field in fields_by_key(Needs).items()
            for name, path in names_with_paths(getattr(written, field))
        ]
    each = [(written, ())] if isinstance(written, str) else [] if written is None else list(_indexed(written))
    return [(name, path) for name, path in each if isinstance(name, str) and _NAMED.fullmatch(name)]


def _indexed(names: Iterable[T]) -> Iterable[tuple[T, Path]]:
    return ((name, (index,)) for index, name in enumerate(names))


def groups_needed(written: str | list[str] | Needs | None) -> tuple[tuple[str, ...], ...]:
    """What `needs` says, as groups of each of which at least one is chosen: `[a, b]` is two groups of one, `{any: [a,
    b]}` one of two."""
    names = tuple(dict.fromkeys(name for name, _ in names_with_paths(written)))
    if isinstance(written, Needs) and written.any is not None:
        return (names,) if names else ()
    return tuple((name,) for name in names)
