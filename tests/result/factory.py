"""Results made by hand, for tests of what is made from a result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from tests.result.factory_supply import STAFFING, SUPPLY
from tnt.arrays import Floats, Ints
from tnt.compile.notice import InputFile, Notice, NoticeCode, RoleId
from tnt.compile.origins import NumberRecord
from tnt.language.documents.declares import Source
from tnt.result.capacity import CapacityUsed
from tnt.result.guideline import GuidelineUsed
from tnt.result.lists import ListsResult, RoleOnLists
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.shared_work import SharedActivity, SharedPair
from tnt.result.supply import Overload
from tnt.result.total import RoleTotal

NAN = float("nan")
SURVEY = Source(
    title="Time survey among 41 GPs", kind="survey", year=2026, url="https://example.org/survey", url_status="seen"
)
PANEL = Source(
    title={"nb": "Panelets skjønn", "en": "Panel judgement"},
    kind="expert-opinion",
    url_status="unverified",
    url="https://example.org/panel",
)


def role_hours(
    tnt: float | None,
    share: float | None = None,
    *,
    required: float | None = None,
    current: float | None = None,
    at_least: bool = False,
) -> RoleHours:
    """Hours of a role; required is the TNT hours unless given."""
    required = tnt if required is None else required
    incremental = None if current is None or required is None else required - current
    return RoleHours(tnt, required, current, incremental, None, share, None, at_least)


def recommendations() -> tuple[RecommendationResult, ...]:
    """One of each sort: plain, a lower bound, not estimable, one-off, and against."""
    guideline = {"nb": "Blodtrykk i allmennpraksis", "en": "Blood pressure in general practice"}
    yearly = RecommendationResult(
        id="blood-pressure/yearly-check",
        title={"nb": "Årlig blodtrykkskontroll fra 40 år", "en": "Yearly blood pressure check from age 40"},
        guideline_title=guideline,
        strength="weak-for",
        certainty="low",
        is_against=False,
        time_kind="all-work",
        eligible_people=2075.5,
        people_benefiting_per_year=0.1328,
        outcome_id="stroke",
        outcome={"nb": "ett hjerneslag forebygget", "en": "one stroke prevented"},
        has_no_upper_limit=True,
        start_up_years=3.0,
        roles={
            "gp": replace(
                role_hours(705.67, 0.0818, current=211.701),
                hours_per_person_benefiting=5313.78,
                hours_per_person_finding=5000.0,
                hours_per_person_treating=313.78,
                hours_per_person_low=2656.89,
                backlog_hours=141.134,
                first_year_hours=752.7146,
            ),
            "nurse": role_hours(181.60625, current=54.481875),
        },
        numbers=9,
        assumptions=4,
    )
    treat = RecommendationResult(
        id="blood-pressure/treat",
        title={"nb": "Årskontroll ved behandlet høyt blodtrykk", "en": "Yearly review of treated hypertension"},
        guideline_title=guideline,
        strength="strong-for",
        certainty="moderate",
        is_against=False,
        time_kind="all-work",
        eligible_people=900.0,
        people_benefiting_per_year=None,
        outcome_id="stroke",
        outcome={"nb": "ett hjerneslag forebygget", "en": "one stroke prevented"},
        why_no_hours_per_person_benefiting="horizon-missing",
        roles={"gp": role_hours(300.0, 0.0347826, at_least=True), "nurse": role_hours(615.0)},
        numbers=14,
        assumptions=14,
    )
    bloods = RecommendationResult(
        id="postpartum/routine-bloods",
        title={"nb": "Ikke rutineblodprøver hos friske", "en": "No routine blood tests in healthy people"},
        guideline_title={"nb": "Barselomsorg hos fastlegen", "en": "Postpartum care by the GP"},
        strength="strong-against",
        certainty=None,
        is_against=True,
        time_kind="all-work",
        eligible_people=2424.0,
        people_benefiting_per_year=None,
        outcome=None,
        roles={"gp": role_hours(323.2, 0.0, required=0.0, current=32.32)},
        numbers=5,
        assumptions=5,
    )
    unknown = RecommendationResult(
        id="postpartum/conversation",
        title='=HYPERLINK("https://example.org")',  # hostile on purpose: outputs must show it as text
        guideline_title={"nb": "Barselomsorg hos fastlegen", "en": "Postpartum care by the GP"},
        strength=None,
        certainty=None,
        is_against=False,
        time_kind="all-work",
        eligible_people=None,
        people_benefiting_per_year=None,
        outcome=None,
        roles={"midwife": role_hours(None, at_least=True)},
        numbers=2,
        assumptions=1,
    )
    once = RecommendationResult(
        id="postpartum/catch-up",
        title={"nb": "Vaksine én gang til alle", "en": "One vaccine dose for everybody"},
        guideline_title={"nb": "Barselomsorg hos fastlegen", "en": "Postpartum care by the GP"},
        strength="practice-statement",
        certainty="not-rated",
        is_against=False,
        time_kind="all-work",
        eligible_people=4040.0,
        people_benefiting_per_year=None,
        outcome=None,
        roles={"nurse": replace(role_hours(0.0), one_off_hours=336.6667, backlog_hours=0.0, first_year_hours=336.6667)},
        numbers=3,
        assumptions=0,
    )
    return (yearly, treat, bloods, unknown, once)


def total(
    title: str, hours: float | None, available: float | None = None, *, at_least: bool = False, one_off: float = 0.0
) -> RoleTotal:
    """A role's total, with capacity figures where available hours are given."""
    known = available is not None and hours is not None
    return RoleTotal(
        title={"en": title},
        isco="2211" if title == "GP" else None,
        kind="all-work" if available is not None else None,
        required_hours=hours,
        current_hours=None,
        incremental_hours=None,
        incremental_hours_at_least=hours / 5 if hours and at_least else None,
        incremental_hours_at_most=None if at_least else hours,
        one_off_hours=one_off,
        overlap_hours=0.0,
        overlap_hours_bounds=(0.0, 0.0),
        available_hours=available,
        share_of_capacity=hours / available if known else None,
        positions=hours / 1725.0 if known else None,
        headroom=1 - hours / available if known else None,
        break_even_reserve=1 - hours / available if known else None,
        hours_that_do_not_fit=hours / 10 if known else None,
        hours_on_vacant_lists=0.0 if known else None,
        load_before=49.0 / 37.5 if available is not None else None,
        load_after=None,
        load_after_at_least=49.0 / 37.5 + hours / 5 / available if known and at_least else None,
        load_after_at_most=49.0 / 37.5 + hours / available if known and not at_least else None,
        at_least=at_least,
        backlog_hours=None if at_least else 0.0,
        start_up_hours=one_off,
        start_up_years=3.0,
        start_up_period_hours=None if hours is None else 3 * hours + one_off,
        first_year_hours=None if hours is None else hours + one_off / 3,
        first_year_share_of_capacity=(hours + one_off / 3) / available if known else None,
        first_year_at_least=at_least,
    )


