"""A guideline: what it asks of whom, how often, by which role, in how many minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema, model_validator

from tnt import limits
from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import Date, Id, Part, Text
from tnt.language.documents.combined import CombinedConditions, ConditionInWords
from tnt.language.documents.declares import Declares, UrlStatus
from tnt.language.documents.fit.choice import NeedsInWords, OneOrMore
from tnt.language.documents.fit.moves import MayMove, MovesByRole, as_part
from tnt.language.documents.grade import CertaintyInWords, StrengthInWords
from tnt.language.documents.other_forms import POPULATION, ROLE, ROLES, UPTAKE
from tnt.language.values.ages import ALL_AGES
from tnt.language.values.by_age import MaybeCountedShareByAge, MaybeMinutesByAge, MaybeShareByAge
from tnt.language.values.counted import CasesPerYear, NumberOrCount
from tnt.language.values.months import DatedAges
from tnt.language.values.number import (
    ChangeInShare,
    Count,
    CourseYears,
    HowOften,
    Incidence,
    Number,
    Positive,
    RelativeRisk,
    Share,
    SignedPercent,
    YearOrMore,
    Years,
)
from tnt.language.values.observed import Observed
from tnt.language.values.role_parts import RolePart, ShareOrPart, share_of
from tnt.language.values.roles import PATIENT, RoleId
from tnt.language.values.season import SeasonWeeks
from tnt.language.values.words import (
    CONTACT_READ,
    CONTACT_SCHEMA,
    SEX_SCHEMA,
    SEX_WORDS,
    STATUS_READ,
    STATUS_SCHEMA,
)

Sex = Literal["all", "female", "male"]
SexInWords = Annotated[Sex, SEX_WORDS, SEX_SCHEMA]
Kind = Literal["all-work", "face-to-face"]
GuidelineStatus = Literal["draft", "hearing", "approved", "retired"]
Contact = Literal["consultation", "telephone", "e-consultation", "home-visit", "group", "meeting", "inbox", "other"]


class Population(Part):
    """Who the recommendation is for."""

    who: Text | None = None
    """Who they are, in words, where ages, sex and conditions do not say it all. It is shown, and counts nothing."""
    ages: DatedAges = ALL_AGES
    """Ages in whole years: `all`, `75`, `40+` or `40-79`; of small children in completed months: `0-5 months`, `6-23
    months`, `6+ months`; or entries with dates."""
    sex: SexInWords = "all"
    """`all`, `female` or `male`; `women`, `men`, `kvinner`, `menn` and the like are read as these."""
    share: MaybeCountedShareByAge | None = None
    """Share of these people it applies to; 100 % where left out. Or how many they are: `{count: 60000, of:
    norway-2026}`."""
    condition: ConditionInWords | None = None
    """Only people with this condition: an entry under `conditions:`, one that comes with tnt, or a register of the
    lists. Several by `{any: […]}`, `{all: […]}` and `{not: …}`, of conditions with a prevalence."""
    incidence: NumberOrCount[Incidence, CasesPerYear] | None = None
    """New cases a year, `42 / 1000 / year`; the tasks then follow the cases. Or how many there are: `{count: 500 /
    year, of: norway-2026}`."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions it names."""
        if self.condition is None:
            return ()
        return (self.condition,) if isinstance(self.condition, str) else self.condition.named()


class Uptake(Part):
    """How many of those eligible get it."""

    current: MaybeShareByAge | None = None
    """Share who get it today. There is no default: left out, the change from today is unknown."""
    target: MaybeShareByAge | None = None
    """Share who should get it; 100 % where left out."""
    ramp: Annotated[list[Number[Share]], Field(min_length=1, max_length=50)] | None = None
    """Share who get it in the first year (that of the estimate's date), the second and so on; after the last one the
    target. `tnt years` uses it; `tnt estimate` is the year in which the target is reached."""


class Demand(Part):
    """Contacts that the recommendation adds to those people have already, or takes from them."""

    baseline: Id
    """The contacts people have today: the id of a contacts file."""
    change: Number[SignedPercent]
    """How much they rise or fall among those it applies to, with its sign: `+22 %`, `-10 %`. A first task without a
    frequency then happens at each contact added; contacts taken away give its time back."""


