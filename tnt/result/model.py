"""The result of an estimate, labelled: what every output is made from.

None means unknown or cannot be estimated, never zero. Hours are per year unless they are called one-off. Every figure
is time if everyone eligible accepts: not a forecast, and not a judgement of benefit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from tnt.compile.benefit import WhyNone
from tnt.compile.notice import InputFile, Notice
from tnt.compile.origins import NumberRecord
from tnt.format.base import Text
from tnt.format.guideline import Certainty, Kind, Strength
from tnt.reading.tree import AppliedChange, ChosenScenario
from tnt.result.supply_model import Overload, Staffing, Supply
from tnt.result.uncertainty_model import ListSpreads, Uncertainty

__all__ = [
    "STATES", "AppliedChange", "CapacityUsed", "ChosenScenario", "Floats", "InputFile", "ListDetail",
    "ListsResult", "Notice", "NumberRecord", "Overload", "RecommendationResult", "Result", "RoleHours",
    "RoleOnLists", "RoleTotal", "SharedActivity", "SharedPair", "Staffing", "Supply",
]  # fmt: skip

Floats = npt.NDArray[np.float64]
STATES = ("ok", "watch", "overload", "vacant", "unknown", "imputed")
"""States of a list for one role; arrays of states hold the index in this tuple."""


@dataclass(frozen=True, slots=True)
class RoleHours:
    """What one recommendation asks of one role over all lists, overlap with other recommendations not removed."""

    tnt_hours: float | None
    """If every eligible person got it. None when every task of the role lacks a time."""
    required_hours: float | None
    """At the target uptake."""
    current_hours: float | None
    incremental_hours: float | None
    one_off_hours: float | None
    """Work done once and never again (hours, not per year); None where there is none."""
    share_of_capacity: float | None
    """TNT hours (required hours for a recommendation against something) ÷ available hours, over lists with posts
    known and above 0."""
    hours_per_person_benefiting: float | None
    at_least: bool
    """Whether some task of the role lacks a time, so that the hours are a lower bound."""
    hours_per_person_finding: float | None = None
    """The part of the hours per person who benefits that finds them; it and the treating make the whole."""
    hours_per_person_treating: float | None = None
    hours_per_person_low: float | None = None
    """Hours per person who benefits where the NNT is lowest, or the risk reduction highest; None where not stated."""
    hours_per_person_high: float | None = None
    """Where the NNT is highest; None also where there is no upper limit."""
    backlog_hours: float | None = None
    """Work overdue today, in all and not a year; None where nobody knows how much."""
    first_year_hours: float | None = None
    """Required hours and the first year's part of one-off work and backlog."""
    first_year_at_least: bool = False
    """Whether a part of the first year is unknown."""


@dataclass(frozen=True, slots=True)
class RecommendationResult:
    """One recommendation over all lists."""

    id: str
    """`guideline/recommendation`."""
    title: Text
    guideline_title: Text
    strength: Strength | None
    certainty: Certainty | None
    is_against: bool
    time_kind: Kind
    eligible_people: float | None
    """People it applies to (new cases a year where the population has an incidence)."""
    people_benefiting_per_year: float | None
    outcome: Text | None
    roles: Mapping[str, RoleHours]
    numbers: int
    """Numbers its estimate rests on, and how many of them are assumptions."""
    assumptions: int
    note: Text | None = None
    outcome_id: str | None = None
    """Entry under `outcomes:`; None where no benefit is stated."""
    why_no_hours_per_person_benefiting: WhyNone | None = None
    """None where there are such hours for some role."""
    has_no_upper_limit: bool = False
    """Whether the range of the risk reduction includes zero, so that the hours per person who benefits have no upper
    limit."""
    start_up_years: float | None = None
    """Years over which one-off work and backlog are spread; None where it is not said: all in the first year."""


