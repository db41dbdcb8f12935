"""What `tnt fit` answers: data only, labelled, unrounded; unknown is None. METHOD.md, "What is never done"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tnt.analyses.fit.room.result import RoomForNew
from tnt.compile.notice import InputFile, Notice
from tnt.language.base import Text

FitStatus = Literal["optimal", "feasible", "infeasible", "needs-weights"]
"""`feasible`: the best that was found in the time allowed, at most `gap` from the best there is. `infeasible`: what
must stay takes more than the time there is."""
WhyIn = Literal["legal", "kept", "new", "against", "unknown-benefit", "chosen"]
"""`against`: it asks people to stop doing something; what it leaves is done."""


@dataclass(frozen=True, slots=True)
class Objective:
    """What the choice maximises, and whose value judgement it is."""

    kind: Literal["outcome", "weights", "value", "tiers"]
    title: Text
    """Of the outcome, of the weights or of the priorities."""
    unit: Text
    """Of one unit of benefit a year."""
    signed_by: Text | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class HoursOfRole:
    """Hours a year of one role on the lists with posts of it; `available` None where no time of it is known, so that
    it binds nothing."""

    used: float
    available: float | None
    kept_for_unknown: float
    """Of those used, what recommendations whose benefit is unknown take."""
    delegated: float
    """Moved to this role less moved from it, supervision included."""
    price_of_hour: float | None
    """Benefit a year that one more hour a year would buy at the margin; 0 where time is left, None without a benefit
    to count."""


@dataclass(frozen=True, slots=True)
class HoursOfAll:
    """Hours a year of one role if everything is followed, on the lists with posts of it; `available` None where no time
    of it is known."""

    required: float
    available: float | None
    at_least: bool

    @property
    def fits(self) -> bool:
        """Whether it is known to fit."""
        return self.available is None or (self.required <= self.available and not self.at_least)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One recommendation and what became of it."""

    id: str
    title: Text
    is_new: bool
    uptake: float
    """Share of the target uptake that is followed: 1 in, 0 out, between partly."""
    why: WhyIn | None
    """Why it is in; None where it is out."""
    hours: Mapping[str, float | None]
    """Role -> hours a year at the target uptake, its own, nothing shared taken out; None where unknown."""
    hours_are_at_least: bool
    benefit: float | None
    """People (or what the objective counts) a year at the target uptake; None where unknown."""
    in_draws: float | None = None
    """Share of draws in which it is in."""
    in_weights: tuple[int, int] | None = None
    """In how many of the weights tried it is in, and how many were tried."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Events of one task that the choice gives to another role."""

    recommendation: str
    task: str
    from_role: str
    to_role: str
    share: float
    """Of the task's events that are left of a recommendation followed in part, else of all."""
    most: float
    """What `may_move` allows."""
    hours: Mapping[str, float]
    """Role -> hours a year more (less where negative), supervision included."""


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """The most benefit at so many hours of the role."""

    hours: float
    benefit: float
    comes_in: tuple[str, ...]
    """Recommendations in here and not at the point before."""
    goes_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FitChoice:
    """What can be followed, under one objective and the hours there are."""

    status: FitStatus
    gap: float
    """(bound - benefit) ÷ benefit, 0 where none can be better."""
    hours: Mapping[str, HoursOfRole]
    benefit: float | None
    recommendations: tuple[Chosen, ...]
    """All that were chosen from, in the order of the files."""
    moved: tuple[Moved, ...]
    shortfall: Mapping[str, float]
    """Role -> hours a year by which what must stay exceeds the time there is; empty where it fits."""
    shortfall_lists: tuple[ListShortfall, ...] = ()
    """The lists on which what must stay takes more than their own time, the worst first; empty where it fits."""
    draws_that_fit: int | None = None
    """In how many draws what stays fits; None without draws."""


@dataclass(frozen=True, slots=True)
class ListShortfall:
    """One list on which what must stay takes more than its time."""

    list_id: str
    role: str
    hours: float


@dataclass(frozen=True, slots=True)
class OutcomeSum:
    """One outcome of the pack: what could be counted if it were named as what to maximise."""

    id: str
    title: Text
    recommendations: int
    people_a_year: float
    hours: Mapping[str, float]
    """Role -> hours a year of these recommendations at the target uptake."""


@dataclass(frozen=True)
class FitResult:
    """The answer to `tnt fit`."""

    as_of: date
    inputs: tuple[InputFile, ...]
    pack_title: Text | None
    lists_title: Text
    lists: int
    people: float
    capacity_title: Text | None
    per_list: bool
    notices: tuple[Notice, ...]
    status: FitStatus
    objective: Objective | None
    """None with status `needs-weights`."""
    choice: FitChoice | None
    """With the hours of recommendations whose benefit is unknown kept; None with status `needs-weights`."""
    without_unknown: FitChoice | None
    """The same with these left out; None where there are none, or no choice."""
    unknown_benefit: tuple[str, ...]
    unknown_hours: tuple[str, ...]
    """Recommendations with a time that is missing: never chosen as free, kept out of both."""
    always: tuple[str, ...]
    """Must stay: by law, or named."""
    everything: Mapping[str, HoursOfAll]
    """Role -> what all recommendations together take, alternatives to one another included."""
    outcomes: tuple[OutcomeSum, ...]
    frontier: tuple[FrontierPoint, ...]
    frontier_role: str | None
    displaced: tuple[str, ...] | None
    """With something new: what is in without it and out with it; None without."""
    room: RoomForNew | None
    """Ways to make room for what is new; None without."""
    draws: int | None = None
    weights_tried: int | None = None
    in_no_tier: tuple[str, ...] = ()
    """With priorities: what no tier names, so that it is not chosen, whether or not there is time for it."""
    unmet_weights: tuple[str, ...] = ()
    """Weights that were given and that nothing here has a known benefit of: they count nothing."""
    not_moved: tuple[str, ...] = ()
    """`guideline/recommendation/tasks/task` that may move by what is written and that the choice does not move, since
    they are shared with other work."""
    titles: Mapping[str, Text] = field(default_factory=dict)
    """Id -> title of every recommendation an id here names, those that were not chosen from included."""
    role_titles: Mapping[str, Text] = field(default_factory=dict)
    """Role -> what the files call it."""
    pack_notice: Text | None = None
    """What the pack says on every output."""
    scenario_titles: tuple[Text, ...] = ()
    """Scenarios laid over the files."""
    scenario: str | None = None
    """The choice or the way that was asked for, as the text of a scenario file; None where none was asked for, or
    there is no such choice or way."""
