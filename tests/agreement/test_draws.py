"""Random packs, drawn: every draw is what the slow calculation says of a pack with the drawn numbers in it."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given

import tnt
from tests.oracle.drawn import in_draw
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.oracle.expected import expected
from tests.profile import looks
from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.number_distributions import NumberDistributions
from tnt.analyses.uncertainty.role import RoleSimulation
from tnt.analyses.uncertainty.task_terms import scaled_activities
from tnt.compile.inputs import Inputs
from tnt.distributions.named import Constant
from tnt.engine.draws.streams import Streams

STREAMS = Streams(7, 128)


def loaded(pack: Folder) -> Inputs:
    with tempfile.TemporaryDirectory() as folder:
        pack.write(Path(folder))
        return tnt.load(folder)


def value_in(inputs: Inputs, beliefs: NumberDistributions, draw: int) -> Callable[[str], float | None]:
    known = {number.path for number in inputs.numbers}

    def value(path: str) -> float | None:
        believed = beliefs.of(path) if path in known else None
        if believed is None or isinstance(believed, Constant):
            return None
        return float(believed.quantile(STREAMS.uniforms(path))[draw])

    return value


def simulated(inputs: Inputs) -> tuple[NumberDistributions, dict[str, RoleSimulation]]:
    """Every assumption has a range."""
    beliefs, result = NumberDistributions(inputs, "thirty-percent"), tnt.estimate(inputs)
    known = [role for role, total in result.total.items() if total.required_hours is not None]
    return beliefs, {
        role: RoleSimulation(inputs, result, role, beliefs, STREAMS, 1.0, SharedDraws(inputs, STREAMS.draws))
        for role in known
    }


def is_exact(inputs: Inputs) -> bool:
    """Shared work of conditions that registers scale is drawn in proportion only; where ages are unknown a prevalence
    by age is not drawn."""
    return not list(scaled_activities(inputs)) and inputs.counts.split is not None


@looks(40)
@given(packs())
def test_a_draw_is_the_estimate_with_the_drawn_numbers(pack: Folder) -> None:
    inputs = loaded(pack)
    assume(is_exact(inputs))
    beliefs, roles = simulated(inputs)
    for draw in (0, 77):
        wanted = expected(in_draw(pack, value_in(inputs, beliefs, draw)).given())
        for role, one in roles.items():
            slow = wanted.total[role]["required_hours"]
            assert one.required_in_each_draw()[draw] == pytest.approx(slow, rel=1e-7, abs=1e-7), role
            if role in wanted.overload:
                lists = one.lists(lambda done, of: None)
                assert lists.overloaded[draw] == wanted.overload[role]["lists"], role


@looks(40)
@given(packs())
def test_at_the_means_the_terms_are_the_estimate_and_the_lists_add_up_to_the_total(pack: Folder) -> None:
    """Shared work that is drawn in proportion too."""
    inputs = loaded(pack)
    result = tnt.estimate(inputs)
    for role, one in simulated(inputs)[1].items():
        assert one.required_at_means() == pytest.approx(result.total[role].required_hours, rel=1e-9, abs=1e-9)
        on_lists = one.lists(lambda done, of: None).hours.mean.sum()
        assert on_lists == pytest.approx(one.required_in_each_draw().mean(), rel=1e-9, abs=1e-9)
