"""What `tnt fit` is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from shlex import join
from typing import Literal, get_args

from tnt.cli.request import EstimateRequest

WayToWrite = Literal["choice", "posts", "list-size", "delegation", "equal-hours"]
"""What a scenario can be written of: what the choice leaves out, or one of the ways to make room."""
WAYS: tuple[WayToWrite, ...] = get_args(WayToWrite)


@dataclass(frozen=True, slots=True)
class FitRequest:
    """The options of `tnt fit`."""

    estimate: EstimateRequest
    """Guidelines, lists, working time, scenarios and date; `drawing` has the draws and the seed of `--draws`."""
    add: tuple[str, ...] = ()
    """Files with what is new; empty where nothing is."""
    weights: str | None = None
    """A file of weights."""
    priorities: str | None = None
    """A file of priorities."""
    outcome: str | None = None
    """Id of the one outcome whose people are counted."""
    per_list: bool = False
    """Whether each list chooses within its own time; else all lists share theirs."""
    way: WayToWrite | None = None
    """What the scenario is to be written of; None where none is asked for."""

    def as_arguments(self) -> str:
        """The same as arguments, with a space in front, to repeat in a next command; without what decides the choice,
        the draws and the scenario."""
        words = [*(part for one in self.add for part in ("--add", one)), *(["--per-list"] if self.per_list else [])]
        return self.estimate.as_arguments() + (f" {join(words)}" if words else "")

    def choice_as_arguments(self) -> str:
        """What decides the choice, and the draws, in the same way."""
        asked = {"--outcome": self.outcome, "--weights": self.weights, "--priorities": self.priorities}
        drawing = self.estimate.drawing
        drawn = {} if drawing is None else {"--draws": drawing.draws, "--seed": drawing.seed}
        words = [
            part for option, value in (asked | drawn).items() if value is not None for part in (option, f"{value}")
        ]
        return f" {join(words)}" if words else ""
