"""The patient's own time: what visits, travel and self-care take of those the recommendations are for.

It is no staff time: in no total of staff, and held against no working time. METHOD.md, "Role `patient`".
"""

from __future__ import annotations

from dataclasses import dataclass

from tnt.analyses.uncertainty.words import between, varies
from tnt.language.values.roles import PATIENT
from tnt.locale import Texts
from tnt.result.bounded import Bounded, at_least
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.show.bounded import figure_text
from tnt.show.totals_table import hours_text


@dataclass(frozen=True, slots=True)
class OwnTime:
    """What one recommendation takes of its patients, hours a year."""

    recommendation: RecommendationResult
    hours: RoleHours

    @property
    def per_person(self) -> Bounded:
        """Hours a year of one person who gets it: those if everybody eligible got it ÷ people eligible. Unknown where
        not all of these are counted."""
        people = None if self.recommendation.people_at_least else self.recommendation.eligible_people
        known = None if self.hours.tnt_hours is None or not people else self.hours.tnt_hours / people
        return at_least(known, self.hours.at_least)


def own_times(result: Result) -> list[OwnTime]:
    """Every recommendation that takes some, most hours at the target uptake first; what is unknown last."""
    found = [OwnTime(one, one.roles[PATIENT]) for one in result.recommendations if PATIENT in one.roles]
    return sorted(found, key=lambda one: (one.hours.required_hours is None, -(one.hours.required_hours or 0.0)))


def own_time_sentences(result: Result, texts: Texts) -> list[str]:
    """What it is, how much there is in all (what is shared counted once), and how sure that is; none where no patient
    is asked."""
    total = result.total.get(PATIENT)
    if total is None:
        return []
    sentences = [texts.text("own-time.what"), texts.text("own-time.total", hours=hours_text(total, texts))]
    if total.overlap_hours:
        sentences.append(
            texts.text("own-time.shared", hours=figure_text(total, "overlap_hours", texts, with_unit=True))
        )
    if total.first_year_hours != total.required_hours:
        first_year = figure_text(total, "first_year_hours", texts, with_unit=True)
        sentences.append(texts.text("own-time.first-year", hours=first_year))
    if result.uncertainty is not None and varies(result.uncertainty, PATIENT):
        headline = result.uncertainty.total[PATIENT].headline
        sentences.append(texts.text("own-time.interval", interval=between(headline, texts)))
    return sentences
