"""Recommendations whose condition nobody has at their ages and of their sex: legal, and hours that are zero."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.documents.conditions import Prevalence
from tnt.language.documents.guideline import GuidelineDocument, Population
from tnt.language.values.ages import Ages
from tnt.reading.checks.combined import groups_with_paths
from tnt.reading.pack import Pack


def nobody(pack: Pack) -> Iterator[Diagnostic]:
    """A condition without a row for the people of a recommendation. One known by registers alone has no rows at all."""
    for loaded in pack.of(GuidelineDocument):
        for rec_id, rec in loaded.document.recommendations.items():
            for group, path in groups_with_paths(rec):
                name = group.condition
                if not isinstance(name, str) or name not in pack.conditions:
                    continue
                file, entry = pack.conditions[name]
                if any(_are_some(row, group) for row in entry.rows):
                    continue
                values = {"id": name, "ages": str(group.ages)}
                related = (file.place("conditions", name, "prevalence", key=True),)
                place = loaded.place("recommendations", rec_id, *path, "condition")
                yield Diagnostic(Code.NOBODY_HAS_IT, place, values, related=related)


def _are_some(row: Prevalence, people: Population) -> bool:
    is_of_sex = "all" in (row.sex, people.sex) or row.sex == people.sex
    return is_of_sex and _meet(row.ages, people.ages)


def _meet(one: Ages, other: Ages) -> bool:
    return max(one.start, other.start) < min(one.end, other.end)
