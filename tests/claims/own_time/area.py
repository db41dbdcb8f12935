"""The patient's own time: its sentences are few, so its claims stand here and serve as the example for others."""

from collections.abc import Iterator

from tests.claims.claims import Claims, Values
from tests.claims.scenes import Scene

AREA = Claims("The patient's own time", ("own-time.",))
AREA.stated(
    "own-time.what",
    true="The minutes of role `patient` are summed apart: no total of another role holds them, and no working time.",
    stops="What patients do that no task asks for is not counted.",
)


@AREA.claim(
    "own-time.total",
    true="`total.patient.required_hours`: what is shared is counted once.",
    stops="A steady year at the target uptake. Tasks without a time are not counted: “at least”.",
)
def _total(scene: Scene) -> Iterator[Values]:
    yield {"hours": scene.texts.hours(scene.figures["total"]["patient"]["required_hours"])}


@AREA.claim(
    "own-time.shared",
    true="`total.patient.overlap_hours`: the hours of all recommendations less the total.",
    stops="Who is asked by several is counted as independent, as METHOD.md says under Overlap.",
)
def _shared(scene: Scene) -> Iterator[Values]:
    apart = sum(one["required_hours"].get("patient", 0.0) for one in scene.figures["recommendations"])
    yield {"hours": scene.texts.hours(apart - scene.figures["total"]["patient"]["required_hours"])}


@AREA.claim(
    "own-time.first-year",
    true="`total.patient.first_year_hours`: the required hours and the first year's part of start-up.",
    stops="It is not a forecast: the target uptake is taken as reached from the first day.",
)
def _first_year(scene: Scene) -> Iterator[Values]:
    total = scene.figures["total"]["patient"]
    start_up = total["start_up_hours"] / total["start_up_years"]
    yield {"hours": scene.texts.hours(total["required_hours"] + start_up)}


@AREA.claim(
    "own-time.interval",
    true="`uncertainty.total.patient`: the 5th and 95th percentile of the draws.",
    stops="Only numbers with a range are drawn. The people, and the guidelines themselves, are taken as they are.",
)
def _interval(scene: Scene) -> Iterator[Values]:
    drawn = scene.figures["uncertainty"]["total"]["patient"]
    low, high = (scene.texts.number(drawn[end]) for end in ("p05", "p95"))
    yield {"interval": scene.texts.text("uncertainty.between", low=low, high=high)}
