"""The roles of a pack as they are drawn, and the value a number has in one draw."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import assume

import tnt
from tests.oracle.changes import recommendations, with_missing_times
from tests.oracle.drawn import in_draw
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.rules import CONDITIONS
from tests.oracle.expected import expected
from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.role import RoleSimulation
from tnt.compile.inputs import Inputs
from tnt.diagnostics import Code, Problems
from tnt.distributions.named import Constant, Distribution
from tnt.drawn.number_distributions import NumberDistributions
from tnt.engine.draws.streams import Streams

STREAMS = Streams(7, 128)


def loaded(pack: Folder) -> Inputs:
    with tempfile.TemporaryDirectory() as folder:
        pack.write(Path(folder))
        return tnt.load(folder)


def value_in(
    inputs: Inputs, beliefs: NumberDistributions, draw: int, together: Sequence[str] = ()
) -> Callable[[str], float | None]:
    """Of a number, by its address; those of `together` share the luck of the first of them that is drawn."""
    known = {number.path for number in inputs.numbers}

    def varying(path: str) -> Distribution | None:
        believed = beliefs.of(path) if path in known else None
        return None if isinstance(believed, Constant) else believed

    first = next((path for path in together if varying(path) is not None), None)

    def value(path: str) -> float | None:
        believed = varying(path)
        stream = beliefs.stream(first if first is not None and path in together else path)
        return None if believed is None else float(believed.quantile(STREAMS.uniforms(stream))[draw])

    return value


def simulated(inputs: Inputs) -> tuple[NumberDistributions, dict[str, RoleSimulation]]:
    """Every assumption has a range."""
    beliefs, result = NumberDistributions(inputs, "thirty-percent"), tnt.estimate(inputs)
    known = [role for role, total in result.total.items() if total.required_hours is not None]
    with unless_too_much():
        return beliefs, {
            role: RoleSimulation(inputs, result, role, beliefs, STREAMS, 1.0, SharedDraws(inputs, STREAMS.draws))
            for role in known
        }


@contextmanager
def unless_too_much() -> Iterator[None]:
    """A random pack that is refused as too much to draw is not looked at; what else is wrong is."""
    try:
        yield
    except Problems as problems:
        assume([one.code for one in problems.diagnostics] != [Code.TOO_MUCH_DRAWN])
        raise


def assert_required_in_draws(pack: Folder, inputs: Inputs) -> None:
    """Two draws are what the slow calculation says of the pack with the drawn numbers in it."""
    beliefs, roles = simulated(inputs)
    for draw in (0, 77):
        wanted = expected(in_draw(pack, value_in(inputs, beliefs, draw)).given())
        for role, one in roles.items():
            slow = wanted.total[role]["required_hours"]
            assert one.required_in_each_draw()[draw] == pytest.approx(slow, rel=1e-7, abs=1e-7), role


def with_today_told(pack: Folder) -> Folder:
    """The same with times, conditions by prevalence and an uptake of today wherever nothing was observed."""
    pack = with_missing_times(pack, "7 min")
    known = {name for document in pack.conditions for name in document["conditions"]}
    more = {name: {"prevalence": [{"ages": "all", "share": "10 %"}]} for name in CONDITIONS if name not in known}
    pack.conditions = [*pack.conditions, {"conditions": more}] if more else pack.conditions
    pack.lists.pop("registers", None)
    for one in recommendations(pack):
        if not any(task.keys() & {"observed", "activity"} for task in one["tasks"].values()):
            one["uptake"] = {"current": "40 %"} | one.get("uptake", {})
    return pack


def nothing(done: int, of: int) -> None:
    """Progress nobody looks at."""
