"""The scenarios a result rests on."""

from __future__ import annotations

from tnt.reading.yaml.tree import AppliedChange
from tnt.report.context.scenarios import ChangeRow, ScenarioPart
from tnt.result.model import Result
from tnt.show.changes import after_text, before_text
from tnt.show.page.wording import Wording


def scenario_notices(result: Result, wording: Wording) -> list[str]:
    """For the top of the page: that the figures rest on a scenario, and what its author wants a reader to know."""
    return [
        wording.text("report.scenarios.notice", title=wording.in_language(one.title) or one.id)
        + f" {wording.in_language(one.note)}"
        for one in result.scenarios
    ]


def scenario_parts(result: Result, wording: Wording) -> tuple[ScenarioPart, ...]:
    """Every scenario with what it changed."""
    parts = []
    for number, scenario in enumerate(result.scenarios, start=1):
        title = wording.in_language(scenario.title) or scenario.id
        changes = tuple(_row(change, wording) for change in result.changes if change.scenario == scenario.id)
        parts.append(
            ScenarioPart(
                anchor=f"scenario-{number}",
                title=title,
                note=wording.in_language_if_any(scenario.note),
                file=scenario.file,
                caption=wording.text("report.scenarios.caption", title=title, count=len(changes)),
                changes=changes,
            )
        )
    return tuple(parts)


def _row(change: AppliedChange, wording: Wording) -> ChangeRow:
    return ChangeRow(
        path=change.path,
        before=before_text(change, wording.texts),
        after=after_text(change, wording.texts),
        before_place=None if change.before_file is None else f"{change.before_file}:{change.before_line}",
        place=f"{change.file}:{change.line}",
    )