def known_on_lists(posts: Floats, required: Floats, available: Floats, ratio: Floats, state: Ints) -> RoleOnLists:
    """A role of which every task can be estimated on every list."""
    nowhere = np.zeros(len(posts), dtype=np.bool_)
    other_care = np.full(len(posts), NAN)
    return RoleOnLists(posts, required, available, other_care, ratio, state.astype(np.int8), nowhere, nowhere, nowhere)


def lists() -> ListsResult:
    """Five lists: ok, overload, unknown, vacant and without people; one has a name that a spreadsheet would run."""
    gp = RoleOnLists(
        posts=np.array([2.0, 0.5, NAN, 0.0, 1.0]),
        required_hours=np.array([500.125, 900.5, 250.0, 1 / 3, 0.0]),
        available_hours=np.array([3450.0, 862.5, NAN, 0.0, 1725.0]),
        other_care_hours=np.full(5, NAN),
        ratio=np.array([500.125 / 3450, 900.5 / 862.5, NAN, NAN, 0.0]),
        state=np.array([0, 2, 4, 3, 0], dtype=np.int8),
        at_least=np.zeros(5, dtype=np.bool_),
        mostly_unknown=np.zeros(5, dtype=np.bool_),
        available_at_most=np.zeros(5, dtype=np.bool_),
    )
    nothing = np.full(5, NAN)
    nurse = known_on_lists(
        nothing, np.array([400.0, 300.0, 96.60625, 0.0, 0.0]), nothing, nothing, np.full(5, 4, dtype=np.int8)
    )
    midwife = known_on_lists(nothing, nothing, nothing, nothing, np.full(5, 4, dtype=np.int8))
    return ListsResult(
        id="five-lists",
        title={"nb": "Fem lister", "en": "Five lists"},
        ids=np.array(["A1", "B2", "C3", "D4", "E5"], dtype=object),
        names=np.array(["Ås legesenter", "=1+1", 'The "old", mill', "-", None], dtype=object),
        areas=np.array(["North", "North", "South", "South", None], dtype=object),
        people=np.array([2000.0, 1500.5, 539.5, 0.0, 0.0]),
        roles={"gp": gp, "nurse": nurse, "midwife": midwife},
    )