class Season(Part):
    """When in the year a task is done."""

    weeks: SeasonWeeks
    """ISO weeks, `40-48`, or past new year, `48-4`: its yearly hours fall evenly in them, those of all other tasks
    evenly over the weeks worked. A year has 52 weeks unless week 53 is written."""

    def __str__(self) -> str:
        """As a sentence says it."""
        return str(self.weeks)


class Task(Part):
    """One piece of work."""

    title: Text | None = None
    """Name of the task; the id where left out."""
    after: Id | None = None
    """The earlier task this one follows. Left out, this is a first task and needs a frequency, or a `demand` whose
    contacts it happens at."""
    probability: MaybeShareByAge | None = None
    """Share of those who had the earlier task who need this one; 100 % where left out."""
    times: Number[Count] | None = None
    """How many events follow each event of the earlier task; 1 where left out."""
    frequency: Number[HowOften] | None = None
    """How often: `1 / year`, `every 5 years`, `once`, `once at age 40`. On a later task: those reached stay reached, or
    as long as `for` says."""
    for_: Annotated[Number[CourseYears] | None, Field(alias="for")] = None
    """How long each course of the task lasts, beside its `frequency`: `2 years`, `6 months`. On a later task, and on a
    first task where the population has new cases. The figure itself is not drawn."""
    role: Annotated[RoleId, ROLE] | None = None
    """Who does it. Words such as `fastlege`, `sykepleier`, `general practitioner` are read as the roles they stand for,
    unless a file declares a role of that id."""
    roles: Annotated[Annotated[dict[RoleId, ShareOrPart], Field(min_length=1)] | None, ROLES] = None
    """Who does it, as shares of the events that add up to 100 %; with a role's own pace and who supervises it:
    `{gp: 40 %, nurse: {share: 60 %, minutes_factor: 1.4, supervision: {role: gp, time: 2 min}}}`."""
    may_move: MovesByRole | None = None
    """What `tnt fit` may give to other roles, at most: `{nurse: 60 %}`, or with the role's own pace and who supervises
    it, `{nurse: {share: 60 %, minutes_factor: 1.2, supervision: {role: gp, time: 1 min}}}`. Shares of the events that
    `role` does; no other command moves any."""
    time: MaybeMinutesByAge | None
    """Mean time of the role for one event, documentation included; `null` where it cannot be estimated."""
    group_size: Number[Positive] | None = None
    """People who share one session; 1 where left out."""
    contact: Annotated[Contact, CONTACT_READ, CONTACT_SCHEMA] = "consultation"
    """How it is done."""
    season: Season | None = None
    """In which weeks it falls, for the busiest week of its roles; all the year where left out."""
    asked_in: Annotated[Id | None, Field(alias="source")] = None
    """The document that asks for it, an entry under `sources:`. Its numbers have their own sources."""
    activity: Id | None = None
    """Tasks of one role that name the same activity are one piece of work, counted once where they coincide."""
    observed: Observed | None = None
    """How often it is done today, where that was counted, on one task of the recommendation: how many get it today
    follows, as the most it can be. In place of `current` under `uptake`. Of an activity it is what all its tasks
    together are."""

    @property
    def shares(self) -> dict[str, Number[float]]:
        """Role -> its share of the events; none where one role does it."""
        return {role: share_of(part) for role, part in (self.roles or {}).items()}

    @property
    def parts(self) -> dict[str, RolePart]:
        """The roles of which more is said than their share."""
        return {role: part for role, part in (self.roles or {}).items() if isinstance(part, RolePart)}

    @property
    def supervisable(self) -> Iterator[tuple[str, str, RolePart]]:
        """Key, role and part of every role of which a supervision may be said: of those that do it, and of those it may
        move to."""
        for key, written in (("roles", self.roles), ("may_move", self.may_move)):
            for role, part in (written or {}).items():
                if isinstance(part, RolePart):
                    yield key, role, part

    @property
    def main_role(self) -> str | None:
        """The one role that does it, whose events `may_move` moves; None where several share it."""
        return next(iter(self.roles)) if self.roles is not None and len(self.roles) == 1 else self.role

    @property
    def moves(self) -> dict[str, MayMove]:
        """What `tnt fit` may give to other roles, at most, by role."""
        return {role: as_part(written) for role, written in (self.may_move or {}).items()}

    @property
    def recurs(self) -> bool:
        """Whether it is a first task that comes again and again, so that people can be overdue for it."""
        often = None if self.frequency is None or self.after or self.for_ is not None else self.frequency.expected
        return often is not None and not often.once and often.events_per_year > 0

    @property
    def is_own_time(self) -> bool:
        """Whether it is the patient's own time, and no work of staff."""
        return PATIENT in ((self.role,) if self.roles is None else self.roles)


