"""The patient's own time, a section of its own."""

from __future__ import annotations

from tnt.report.context.own_time import OwnTimePart, OwnTimeRow
from tnt.report.own_time import OwnTime, own_time_sentences, own_times
from tnt.result.model import Result
from tnt.show.page.wording import Wording


def own_time(result: Result, wording: Wording) -> OwnTimePart | None:
    """None where no patient is asked."""
    sentences = own_time_sentences(result, wording.texts)
    rows = tuple(_row(one, wording) for one in own_times(result))
    return OwnTimePart(tuple(sentences), rows) if sentences else None


def _row(one: OwnTime, wording: Wording) -> OwnTimeRow:
    recommendation = one.recommendation
    return OwnTimeRow(
        title=wording.in_language(recommendation.title) or recommendation.id,
        guideline=wording.in_language(recommendation.guideline_title),
        people=wording.of(recommendation, "eligible_people"),
        to_all=wording.of(one.hours, "tnt_hours"),
        required=wording.of(one.hours, "required_hours"),
        change=wording.of(one.hours, "incremental_hours"),
        per_person=wording.hours(one.per_person),
    )
