"""Posts of each list, by role."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Floats
from tnt.diagnostics import Code
from tnt.language.documents.lists import ListsDocument, Staff
from tnt.reading.tables.files.sheet import Sheet
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.marks import Marks
from tnt.reading.tables.numbers import numbers


def posts_by_role(
    document: ListsDocument, sheet: Sheet, people: Floats, marks: Marks, findings: Findings
) -> tuple[dict[str, Floats], dict[str, bool]]:
    """Posts of each list (NaN = unknown), and whether they were made from people per post; `people` of each list."""
    posts: dict[str, Floats] = {}
    for role, staff in document.staff.items():
        if staff.posts is not None and not isinstance(staff.posts, str) and len(sheet) > 1:
            place = findings.locate(("staff", role, "posts"))
            findings.add(Code.NUMBER_FOR_MANY_LISTS, place, count=len(sheet))
        posts[role] = _posts(staff, sheet, people, marks, findings)
    return posts, {role: staff.people_per_post is not None for role, staff in document.staff.items()}


def _posts(staff: Staff, sheet: Sheet, people: Floats, marks: Marks, findings: Findings) -> Floats:
    if isinstance(staff.posts, str):
        return numbers(sheet, staff.posts, findings, marks, counts=False, may_be_empty=True)
    if staff.posts is not None:
        return np.full(len(sheet), staff.posts.expected)
    assert staff.people_per_post is not None  # check_keys lets no other through
    return people / staff.people_per_post.expected
