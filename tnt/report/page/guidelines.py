"""The guidelines the report is about, for the top of the page."""

from __future__ import annotations

from tnt.report.context.guidelines import GuidelinePart, GuidelinesPart
from tnt.report.page.provenance import is_link
from tnt.result.guideline import GuidelineUsed
from tnt.result.model import Result
from tnt.show.head.guidelines import guideline_facts, guidelines_count
from tnt.show.page.parts import Fact, Figure
from tnt.show.page.wording import Wording


def guidelines_part(result: Result, wording: Wording) -> GuidelinesPart:
    """All guidelines of a result."""
    return GuidelinesPart(
        count=guidelines_count(result.guidelines, wording.texts),
        entries=tuple(_part(number, one, wording) for number, one in enumerate(result.guidelines, start=1)),
    )


def several_guidelines(result: Result, wording: Wording) -> GuidelinesPart | None:
    """What stands in a section of its own: the top of the page has no room for it. None where there is one."""
    return guidelines_part(result, wording) if len(result.guidelines) > 1 else None


def _part(number: int, one: GuidelineUsed, wording: Wording) -> GuidelinePart:
    facts = guideline_facts(one, wording.texts)
    return GuidelinePart(
        anchor=f"guideline-{number}",
        title=wording.in_language(one.title) or one.id,
        status=None if one.status is None else wording.name("guideline-status", one.status),
        is_unsettled=one.is_unsettled,
        facts=tuple(Fact(wording.text(f"guideline.{what}"), Figure(text, None), None) for what, text in facts),
        url=one.url,
        is_link=is_link(one.url),
        unverified=one.url_status == "unverified",
        note=wording.in_language_if_any(one.note),
    )
