"""What a command is asked for: the files of an estimate, and how numbers are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from shlex import join

METHODS = ("stratified", "plain", "latin-hypercube", "sobol")


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a simulation is asked for; None where it was not said."""

    draws: int
    seed: int | None
    method: str | None
    assume_range: str | None
    overload_weight: float | None

    @property
    def can_be_made(self) -> bool:
        """Whether so many draws can: a Sobol sequence has a power of two."""
        return self.method != "sobol" or self.draws & (self.draws - 1) == 0

    def as_arguments(self) -> str:
        """The same as arguments, with a space in front, to repeat in a next command."""
        said = [part for name, value in named(self).items() if value is not None for part in (name, value)]
        return f" {join(said)}"


def named(drawing: Drawing) -> dict[str, str | None]:
    """Option -> what was said of it as text, None where nothing was."""
    options = {
        "--draws": drawing.draws,
        "--seed": drawing.seed,
        "--method": drawing.method,
        "--assume-range": drawing.assume_range,
        "--overload-weight": drawing.overload_weight,
    }
    return {name: None if value is None else f"{value}" for name, value in options.items()}


@dataclass(frozen=True, slots=True)
class EstimateRequest:
    """What an estimate is asked for."""

    paths: tuple[str, ...]
    lists: str | None
    capacity: tuple[str, ...]
    as_of: date | None
    scenarios: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    """Ids or names of the lists that are used; empty for all."""
    drawing: Drawing | None = None
    """How to simulate; None where nothing is."""

    def as_arguments(self) -> str:
        """The same as arguments, with a space in front, to repeat in a next command; without how to simulate."""
        options = (
            ("--lists", self.lists),
            *(("--only", one) for one in self.only),
            *(("--capacity", one) for one in self.capacity),
            *(("--scenario", scenario) for scenario in self.scenarios),
            ("--as-of", self.as_of and self.as_of.isoformat()),
        )
        arguments = [*self.paths, *(part for name, value in options if value for part in (name, value))]
        return f" {join(arguments)}" if arguments else ""

    def drawing_arguments(self) -> str:
        """How to simulate, as arguments with a space in front."""
        return "" if self.drawing is None else self.drawing.as_arguments()