def guidelines() -> tuple[GuidelineUsed, ...]:
    """One of which all is known, and one of which only the status is."""
    return (
        GuidelineUsed(
            id="blood-pressure",
            title={"nb": "Blodtrykk", "en": "Blood pressure"},
            version="1.10",
            status="draft",
            date=date(2026, 11, 1),
            publisher="Example panel",
            author="Kari Nordmann",
            contact="panel@example.org",
            url="https://example.org/blood-pressure",
            url_status="unverified",
            note={"nb": "Skrevet som eksempel.", "en": "Written as an example."},
        ),
        GuidelineUsed(id="postpartum", title="postpartum", status="approved", approved_by="The board"),
    )


def numbers() -> tuple[NumberRecord, ...]:
    """A sourced number with a range, one derived, and two assumptions."""
    task = "blood-pressure/yearly-check/tasks/measure/"
    return (
        NumberRecord(
            task + "time",
            "blood-pressure/yearly-check",
            "time",
            "15 min",
            "12 min",
            "19 min",
            "sourced",
            "survey",
            SURVEY,
            None,
            "guidelines/blood-pressure.yaml",
            33,
        ),
        NumberRecord(
            task + "frequency",
            "blood-pressure/yearly-check",
            "frequency",
            "1 / year",
            None,
            None,
            "assumption",
            None,
            None,
            {"nb": "Som i anbefalingen", "en": "As the recommendation says"},
            "guidelines/blood-pressure.yaml",
            34,
        ),
        NumberRecord(
            "blood-pressure/yearly-check/benefit/nnt",
            "blood-pressure/yearly-check",
            "nnt",
            "125",
            "80",
            "250",
            "assumption",
            "panel",
            PANEL,
            None,
            "guidelines/blood-pressure.yaml",
            56,
        ),
        NumberRecord(
            "gp-2018/gp/hours",
            None,
            "hours",
            "37.5 h / week",
            None,
            None,
            "derived",
            "survey",
            SURVEY,
            None,
            "guidelines/capacity.yaml",
            8,
        ),
    )


def notices() -> tuple[Notice, ...]:
    """A few of the things a reader must know."""
    return (
        Notice(NoticeCode.SHARED_WORK),
        Notice(NoticeCode.CURRENT_UNKNOWN, {"count": 3.0, "of": 5.0}),
        Notice(NoticeCode.POSTS_UNKNOWN, {"role": RoleId("gp"), "lists": 1.0}),
        Notice(NoticeCode.VACANT, {"role": RoleId("gp"), "lists": 1.0}),
        Notice(NoticeCode.ASSUMPTIONS, {"count": 24.0, "of": 33.0}),
    )