class Benefit(Part):
    """What one more person treated gains."""

    outcome: Id
    """An entry under `outcomes:`, or the title of one. Any other words (`Færre slag`) are an outcome of their own."""
    nnt: Number[Positive] | None = None
    """Number needed to treat for one person to benefit within the horizon, where only that is known."""
    risk_reduction: Number[ChangeInShare] | None = None
    """Absolute risk reduction within the horizon, best with its interval; below zero is harm: `-0.5 %`. The figure uses
    the central value as it is stated."""
    relative_risk: Number[RelativeRisk] | None = None
    """Risk with the treatment ÷ risk without, a figure without a unit such as `0.8`, best with its interval; above 1 is
    harm. Needs `baseline_risk`: the risk reduction is baseline risk × (1 - relative risk). An odds ratio is none."""
    baseline_risk: Number[Share] | None = None
    """Risk of the outcome within the horizon without the treatment, among the people the benefit counts."""
    horizon: Number[Years] | None = None
    """Years over which the risk reduction, the risks or the NNT count; needed where the task goes on year after
    year."""
    applies_to: Id | None = None
    """The task whose people the risk reduction or the NNT counts; needed when there are several tasks of staff. It and
    what follows it is treating, all other tasks are finding."""


class StartUp(Part):
    """What it takes to get started, beside the work of every year."""

    over: Number[YearOrMore] | None = None
    """Years over which the work done once and the backlog are spread evenly; all in the first year where left out."""
    overdue: Number[Share] | None = None
    """Share of those the target uptake reaches who are overdue today: each gets one extra event of every first task
    that recurs, and of what follows events of it. Left out, the backlog is unknown where a first task comes less often
    than once a year, else none."""