@dataclass(frozen=True, slots=True)
class RoleTotal:
    """All recommendations together, for one role."""

    title: Text
    isco: str | None
    kind: Kind | None
    """What the capacity counts; None without a capacity for the role."""
    required_hours: float | None
    current_hours: float | None
    incremental_hours: float | None
    incremental_hours_at_most: float | None
    one_off_hours: float
    overlap_hours: float
    """Work counted twice: the recommendations' required hours less this are the required hours."""
    overlap_hours_bounds: tuple[float, float]
    """The least and the greatest it may be, whoever are asked for what together."""
    available_hours: float | None
    share_of_capacity: float | None
    positions: float | None
    break_even_reserve: float | None
    load_before: float | None
    load_after: float | None
    load_after_at_most: float | None
    at_least: bool
    required_hours_by_kind: Mapping[str, float | None] = field(default_factory=dict)
    """Required hours by what the minutes count, all-work and face-to-face: the recommendations' own, overlap not
    removed."""
    backlog_hours: float | None = None
    """Work overdue today, in all and not a year; None where a part is unknown."""
    start_up_hours: float | None = None
    """One-off work and what is known of the backlog; None where it is unknown whether there is any."""
    start_up_years: float = 1.0
    """The longest time over which some recommendation spreads its start-up."""
    start_up_period_hours: float | None = None
    """Required hours of all these years, and the start-up."""
    first_year_hours: float | None = None
    first_year_share_of_capacity: float | None = None
    """First-year hours ÷ available hours, over lists with posts known and above 0."""
    first_year_at_least: bool = False
    """Whether a part of the start-up or of the required hours is unknown."""


@dataclass(frozen=True, slots=True)
class SharedPair:
    """Two recommendations and the hours a year they count twice, as if no other shared the work; or one that asks for
    the same work in several tasks."""

    one: str
    other: str
    overlap_hours: float


@dataclass(frozen=True, slots=True)
class SharedActivity:
    """Work of one role that several tasks ask for and that is done once. Hours a year over all lists, at the target
    uptake."""

    activity: str
    role: str
    tasks: tuple[tuple[str, str], ...]
    """(recommendation, task), in the order of the files."""
    parts_hours: float
    """Hours of the tasks, each by itself."""
    overlap_hours: float
    overlap_hours_bounds: tuple[float, float]
    pairs: tuple[SharedPair, ...]

    @property
    def recommendations(self) -> tuple[str, ...]:
        """The recommendations that ask for it, each once."""
        return tuple(dict.fromkeys(recommendation for recommendation, _ in self.tasks))


@dataclass(frozen=True, slots=True)
class RoleOnLists:
    """One role on every list; arrays have one entry per list, NaN where unknown."""

    posts: Floats
    required_hours: Floats
    available_hours: Floats
    ratio: Floats
    state: npt.NDArray[np.int8]
    """Index in STATES."""


@dataclass(frozen=True, slots=True)
class ListsResult:
    """The lists, and what is asked of each."""

    id: str
    title: Text
    ids: npt.NDArray[np.object_]
    names: npt.NDArray[np.object_] | None
    areas: npt.NDArray[np.object_] | None
    people: Floats
    roles: Mapping[str, RoleOnLists]

    @property
    def count(self) -> int:
        """How many lists there are."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class CapacityUsed:
    """The working time the hours are held against, in words a reader can check."""

    id: str
    title: Text
    note: Text | None
    watch: float | None
    overload: float
    has_unsourced_reserve: Mapping[str, bool]
    """Per role: whether any reserved time is an assumption, so that every verdict must show the break-even reserve."""
    gross_hours_per_post: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ListDetail:
    """Hours of every list and recommendation, computed only when asked for."""

    columns: tuple[tuple[str, str], ...]
    """(recommendation, role) of each column; those of one condition stand side by side."""
    tnt_hours: Floats
    """[lists, columns]; NaN where it cannot be estimated."""


@dataclass(frozen=True, slots=True)
class Result:
    """Everything an output may show."""

    as_of: date
    inputs: tuple[InputFile, ...]
    pack_title: Text | None
    pack_notice: Text | None
    notices: tuple[Notice, ...]
    lists: ListsResult
    capacity: CapacityUsed | None
    total: Mapping[str, RoleTotal]
    recommendations: Sequence[RecommendationResult]
    overload: Mapping[str, Overload]
    numbers: tuple[NumberRecord, ...]
    shared_work: Sequence[SharedActivity] = ()
    scenarios: tuple[ChosenScenario, ...] = ()
    """The scenarios laid over the files, by id."""
    changes: tuple[AppliedChange, ...] = ()
    """What they changed, by scenario and path."""
    detail: ListDetail | None = None
    staffing: Mapping[str, Staffing] = field(default_factory=dict)
    """Posts by role, of roles that have any."""
    supply: tuple[Supply, ...] = ()
    """The capacities side by side, the one that decides verdicts first; empty without one."""
    uncertainty: Uncertainty | None = None
    """How sure it is; None where nothing was simulated."""

    @property
    def list_spreads(self) -> Mapping[str, ListSpreads] | None:
        """How sure the hours of every list are, by role; None where nothing was simulated."""
        return None if self.uncertainty is None else self.uncertainty.lists
