"""How far a number moves a role's hours: the swing that the tornado shows."""

from __future__ import annotations

from tnt.analyses.uncertainty.simulate import simulate
from tnt.compile.inputs import Inputs
from tnt.diagnostics import Code, Problems
from tnt.drawn.number_distributions import NumberDistributions
from tnt.limits import FEWEST_DRAWS
from tnt.result.uncertainty import Driver


class Swings:
    """The swings of the numbers behind a role's hours, computed and not drawn: the fewest draws there are will do."""

    def __init__(self, inputs: Inputs, role: str) -> None:
        self._stream = NumberDistributions(inputs).stream
        self._hours = {one.stream: abs(one.at_high - one.at_low) for one in _drivers(inputs, role)}

    def of(self, path: str) -> float | None:
        """Hours between the 5th and the 95th percentile of the number at an address, with those that move together with
        it and all others at their means; None where it has no range."""
        return self._hours.get(self._stream(path))


def _drivers(inputs: Inputs, role: str) -> tuple[Driver, ...]:
    """None where shared work is too much for even so few draws."""
    try:
        return simulate(inputs, draws=FEWEST_DRAWS).drivers.get(role, ())
    except Problems as problems:
        if {one.code for one in problems.diagnostics} != {Code.TOO_MUCH_DRAWN}:
            raise
        return ()
