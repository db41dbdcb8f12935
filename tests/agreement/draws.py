"""The roles of a pack as they are drawn, and the value a number has in one draw."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import assume

import tnt
from tests.oracle.drawn_packs.files import Folder
from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.number_distributions import NumberDistributions
from tnt.analyses.uncertainty.role import RoleSimulation
from tnt.compile.inputs import Inputs
from tnt.diagnostics import Code, Problems
from tnt.distributions.named import Constant, Distribution
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
    """Every assumption has a range. A random pack that is refused as too much to draw is not looked at."""
    beliefs, result = NumberDistributions(inputs, "thirty-percent"), tnt.estimate(inputs)
    known = [role for role, total in result.total.items() if total.required_hours is not None]
    try:
        return beliefs, {
            role: RoleSimulation(inputs, result, role, beliefs, STREAMS, 1.0, SharedDraws(inputs, STREAMS.draws))
            for role in known
        }
    except Problems as problems:
        assume([one.code for one in problems.diagnostics] != [Code.TOO_MUCH_DRAWN])
        raise


def nothing(done: int, of: int) -> None:
    """Progress nobody looks at."""
