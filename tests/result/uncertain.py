"""How sure a made-up result is, made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.result.factory import NAN, many_lists, rich_result
from tnt.result.model import Result
from tnt.result.supply import Overload
from tnt.result.uncertainty import Decision, Driver, ListSpreads, Room, Spread, TotalSpread, Uncertainty

CHECK = "blood-pressure/yearly-check"


def drivers() -> dict[str, tuple[Driver, ...]]:
    """Two numbers and a group that drive GPs' hours; one number of nurses'."""
    time = Driver(
        f"{CHECK}/tasks/measure/time",
        {"nb": "Årlig blodtrykkskontroll fra 40 år · tid", "en": "Yearly blood pressure check from age 40 · time"},
        880.5,
        1180.25,
        0.61,
        0.66,
        9.25,
    )
    share = Driver(
        "blood-pressure/treat/population/share",
        {
            "nb": "Behandlet høyt blodtrykk · andel",
            "en": "Treated hypertension · share",
        },
        1090.0,
        930.0,
        0.27,
        0.31,
        0.0,
    )
    group = Driver("gp-minutes", "gp-minutes", 980.0, 1035.0, 0.04, 0.05, 1.75, 6100.0, 5900.0)
    nurse = Driver(f"{CHECK}/tasks/call/time", "Call", 700.0, 910.0, None, None, None)
    return {"gp": (time, share, group), "nurse": (nurse,)}


def uncertainty() -> Uncertainty:
    """GPs, whose lists may be overloaded; nurses, without working time; midwives, whose hours nobody knows."""
    wide, narrow = Spread(1010.5, 702.0, 990.25, 1391.0), Spread(1011.0, 790.0, 1001.0, 1254.5)
    nurse = Spread(800.0, 700.0, 795.0, 910.0)
    nothing = np.full(5, NAN)
    return Uncertainty(
        draws=4096,
        seed=1,
        method="stratified",
        assumed_range=None,
        total={"gp": TotalSpread(wide, narrow, wide, 0.35), "nurse": TotalSpread(nurse, nurse, nurse, 0.2)},
        recommendations={
            CHECK: {"gp": Spread(706.0, 560.0, 700.0, 880.0), "nurse": Spread(182.0, 150.0, 181.0, 217.0)},
            "blood-pressure/treat": {"gp": Spread(301.0, 250.0, 300.0, 355.0), "nurse": None},
            "postpartum/conversation": {"midwife": None},
        },
        overloaded_lists={"gp": Spread(1.25, 0.0, 1.0, 2.0)},
        lists={
            "gp": ListSpreads(
                mean=np.array([501.0, 903.5, 251.0, 1 / 3, 0.0]),
                p05=np.array([390.0, 700.0, 195.0, 0.25, 0.0]),
                p50=np.array([498.0, 899.0, 249.0, 0.33, 0.0]),
                p95=np.array([630.0, 1130.0, 315.0, 0.42, 0.0]),
                probability_of_overload=np.array([0.0, 0.58, NAN, NAN, 0.0]),
            ),
            "nurse": ListSpreads(*(np.array([400.0, 300.0, 97.0, 0.0, 0.0]) for _ in range(4)), nothing),
        },
        drivers=drivers(),
        decisions={"gp": Decision(14.25, 310.5, 2.0, 14.25)},
        room={
            "gp": Room(
                available_hours=Spread(5000.0, 4200.0, 5050.0, 5800.0),
                other_care_hours=Spread(1000.0, 700.0, 990.0, 1400.0),
                hours_left=Spread(4000.0, 3100.0, 4050.0, 4900.0),
                probability=0.95,
            )
        },
        with_range=4,
        without_range=(f"{CHECK}/tasks/measure/frequency", "gp-2018/gp/hours"),
    )


def uncertain_result() -> Result:
    """The rich result, simulated."""
    return replace(rich_result(), uncertainty=uncertainty())


def nothing_worth_measuring() -> Result:
    """The same where every draw gives the same answer, and assumptions were given a range."""
    sure = uncertainty()
    settled = {
        role: tuple(replace(one, value_of_measuring=1e-12) for one in found) for role, found in sure.drivers.items()
    }
    decisions = {"gp": Decision(0.0, 5026.75, 1.0, 0.0)}
    one = replace(sure, drivers=settled, decisions=decisions, assumed_range="thirty-percent", without_range=())
    return replace(rich_result(), uncertainty=one)


def nothing_varies() -> Result:
    """Simulated, where no number has a range."""
    sure = uncertainty()
    fixed = {
        role: TotalSpread(*(Spread(hours, hours, hours, hours) for _ in range(3)), error_of_mean=0.0)
        for role, hours in (("gp", 1005.67), ("nurse", 796.60625))
    }
    return replace(rich_result(), uncertainty=replace(sure, total=fixed, drivers={}, with_range=0, recommendations={}))


def uncertain_lists(count: int = 60) -> Result:
    """Many lists, each overloaded in its own share of the draws."""
    result, sure = many_lists(count), uncertainty()
    hours = result.lists.roles["gp"].required_hours
    chances = np.linspace(0.0, 1.0, count)
    on_lists = ListSpreads(hours, 0.8 * hours, hours, 1.3 * hours, chances)
    many = replace(
        sure,
        lists=dict.fromkeys(("gp", "nurse", "midwife"), on_lists),
        overloaded_lists={"gp": Spread(31.5, 22.0, 31.0, 44.0)},
        drivers={"gp": sure.drivers["gp"] * 10},
    )
    return replace(result, uncertainty=many, overload={"gp": Overload(29, count, 29 / count, 0, 0, 0, 0)})


def hostile_drivers(text: str) -> Uncertainty:
    """Texts and names of drivers that want to be something else."""
    sure = uncertainty()
    drivers = {
        role: tuple(replace(one, label=text, stream=text) for one in found) for role, found in sure.drivers.items()
    }
    return replace(sure, drivers=drivers, without_range=(text,), assumed_range=text)
