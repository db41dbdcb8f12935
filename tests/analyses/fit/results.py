"""Answers to `tnt fit`, built by hand: every figure is made up, and no two in a result are the same by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tnt.analyses.fit.result import (
    Chosen,
    FitChoice,
    FitResult,
    FrontierPoint,
    HoursOfAll,
    HoursOfRole,
    ListShortfall,
    Moved,
    Objective,
    OutcomeSum,
)
from tnt.analyses.fit.room.result import (
    Administrative,
    Against,
    Delegation,
    EqualHours,
    EqualTo,
    MorePosts,
    RoomForNew,
    RoomOfRole,
    RoomScope,
    ShorterLists,
)
from tnt.compile.notice import InputFile, Notice, NoticeCode
from tnt.language.base import Text

TITLES: dict[str, Text] = {
    "bp/yearly-check": {"nb": "Årlig blodtrykkskontroll", "en": "Yearly blood pressure check"},
    "bp/treat": {"nb": "Behandling av høyt blodtrykk", "en": "Treatment of high blood pressure"},
    "copd/yearly-review": {"nb": "Årlig KOLS-kontroll", "en": "Yearly COPD review"},
    "copd/vaccination": {"nb": "Vaksine ved KOLS", "en": "Vaccination in COPD"},
    "sick/notes": {"nb": "Sykmelding etter loven", "en": "Sick notes the law asks for"},
    "back/advice": {"nb": "Råd ved ryggsmerter", "en": "Advice on back pain"},
    "falls/exercise": {"nb": "Trening mot fall", "en": "Exercise against falls"},
    "skin/course": {"nb": "Kurs om eksem", "en": "Course on eczema"},
}
NEW = "bp/yearly-check"
STROKE = Objective(
    "outcome", {"nb": "ett hjerneslag forebygget", "en": "one stroke prevented"}, {"nb": "personer", "en": "people"}
)
WEIGHTS = Objective(
    "weights",
    {"nb": "Vekter satt av panelet", "en": "Weights set by the panel"},
    {"nb": "vektede personer i året", "en": "weighted people a year"},
    "Example panel, chaired by A. Author",
    date(2026, 11, 20),
)
TIERS = replace(
    WEIGHTS,
    kind="tiers",
    title={"nb": "Panelets rekkefølge", "en": "The panel's order"},
    unit={"nb": "anbefalinger", "en": "recommendations"},
)


def chosen(name: str, uptake: float, gp: float | None, benefit: float | None, **more: object) -> Chosen:
    """A recommendation that asks a GP, and a nurse for a fifth as much."""
    whole: dict[str, object] = {"why": "chosen" if uptake else None, "is_new": name == NEW, "hours_are_at_least": False}
    hours = {"gp": gp, "nurse": None if gp is None else gp / 5}
    return Chosen(id=name, title=TITLES[name], uptake=uptake, hours=hours, benefit=benefit, **(whole | more))  # type: ignore[arg-type]


def choice(
    *recommendations: Chosen,
    benefit: float | None = 812.5,
    price: float | None = 0.0195,
    available: float = 360000.0,
) -> FitChoice:
    """What a choice of these takes; what moves is told apart."""
    used = {
        role: sum((one.hours[role] or 0.0) * one.uptake for one in recommendations) - 1234.5 for role in ("gp", "nurse")
    }
    kept = sum(one.hours["gp"] or 0.0 for one in recommendations if one.why == "unknown-benefit")
    hours = {
        "gp": HoursOfRole(used["gp"], available, kept, -4000.0, price),
        "nurse": HoursOfRole(used["nurse"], None, kept / 5, 4600.0, None if price is None else 0.0),
    }
    return FitChoice("optimal", 0.0, hours, benefit, recommendations, (), {})


CHOICE = choice(
    chosen("bp/treat", 1, 200000.0, 640.5, in_draws=1.0),
    chosen("copd/yearly-review", 0, 88000.0, 60.5, in_draws=0.4),
    chosen("copd/vaccination", 1, 12000.0, 90.75, in_draws=0.97),
    chosen("sick/notes", 1, 70000.0, None, why="legal", in_draws=1.0),
    chosen("back/advice", 1, 54321.0, None, why="unknown-benefit", in_draws=1.0),
    chosen("falls/exercise", 0.6, 30000.0, 81.25, in_draws=0.8),
)
MOVED = Moved("bp/treat", "measure", "gp", "nurse", 0.45, 0.6, {"gp": -4000.0, "nurse": 4600.0})
BASE = FitResult(
    as_of=date(2026, 11, 30),
    inputs=(InputFile("pack/demo.yaml", "0" * 64),),
    pack_title={"nb": "Prøvepakke", "en": "Demonstration pack"},
    lists_title={"nb": "Norske lister", "en": "Norwegian lists"},
    lists=5700,
    people=5627400.0,
    capacity_title={"nb": "Vanlig arbeidstid", "en": "Normal hours"},
    per_list=False,
    notices=(Notice(NoticeCode.ASSUMPTIONS, {"count": 20, "of": 31}),),
    status="optimal",
    objective=STROKE,
    choice=replace(CHOICE, moved=(MOVED,)),
    without_unknown=choice(
        chosen("bp/treat", 1, 200000.0, 640.5),
        chosen("copd/yearly-review", 1, 88000.0, 60.5),
        chosen("copd/vaccination", 1, 12000.0, 90.75),
        chosen("sick/notes", 1, 70000.0, None, why="legal"),
        chosen("falls/exercise", 0, 30000.0, 81.25),
        benefit=873.125,
        price=0.0,
    ),
    unknown_benefit=("back/advice",),
    unknown_hours=("skin/course",),
    always=("sick/notes",),
    everything={"gp": HoursOfAll(640123.0, 360000.0, False), "nurse": HoursOfAll(99000.0, None, True)},
    outcomes=(
        OutcomeSum("stroke", STROKE.title, 3, 852.0, {"gp": 353456.0, "nurse": 70691.2}),
        OutcomeSum(
            "admission", {"nb": "én innleggelse mindre", "en": "one admission less"}, 2, 171.0, {"gp": 100000.0}
        ),
    ),
    frontier=(
        FrontierPoint(12000.0, 90.75, ("copd/vaccination",), ()),
        FrontierPoint(30000.0, 130.5, ("falls/exercise",), ("copd/vaccination",)),
        FrontierPoint(212000.0, 731.25, ("bp/treat", "copd/vaccination"), ("falls/exercise",)),
        FrontierPoint(300000.0, 860.0, ("copd/yearly-review", "falls/exercise"), ()),
    ),
    frontier_role="gp",
    displaced=None,
    room=None,
    titles=TITLES,
    role_titles={"gp": "gp", "nurse": "nurse"},
    pack_notice={"nb": "Prøvetall.", "en": "Demonstration figures."},
)
OPTIMAL = replace(BASE, draws=512)
"""One outcome; what is in, out, partly in, unknown, moved, in some draws."""
FITS = replace(
    BASE,
    choice=choice(
        chosen("bp/treat", 1, 200000.0, 640.5), chosen("copd/vaccination", 1, 12000.0, 90.75), benefit=731.25, price=0.0
    ),
    without_unknown=None,
    unknown_benefit=(),
    unknown_hours=(),
    always=(),
    frontier=(),
    frontier_role=None,
    pack_notice=None,
)
"""Everything fits."""
BY_LIST = replace(
    BASE,
    per_list=True,
    status="feasible",
    frontier=(),
    frontier_role=None,
    choice=replace(
        CHOICE,
        status="feasible",
        gap=0.0042,
        shortfall={"gp": 77.5},
        shortfall_lists=(ListShortfall("By 2", "gp", 77.5),),
    ),
)
"""Each list within its own time; on one what must stay is too much."""
FEASIBLE = replace(BASE, status="feasible", choice=replace(CHOICE, status="feasible", gap=0.00042))
WEIGHTED = replace(
    BASE,
    objective=WEIGHTS,
    weights_tried=9,
    choice=replace(
        CHOICE,
        recommendations=tuple(
            replace(one, in_weights=(0 if one.id == "copd/yearly-review" else 9 if one.uptake else 4, 9))
            for one in CHOICE.recommendations
        ),
    ),
)
TIERED = replace(
    BASE,
    objective=TIERS,
    frontier=(),
    frontier_role=None,
    without_unknown=None,
    unknown_benefit=(),
    choice=replace(CHOICE, benefit=4.0, hours=choice(price=None).hours | CHOICE.hours),
)
INFEASIBLE = replace(
    BASE,
    status="infeasible",
    per_list=True,
    choice=replace(
        choice(chosen("sick/notes", 1, 512345.0, None, why="legal"), benefit=None, price=None),
        status="infeasible",
        shortfall={"gp": 12345.0},
        shortfall_lists=(ListShortfall("Ås 1", "gp", 812.25), ListShortfall("By 2", "gp", 77.5)),
    ),
    without_unknown=None,
    frontier=(),
    frontier_role=None,
)
NEEDS_WEIGHTS = replace(
    BASE, status="needs-weights", objective=None, choice=None, without_unknown=None, frontier=(), frontier_role=None
)
NO_OUTCOMES = replace(
    NEEDS_WEIGHTS,
    outcomes=(),
    everything={"gp": HoursOfAll(340000.0, 360000.0, False), "nurse": HoursOfAll(99000.0, None, False)},
)
"""No recommendation says whom it benefits; there is time for all."""


def equal(name: str, hours: float, added: float) -> EqualTo:
    """One recommendation, and what comes in as so many times it."""
    return EqualTo(name, TITLES[name], hours, added / hours, is_legal=name.startswith("sick"))


def room_of(scope: RoomScope, lists: int, part: float) -> RoomOfRole:
    """A part of the nation, with every way there is: two of them not enough alone."""
    added = 123456.0 * part
    return RoomOfRole(
        scope=scope,
        role="gp",
        lists=lists,
        people=5627400.0 * part,
        hours_before=3106566.0 * part,
        hours_added=added,
        available=9011400.0 * part,
        ways=(
            MorePosts(5224.0 * part, 71.5715 * part),
            ShorterLists(1077.22, 14.5631, 74108.0 * part),
            Delegation("gp", "nurse", "may-move", 0.613, True, added, added * 1.2, 0.0, ("bp/treat/tasks/measure",)),
            EqualHours(
                nearest=(equal("copd/yearly-review", 88000.0 * part, added), equal("sick/notes", 140000 * part, added)),
                smallest_set=(equal("bp/treat", 200000.0 * part, added),),
                hours=200000.0 * part,
                slack=76544.0 * part,
            ),
            Administrative("administration", {"nb": "Administrasjon", "en": "Administration"}, 982345.0 * part, 0.1257),
            Against(("back/advice",), 40000.0 * part, 3.0864),
        ),
    )


ROOM = RoomForNew(
    (NEW,), False, (room_of("all", 5700, 1.0), room_of("tightest-tenth", 570, 0.11), room_of("picked", 1, 0.0002))
)
WITH_ROOM = replace(
    OPTIMAL,
    room=ROOM,
    displaced=("copd/yearly-review",),
    choice=choice(chosen(NEW, 1, 123456.0, 150.25, why="new"), *CHOICE.recommendations, available=480000.0),
)
"""Something new, and what it displaces."""
ROOM_WITHOUT_WEIGHTS = replace(NEEDS_WEIGHTS, room=ROOM, unknown_benefit=(NEW,))
LITTLE_ROOM = replace(
    NEEDS_WEIGHTS,
    room=RoomForNew(
        (NEW, "skin/course"),
        True,
        (
            replace(
                ROOM.of_roles[0],
                available=3000000.0,
                ways=(
                    Delegation("gp", None, "break-even", 0.0397, True, 123456.0, None, 0.0, ()),
                    EqualHours((), (), 0.0, 0.0),
                    EqualHours((), (equal("bp/treat", 200000.0, 123456.0),), 200000.0, 76544.0, False, False),
                ),
            ),
        ),
    ),
)
"""Where nothing says who may take work, and no set is enough; of what comes in a time is missing."""
NO_ROOM_NEEDED = replace(
    NEEDS_WEIGHTS, room=RoomForNew((NEW,), False, (replace(ROOM.of_roles[0], hours_added=-5000.0, ways=()),))
)
ASKS_NOBODY = replace(NEEDS_WEIGHTS, room=RoomForNew((NEW,), False, ()))
NOTHING_THERE = replace(NO_OUTCOMES, everything={}, unknown_benefit=(), unknown_hours=(), always=())
ALL = {name: value for name, value in list(globals().items()) if isinstance(value, FitResult)}
"""Every result of this file by name."""
