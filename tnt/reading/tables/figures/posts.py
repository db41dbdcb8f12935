"""Posts of each list, by role."""

from __future__ import annotations

import numpy as np
import pyarrow.compute as pc

from tnt.arrays import Floats
from tnt.diagnostics import Code
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.staff import PostsIn, Staff
from tnt.language.values.number import Number
from tnt.reading.tables.figures.per_list import Figures, PerList
from tnt.reading.tables.files.sheet import TEXT
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.marks import APOSTROPHES, SPACES

_UNITS: dict[PostsIn, str] = {
    "percent": r"%|percent|per cent|pct|prosent|pst\.?",
    "hours-per-week": r"(h|hrs|hours?|t|timer?)(\s*/\s*(w|wk|week|u|uke)| (a|per|i|pr\.?) (week|uken?|uka))?",
}
"""What may stand after the number of a cell, in small letters."""


def posts_by_role(
    document: ListsDocument, figures: Figures, people: Floats, findings: Findings
) -> tuple[dict[str, Floats], dict[str, bool]]:
    """Full-time posts of each list (NaN = unknown), and whether they were made from people per post, or are heads whose
    posts nobody knows; `people` of each list."""
    posts: dict[str, Floats] = {}
    for role, staff in document.staff.items():
        key = ("staff", role, "posts")
        if isinstance(staff.posts, Number) and len(people) > 1:
            findings.add(Code.NUMBER_FOR_MANY_LISTS, findings.locate(key), count=len(people))
        posts[role] = _posts(staff, figures.get(key), people, findings)
    return posts, {role: is_imputed(staff) for role, staff in document.staff.items()}


def is_imputed(staff: Staff) -> bool:
    """Whether nobody counted the posts."""
    return staff.people_per_post is not None or are_heads(staff)


def are_heads(staff: Staff) -> bool:
    """Whether people are counted as one post each, since nobody says how many they have."""
    return staff.in_ == "headcount" and staff.posts_per_head is None


def _posts(staff: Staff, figure: PerList | None, people: Floats, findings: Findings) -> Floats:
    if figure is not None:
        return _post_of_each(staff) * _without_unit(figure, staff.in_).numbers(findings, counts=False)
    if staff.posts is None:
        assert staff.people_per_post is not None  # check_keys lets no other through
        return people / staff.people_per_post.expected
    number = staff.posts.expected if isinstance(staff.posts, Number) else np.nan  # a column that could not be read
    return np.full(len(people), _post_of_each(staff) * number)


def _post_of_each(staff: Staff) -> float:
    """Full-time posts that one of what is counted makes."""
    match staff.in_:
        case "percent":
            return 0.01
        case "hours-per-week":
            assert staff.full_time is not None  # check_keys lets no other through
            return 1 / staff.full_time.expected
        case "headcount":
            return 1.0 if staff.posts_per_head is None else staff.posts_per_head.expected
        case _:
            return 1.0


def _without_unit(figure: PerList, posts_in: PostsIn) -> PerList:
    """`80 %` as 80; a cell that is no number before its unit stays as it stands."""
    if posts_in not in _UNITS or figure.sheet.columns[figure.column].type != TEXT:
        return figure
    mark, space = rf"[.,{SPACES}{APOSTROPHES}]", f"[{SPACES}]"
    with_unit = rf"(?i)^(-?[0-9]+({mark}[0-9]{{3}})*([.,][0-9]*)?){space}*({_UNITS[posts_in]})$"
    return figure.with_text(pc.replace_substring_regex(figure.sheet.text(figure.column), with_unit, r"\1"))
