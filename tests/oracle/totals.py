"""All recommendations together for one role, and its lists by state."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle.overlap import Counted
from tests.oracle.people import PatientList
from tests.oracle.unknowns import complete_sum, known_sum, less, plus, share_of, times_factor
from tests.oracle.visits import Merged
from tests.oracle.working_time import Thresholds, Time

STATES = ("ok", "watch", "overload", "vacant", "unknown", "imputed")


@dataclass
class RoleHours:
    tnt_hours: float | None
    required_hours: float | None
    current_hours: float | None
    incremental_hours: float | None
    required_hours_at_most: float | None
    incremental_hours_at_least: float | None
    incremental_hours_at_most: float | None
    one_off_hours: float | None
    share_of_capacity: float | None
    hours_per_person_benefiting: float | None
    hours_per_person_finding: float | None
    hours_per_person_treating: float | None
    hours_per_person_low: float | None
    hours_per_person_high: float | None
    backlog_hours: float | None
    first_year_hours: float | None
    first_year_at_least: bool
    at_least: bool
    start_up_years: float
    supervision_hours: float | None
    overhead_hours: float | None
    current_is_at_most: bool = False
    one_off_at_least: bool = False
    start_up_hours: float = 0.0
    """One-off work and backlog, as far as they are known."""
    one_off_of_all: float | None = None
    """One-off hours if everyone got it: before the target uptake."""


@dataclass
class OnLists:
    """One role: required hours and time of every list."""

    required: list[float | None]
    first_year_start_up: list[float]
    times: list[Time]
    twice: list[Counted]
    """Counted twice at the target uptakes, and at today's; taken out of the required hours and the change."""
    twice_today: list[Counted]
    merged: list[Merged]
    """Saved by merged visits at the target uptakes, and at today's."""
    merged_today: list[Merged]
    twice_least: list[Counted]
    """The same at the least that today's uptakes can be."""
    merged_least: list[Merged]
    is_partly_shared: bool = False
    """Some work that several tasks ask for has no time in one of them, or cannot be told of a list."""
    saved_without_overhead: float = 0.0
    """Had the role no overhead, all lists together."""
    is_partly_merged: bool = False
    """The same of tasks that may fall in one visit."""

    def saved(self, row: int) -> float:
        """Of a list, of what its recommendations ask for one by one."""
        return self.twice[row].hours + self.merged[row].saved.hours

    def saved_today(self, row: int) -> float:
        return self.twice_today[row].hours + self.merged_today[row].saved.hours

    def saved_least(self, row: int) -> float:
        return self.twice_least[row].hours + self.merged_least[row].saved.hours


def available_hours(times: list[Time]) -> float | None:
    """Hours of all lists with posts known and above 0."""
    return complete_sum([time.available for time in times if time.posts]) if any(time.posts for time in times) else None


