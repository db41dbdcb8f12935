"""What the report's template gets: every figure worked out and written in the reader's format."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.analyses.supply.context import RoleSupplyPart
from tnt.analyses.uncertainty.context import UncertaintyPart
from tnt.report.context.benefit import Benefits
from tnt.report.context.scenarios import ScenarioPart
from tnt.report.context.shared_work import SharedRole
from tnt.report.context.start_up import FirstYear
from tnt.show.page.parts import BarChart, Fact, Figure, Histogram, Meter


@dataclass(frozen=True, slots=True)
class RoleCard:
    """Key figures of a role whose working time is given."""

    title: str
    """Name of the role."""
    kind: str
    """What its working time counts, in words."""
    headline: Figure
    """Share of the available time; the required hours where that is unknown."""
    caption: str
    """What the headline is."""
    meter: Meter | None
    """Required against available hours; None where either is unknown."""
    facts: tuple[Fact, ...]
    """All other key figures."""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """Key figures of a role without working time to hold them against."""

    title: str
    """Name of the role."""
    required: Figure
    """Hours a year at the target uptake."""
    change: Figure
    """Hours a year more than today."""
    one_off: Figure
    """Hours done once."""
    first_year: Figure
    """Hours of the first year, start-up included."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The report on half a page."""

    sentences: tuple[str, ...]
    """A few sentences with the main figures."""
    cards: tuple[RoleCard, ...]
    """Key figures, one card per role with a capacity."""
    other_roles: tuple[RoleLine, ...]
    """Roles without a capacity, most hours first."""
    notices: tuple[str, ...]
    """What a reader must know to use the figures."""


@dataclass(frozen=True, slots=True)
class RoleRow:
    """Hours of one recommendation for one role."""

    role: str
    """Name of the role."""
    tnt: Figure
    """Hours a year if everyone eligible gets it."""
    required: Figure
    """Hours a year at the target uptake."""
    current: Figure
    """Hours a year at today's uptake."""
    given_back: Figure
    """Hours a year less than today at the target uptake; only meaningful for a recommendation against something."""
    one_off: Figure
    """Hours done once and never again."""
    backlog: Figure
    """Hours overdue today."""
    start_up_years: str
    """Over how many years both are spread, in words."""
    first_year: Figure
    """Hours of the first year, its part of both included."""
    share: Figure
    """Share of the available hours."""
    per_person: Figure
    """Hours per person who benefits."""


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation in a table."""

    anchor: str
    """Its id on the page."""
    numbers_anchor: str | None
    """Where its numbers and sources stand; None where it has none."""
    title: str
    """Its title."""
    guideline: str
    """Title of its guideline."""
    note: str | None
    """What its authors want a reader to know."""
    strength: str
    """Strength in words."""
    certainty: str
    """Certainty of the evidence in words."""
    eligible: Figure
    """People it applies to."""
    outcome: str | None
    """What those who benefit gain; None where the guideline does not say."""
    numbers: str
    """How many of the numbers it rests on are assumptions, in words."""
    roles: tuple[RoleRow, ...]
    """One row per role; never empty."""


@dataclass(frozen=True, slots=True)
class RecommendationTables:
    """All recommendations, in the tables they belong to."""

    asked_for: tuple[RecommendationRow, ...]
    """Recommendations for something, most hours first."""
    against: tuple[RecommendationRow, ...]
    """Recommendations against something: never ranked with the others."""
    start_up: tuple[RecommendationRow, ...]
    """Those with work done once or overdue today; only the roles that have any."""
    capacities: str | None
    """What the shares are shares of, in words; None without a capacity."""
    has_benefit: bool
    """Whether any row of the first table has hours per person who benefits."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One of the lists with the highest load."""

    name: str
    """Its name."""
    id: str
    """Its id in the table it was read from."""
    people: Figure
    """People on the list."""
    posts: Figure
    """Full-time posts."""
    required: Figure
    """Hours a year asked for."""
    available: Figure
    """Hours a year there are."""
    ratio: Figure
    """Required ÷ available."""
    state: str
    """State in words."""


@dataclass(frozen=True, slots=True)
class RoleOverload:
    """The lists of one role, held against its working time."""

    anchor: str
    """Its id on the page."""
    title: str
    """Name of the role."""
    verdict: str
    """The finding in one or two sentences."""
    states: tuple[Fact, ...]
    """Number of lists in each state; empty where there is only one list."""
    histogram: Histogram | None
    """Spread over the lists; None where fewer than two lists have a verdict and a ratio."""
    meter: Meter | None
    """Required against available hours where there is only one list."""
    top: tuple[ListRow, ...]
    """Lists with the highest load, ten at most; empty where there is one list or no verdict."""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number the estimate rests on."""

    label: str
    """What it is."""
    path: str
    """Its path inside the group."""
    text: str
    """As written in the file."""
    range: str | None
    """Low to high as written, and how many answers are behind it; None where neither is given."""
    status: str
    """Id of the status: sourced, derived or assumption."""
    status_text: str
    """The status in words."""
    source: str | None
    """Title of the source; None where there is none."""
    source_anchor: str | None
    """Where the source stands in the list of sources."""
    unverified: bool
    """Whether the source has an address that nobody has opened to see the number there."""
    note: str | None
    """What its author wants a reader to know."""
    place: str
    """file:line."""
    origin: str | None
    """The days it holds where it has dates, and the scenario that changed it with what stood there before."""


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Numbers of one recommendation, or of conditions, lists or capacity."""

    anchor: str
    """Its id on the page."""
    title: str
    """Title of the recommendation or the group."""
    summary: str
    """How many of them are assumptions, in words."""
    rows: tuple[NumberRow, ...]
    """Its numbers, in the order they were read."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source."""

    anchor: str
    """Its id on the page."""
    title: str
    """Who, what and when."""
    details: str
    """Kind, publisher, year and licence, as far as they are known."""
    url: str | None
    """Its address as written, or None."""
    is_link: bool
    """Whether the address is a plain http(s) address, the only kind that becomes a link."""
    unverified: bool
    """Whether nobody has opened the address to see the numbers there."""
    note: str | None
    """What a reader must know."""
    uses: str
    """How many numbers rest on it, in words."""


@dataclass(frozen=True, slots=True)
class InputRow:
    """A file that was read."""

    path: str
    """As it was given."""
    sha256: str
    """SHA-256 of its bytes."""


@dataclass(frozen=True, slots=True)
class Reproduce:
    """What is needed to get the same figures again."""

    command: str | None
    """The command line; None where the page was made by a program."""
    as_of: str
    """The date of the estimate, year-month-day."""
    versions: tuple[Fact, ...]
    """Versions of the programs that did the arithmetic."""
    inputs: tuple[InputRow, ...]
    """Every file that was read."""


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