def shared_work() -> tuple[SharedActivity, ...]:
    """Work that three recommendations share, one of them with itself, and work that nobody is asked for twice."""
    check, treat, bloods = "blood-pressure/yearly-check", "blood-pressure/treat", "postpartum/routine-bloods"
    pairs = (SharedPair(check, treat, 40.0), SharedPair(check, bloods, 0.0), SharedPair(treat, treat, 12.5))
    tasks = ((check, "measure"), (treat, "measure"), (treat, "repeat"), (bloods, "measure"))
    return (
        SharedActivity("blood-pressure", "gp", tasks, 420.0, 50.25, (30.0, 90.0), pairs),
        SharedActivity("phone-call", "nurse", ((check, "call"), (treat, "call")), 12.0, 0.0, (0.0, 0.0), ()),
    )


def rich_result() -> Result:
    """Three roles, one with a capacity; unknown values, lower bounds, one recommendation against, one-off work."""
    roles = {
        "gp": replace(
            total("GP", 1005.67, 6037.5, at_least=True), overlap_hours=50.25, overlap_hours_bounds=(30.0, 90.0)
        ),
        "nurse": total("Nurse", 796.60625, one_off=336.6667),
        "midwife": total("Midwife", None, at_least=True),
    }
    none = Overload(0, 0, None, 0, 0, 5, 0)
    return Result(
        as_of=date(2026, 11, 22),
        inputs=(
            InputFile("guidelines/blood-pressure.yaml", "0" * 64),
            InputFile("lists/five.yaml", "1" * 64),
        ),
        pack_title={"nb": "Prøvepakke", "en": "Test pack"},
        pack_notice={"nb": "Tallene er funnet på.", "en": "The figures are made up."},
        notices=notices(),
        lists=lists(),
        capacity=CapacityUsed(
            id="gp-2018",
            title={"nb": "Fastleger 2018, ordinær arbeidstid", "en": "Norwegian GPs 2018, regular hours"},
            note={"nb": "Ingen tid er satt av til annet arbeid.", "en": "No time is reserved for other work."},
            watch=0.85,
            overload=1.0,
            has_unsourced_reserve={"gp": True},
            gross_hours_per_post={"gp": 1725.0},
        ),
        total=roles,
        recommendations=recommendations(),
        overload={"gp": Overload(1, 3, 1 / 3, 0, 1, 1, 0), "nurse": none, "midwife": none},
        numbers=numbers(),
        staffing=STAFFING,
        supply=SUPPLY,
        shared_work=shared_work(),
        guidelines=guidelines(),
    )


def without_capacity() -> Result:
    """The same without working time: hours, and nothing to hold them against."""
    result = rich_result()
    bare = {
        role: replace(
            whole,
            kind=None,
            available_hours=None,
            share_of_capacity=None,
            positions=None,
            headroom=None,
            break_even_reserve=None,
            hours_that_do_not_fit=None,
            hours_on_vacant_lists=None,
            load_before=None,
            load_after=None,
            load_after_at_most=None,
        )
        for role, whole in result.total.items()
    }
    recommendations_ = tuple(
        replace(one, roles={role: replace(hours, share_of_capacity=None) for role, hours in one.roles.items()})
        for one in result.recommendations
    )
    nothing = np.full(5, NAN)
    on_lists = {
        role: replace(one, available_hours=nothing, ratio=nothing, state=np.full(5, 4, dtype=np.int8))
        for role, one in result.lists.roles.items()
    }
    return replace(
        result,
        capacity=None,
        supply=(),
        total=bare,
        recommendations=recommendations_,
        overload={},
        lists=replace(result.lists, roles=on_lists),
        notices=(*result.notices, Notice(NoticeCode.NO_CAPACITY)),
    )


def many_lists(count: int) -> Result:
    """The same on `count` lists, for outputs that must be fast."""
    result = rich_result()
    generator = np.random.default_rng(1)
    people = generator.integers(1, 9000, count).astype(float)
    hours = people * 0.2137
    available = people * 1.9
    one = known_on_lists(people / 1000, hours, available, hours / available, np.zeros(count, dtype=np.int8))
    ids = np.char.add("L", np.arange(count).astype(str)).astype(object)
    many = replace(
        result.lists,
        ids=ids,
        names=np.char.add("Practice, no. ", np.arange(count).astype(str)).astype(object),
        areas=None,
        people=people,
        roles={"gp": one, "nurse": one, "midwife": one},
    )
    return replace(result, lists=many)
