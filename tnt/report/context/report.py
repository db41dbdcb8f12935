"""What the report's template gets: every figure worked out and written in the reader's format."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.analyses.supply.context import RoleSupplyPart
from tnt.analyses.uncertainty.context import UncertaintyPart
from tnt.report.context.benefit import Benefits
from tnt.report.context.brief import Brief
from tnt.report.context.overload import RoleOverload
from tnt.report.context.provenance import NumberGroup, Reproduce, SourceEntry
from tnt.report.context.recommendations import RecommendationTables
from tnt.report.context.scenarios import ScenarioPart
from tnt.report.context.shared_work import SharedRole
from tnt.report.context.start_up import FirstYear
from tnt.show.page.parts import BarChart, Fact


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page."""

    lang: str
    """Language of the page: nb or en."""
    title: str
    """Title of the page."""
    subtitle: str
    """The lists it was computed on."""
    facts: tuple[Fact, ...]
    """Lists, people, date, working time and number of recommendations."""
    opening: str
    """The sentence every result opens with."""
    pack_notice: str | None
    """What the pack wants said on every output, and what the scenarios do."""
    capacity_note: str | None
    """What the authors of the capacity want a reader to know."""
    scenarios: tuple[ScenarioPart, ...]
    """The scenarios laid over the files; empty where none was chosen."""
    brief: Brief
    """In brief."""
    chart: BarChart | None
    """Recommendations ranked by hours; None where there is nothing to draw."""
    recommendations: RecommendationTables
    """Tables of recommendations."""
    shared: tuple[SharedRole, ...]
    """Who shares what with whom, one entry per role that shares work."""
    first_year: tuple[FirstYear, ...]
    """The first year beside the steady state, one row per role."""
    benefits: Benefits | None
    """Hours per person who benefits; None where no benefit is stated."""
    overload: tuple[RoleOverload, ...]
    """One entry per role with a capacity."""
    supply: tuple[RoleSupplyPart, ...]
    """Posts and the capacities side by side, one entry per role with a capacity."""
    uncertainty: UncertaintyPart | None
    """How sure it is; None where nothing was simulated."""
    numbers: tuple[NumberGroup, ...]
    """Every number, by recommendation."""
    sources: tuple[SourceEntry, ...]
    """Every source, in the order of first use."""
    reproduce: Reproduce
    """How to get the same figures again."""
