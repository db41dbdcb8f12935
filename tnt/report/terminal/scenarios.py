"""The scenarios laid over the files: what they changed, from what to what."""

from __future__ import annotations

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.model import Result
from tnt.show.changes import after_text, before_text
from tnt.show.terminal import Page

MOST_SHOWN = 12
"""Changes of one scenario that a terminal shows; the other outputs have them all."""


def print_scenarios(page: Page, result: Result, texts: Texts) -> None:
    """A part for each scenario."""
    for scenario in result.scenarios:
        changes = [change for change in result.changes if change.scenario == scenario.id]
        title = in_language(scenario.title, texts.lang, scenario.id)
        page.heading(texts.text("estimate.scenario", title=title, file=scenario.file))
        if scenario.note:
            page.paragraph(in_language(scenario.note, texts.lang))
        page.items(
            [
                texts.text(
                    "estimate.scenario-change",
                    path=one.path,
                    before=before_text(one, texts),
                    after=after_text(one, texts),
                )
                for one in changes[:MOST_SHOWN]
            ]
        )
        if len(changes) > MOST_SHOWN:
            page.paragraph(texts.text("estimate.more-changes", count=len(changes) - MOST_SHOWN))