class Recommendation(Part):
    """One thing to do, or to stop doing, for one population."""

    title: Text | None = None
    """What it says; the id where left out."""
    strength: StrengthInWords | None = None
    """Strength as graded; left out: not rated. GRADE's words are read too, in English or Norwegian: `conditional for`
    (the same as `weak-for`), `sterk mot`, `good practice`. Without a direction (`sterk`) it is taken as for, with a
    warning; where an uptake falls, or a title or id has a word such as not or avoid, it is an error."""
    certainty: CertaintyInWords | None = None
    """Certainty of the evidence as graded, also `very low` or `svært lav`; left out: not rated."""
    population: Annotated[Population, POPULATION]
    """Who it is for; needed where there are no `populations`."""
    populations: Annotated[list[Population], Field(min_length=1, max_length=limits.POPULATIONS)] | None = None
    """Who it is for, where several groups are: who belongs to two is counted once. In place of `population`."""
    uptake: Annotated[Uptake, UPTAKE] = Uptake()
    """How many get it today, and how many should. A recommendation against something must state both, but that
    `observed` on one of its tasks says how many get it today."""
    demand: Demand | None = None
    """Contacts it adds to those people have already, or takes from them."""
    tasks: Annotated[dict[Id, Task], Field(min_length=1)]
    """The work it asks for, by id."""
    start_up: StartUp | None = None
    """What it takes to get started."""
    benefit: Benefit | None = None
    """What people gain."""
    instead_of: OneOrMore | None = None
    """Other ways of doing the same: of this and all that are listed `tnt fit` chooses at most one. Ids of this
    guideline, or `guideline/recommendation`; said on one side it holds both ways. Where two of them may be chosen
    together, each says `instead_of` this one, and this one nothing."""
    needs: NeedsInWords | None = None
    """What it builds on: `tnt fit` chooses it only where all of these are chosen, or with `{any: […]}` one of them. Ids
    of this guideline, or `guideline/recommendation`."""
    may_be_partial: bool = False
    """Whether `tnt fit` may choose a part of the target uptake, and then says that average benefit is assumed."""
    asked_in: Annotated[Id | None, Field(alias="source")] = None
    """The document that recommends it, an entry under `sources:`. The numbers have their own sources."""
    url: str | None = None
    """Address of the recommendation."""
    url_status: UrlStatus | None = None
    """`unverified` where nobody has opened the address."""
    note: Text | None = None
    """What a reader must know."""

    @model_validator(mode="before")
    @classmethod
    def _one_who(cls, given: Any) -> Any:
        """With `populations` the one population is everybody, of whom these are groups."""
        if not isinstance(given, dict) or "populations" not in given:
            return given
        if "population" in given:
            raise ValueProblem(Code.CONFLICTING_KEYS, keys="population, populations")
        return given | {"population": {}}

    @property
    def groups(self) -> tuple[Population, ...]:
        """The groups of people it is for: one, or its `populations`."""
        return (self.population,) if self.populations is None else tuple(self.populations)

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions its people have or have not, each once."""
        return tuple(dict.fromkeys(name for group in self.groups for name in group.conditions))

    @property
    def is_combined(self) -> bool:
        """Whether several conditions or groups of people decide together who is eligible."""
        return self.populations is not None or isinstance(self.population.condition, CombinedConditions)

    @property
    def is_against(self) -> bool:
        """Whether it asks people to stop doing something."""
        return self.strength in ("weak-against", "strong-against")

    @property
    def treating_task(self) -> str | None:
        """The task whose people the benefit counts: the one it names, else the only one, else the only one of staff.
        None where several could be meant."""
        if self.benefit is not None and self.benefit.applies_to is not None:
            return self.benefit.applies_to
        meant = [name for name, task in self.tasks.items() if not task.is_own_time] or list(self.tasks)
        return meant[0] if len(meant) == 1 else None

    @property
    def observed_tasks(self) -> tuple[str, ...]:
        """The tasks of which it is said how often they are done today."""
        return tuple(name for name, task in self.tasks.items() if task.observed is not None)

    def is_one_off(self, name: str) -> bool:
        """Whether a task is done once and never again of those who are eligible today, as what it follows may be."""
        for at in self.way_back(name):
            task = self.tasks[at]
            often = None if task.frequency is None else task.frequency.expected
            if often is not None and not often.once and task.for_ is None:
                return False
            if often is not None and often.once:
                return often.at_age is None and self.population.incidence is None
        return False

    def way_back(self, name: str) -> tuple[str, ...]:
        """A task and those it comes after, the first one last; it ends where a task is not there, or comes again."""
        way: dict[str, None] = {}
        at: str | None = name
        while at is not None and at in self.tasks and at not in way:
            way[at] = None
            at = self.tasks[at].after
        return tuple(way)


class GuidelineDocument(Declares):
    """A guideline."""

    guideline: Id
    """Id of the guideline."""
    title: Text | None = None
    """Name of the guideline; the id where left out."""
    publisher: str | None = None
    """Who publishes it."""
    version: Annotated[str, WithJsonSchema({"type": ["string", "number"]})] | None = None
    """Version, as it is written: `1.10` is no number."""
    status: Annotated[GuidelineStatus, STATUS_READ, STATUS_SCHEMA] | None = None
    """How far it has come; `approved` needs `approved_by`."""
    approved_by: str | None = None
    """Name of the person or body who approved it."""
    date: Date | None = None
    """Date of this version, `2026-11-22` or `22.11.2026`."""
    author: str | None = None
    """Who wrote it; stands at the top of every report."""
    contact: str | None = None
    """Whom to ask: a name, an address or an e-mail address, shown as it is written."""
    url: str | None = None
    """Address of the guideline."""
    url_status: UrlStatus | None = None
    """`unverified` where nobody has opened the address."""
    licence: str | None = None
    """Licence of this file."""
    time_kind: Kind = "all-work"
    """What the minutes count: `all-work` of the role for an event, or `face-to-face` time only."""
    note: Text | None = None
    """What a reader must know."""
    recommendations: Annotated[dict[Id, Recommendation], Field(min_length=1)]
    """The recommendations, by id."""
