"""The result of an estimate, labelled: what every output is made from.

None means unknown or cannot be estimated, never zero. Hours are per year unless they are called one-off. Every figure
is time if everyone eligible accepts: not a forecast, and not a judgement of benefit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tnt.compile.notice import InputFile, Notice
from tnt.compile.origins import NumberRecord
from tnt.language.base import Text
from tnt.reading.yaml.tree import AppliedChange, ChosenScenario
from tnt.result.capacity import CapacityUsed
from tnt.result.guideline import GuidelineUsed
from tnt.result.lists import ListDetail, ListsResult
from tnt.result.observed import ObservedActivity
from tnt.result.other_care import OtherCare
from tnt.result.recommendation import RecommendationResult
from tnt.result.shared_work import SharedActivity
from tnt.result.supply import Overload, RoleSupply, Staffing, Supply
from tnt.result.total import RoleTotal
from tnt.result.uncertainty import ListSpreads, Uncertainty


@dataclass(frozen=True, slots=True, repr=False)
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
    guidelines: tuple[GuidelineUsed, ...] = ()
    """In the order of the files."""
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
    other_care: Mapping[str, tuple[OtherCare, ...]] = field(default_factory=dict)
    """By role: what the capacity that decides sets aside for contacts that are not the pack's work."""
    observed: tuple[ObservedActivity, ...] = ()
    """What was observed of the work of today, from which the uptake of some recommendations follows."""
    uncertainty: Uncertainty | None = None
    """How sure it is; None where nothing was simulated."""

    def __repr__(self) -> str:
        counted = f"{len(self.recommendations)} recommendations, {self.lists.count} lists"
        return f"<Result as of {self.as_of}: {counted}, roles {', '.join(self.total)}>"

    def deciding(self, role: str) -> RoleSupply | None:
        """A role under the capacity that decides verdicts; None without one."""
        return self.supply[0].roles.get(role) if self.supply else None

    @property
    def list_spreads(self) -> Mapping[str, ListSpreads] | None:
        """How sure the hours of every list are, by role; None where nothing was simulated."""
        return None if self.uncertainty is None else self.uncertainty.lists