def total(
    parts: list[RoleHours],
    on: OnLists,
    lists: list[PatientList],
    limits: Thresholds,
    change: tuple[float | None, ...],
    change_there: tuple[float | None, ...],
) -> dict[str, float | bool | None]:
    staffed = [row for row, time in enumerate(on.times) if time.posts]
    rows = range(len(on.twice))
    saved, saved_today = sum(map(on.saved, rows)), sum(map(on.saved_today, rows))
    required = less(known_sum([part.required_hours for part in parts]), saved)
    incremental = less(complete_sum([part.incremental_hours for part in parts]), saved - saved_today)
    required_there = known_sum([on.required[row] for row in staffed])
    gross = complete_sum([on.times[row].gross for row in staffed]) if staffed else None
    worked = complete_sum([on.times[row].worked_today for row in staffed]) if staffed else None
    start_up = sum(part.start_up_hours for part in parts)
    years = max([1.0, *(part.start_up_years for part in parts if part.start_up_hours > 0)])
    at_least = any(part.first_year_at_least for part in parts)
    first_year = plus(required_there, sum(on.first_year_start_up[row] for row in staffed))
    load_least, load_most = (share_of(plus(worked, end), gross) for end in change_there)
    return {
        "required_hours": required,
        "required_hours_at_most": _required_at_most(parts, saved),
        "current_hours": less(complete_sum([part.current_hours for part in parts]), saved_today),
        "incremental_hours": incremental,
        "incremental_hours_at_least": change[0],
        "incremental_hours_at_most": change[1],
        "one_off_hours": _one_off(parts),
        "one_off_at_least": any(part.one_off_at_least for part in parts),
        "backlog_hours": complete_sum([part.backlog_hours for part in parts]),
        "start_up_hours": None if at_least and start_up == 0 else start_up,
        "start_up_years": years,
        "start_up_period_hours": plus(times_factor(required, years), start_up),
        "first_year_hours": plus(required, sum(part.start_up_hours / part.start_up_years for part in parts)),
        "first_year_share_of_capacity": share_of(first_year, available_hours(on.times)),
        "first_year_at_least": at_least,
        "overlap_hours": sum(one.hours for one in on.twice),
        "overlap_at_least": on.is_partly_shared,
        "merged_visit_hours": sum(one.saved.hours for one in on.merged),
        "merged_visits_at_least": on.is_partly_merged,
        "supervision_hours": known_sum([part.supervision_hours for part in parts]),
        "overhead_hours": less(known_sum([part.overhead_hours for part in parts]), saved - on.saved_without_overhead),
        "available_hours": available_hours(on.times),
        "other_care_hours": complete_sum([on.times[row].other_care for row in staffed]) if staffed else None,
        "share_of_capacity": share_of(required_there, available_hours(on.times)),
        "positions": share_of(required, _mean_per_post(on.times, lists)),
        "headroom": None if required_there is None or not gross else 1 - required_there / gross,
        "hours_that_do_not_fit": _not_fitting(on),
        "hours_on_vacant_lists": _on_vacant(on),
        "break_even_reserve": None
        if required_there is None or not gross
        else 1 - required_there / (limits.overload * gross),
        "load_before": share_of(worked, gross),
        "load_after": None if incremental is None else load_least,
        "load_after_at_least": load_least,
        "load_after_at_most": load_most,
        "at_least": any(part.at_least for part in parts),
        "current_is_at_most": any(part.current_is_at_most for part in parts),
    }


def _not_fitting(on: OnLists) -> float | None:
    """Beyond the time of each list that is judged: other lists cannot lend theirs."""
    judged = [
        max(0.0, hours - (time.available or 0.0))
        for hours, time in zip(on.required, on.times, strict=True)
        if hours is not None and time.state in ("ok", "watch", "overload")
    ]
    return sum(judged) if judged else None


def _on_vacant(on: OnLists) -> float | None:
    """None without a capacity, or where none of it is known."""
    vacant = [hours for hours, time in zip(on.required, on.times, strict=True) if time.state == "vacant"]
    if all(time.gross is None for time in on.times):
        return None
    return known_sum(vacant) if vacant else 0.0


def _required_at_most(parts: list[RoleHours], twice: float) -> float | None:
    """None where all is known, or some part has no end."""
    ends = [part.required_hours_at_most if part.at_least else part.required_hours for part in parts]
    return less(complete_sum(ends), twice) if any(part.at_least for part in parts) else None


def _one_off(parts: list[RoleHours]) -> float | None:
    """None where there is such work and nothing of it is known."""
    known = known_sum([part.one_off_hours for part in parts])
    return (None if any(part.one_off_at_least for part in parts) else 0.0) if known is None else known


def _mean_per_post(times: list[Time], lists: list[PatientList]) -> float | None:
    """Available hours of one post, weighted by the people of lists with posts."""
    pairs = [(time.per_post, one.people) for time, one in zip(times, lists, strict=True) if time.posts]
    if not pairs or any(per_post is None for per_post, _ in pairs):
        return None
    people = sum(weight for _, weight in pairs)
    return sum((per_post or 0.0) * weight for per_post, weight in pairs) / people if people else None


def overload(times: list[Time]) -> dict[str, float | bool | None]:
    counts = {state: sum(time.state == state for time in times) for state in STATES}
    verdicts = counts["ok"] + counts["watch"] + counts["overload"]
    return {
        "lists": counts["overload"],
        "at_least": any(time.at_least and time.state in ("ok", "watch") for time in times),
        "of": verdicts,
        "share": counts["overload"] / verdicts if verdicts else None,
        "watch": counts["watch"],
        "vacant": counts["vacant"],
        "unknown": counts["unknown"],
        "imputed": counts["imputed"],
    }
