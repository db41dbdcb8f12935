"""What is looked for beside what every reading finds: the checks of tnt, then those of plugins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tnt.check.found import found
from tnt.check.independent import independent
from tnt.check.middles import middles
from tnt.check.nobody import nobody
from tnt.check.plausibility import courses, frequency, minutes, one_off, uptake, working_time
from tnt.check.provenance import assumptions
from tnt.check.strengths import strengths
from tnt.check.tables import tables
from tnt.diagnostics import Diagnostic
from tnt.plugins import Group, PluginError, offered, plugins
from tnt.reading.pack import Pack, scenario_problems


@dataclass(frozen=True, slots=True)
class PackCheck:
    """One check of a whole pack. That of a plugin has the name of its entry point, and codes of its own."""

    name: str
    find: Callable[[Pack], Iterable[Diagnostic]]


CHECKS = (
    PackCheck("scenarios", scenario_problems),
    PackCheck("minutes", minutes),
    PackCheck("frequency", frequency),
    PackCheck("courses", courses),
    PackCheck("one-off", one_off),
    PackCheck("nobody", nobody),
    PackCheck("middles", middles),
    PackCheck("independent", independent),
    PackCheck("strengths", strengths),
    PackCheck("uptake", uptake),
    PackCheck("working-time", working_time),
    PackCheck("found", found),
    PackCheck("assumptions", assumptions),
    PackCheck("tables", tables),
)


def problems_of(pack: Pack) -> Iterator[Diagnostic]:
    """What all checks find."""
    for check in CHECKS:
        yield from check.find(pack)
    homes = offered(Group.CHECKS)
    for check in plugins(Group.CHECKS, PackCheck):
        for problem in check.find(pack):
            if not isinstance(problem, Diagnostic):
                found = type(problem).__name__
                raise PluginError("gives", name=check.name, distribution=homes[check.name], found=found)
            yield problem
