"""The patient's own time, under a heading of its own."""

from __future__ import annotations

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.report.own_time import OwnTime, own_time_sentences, own_times
from tnt.result.model import Result
from tnt.show.bounded import bounded_text, figure_text
from tnt.show.terminal import Page

_FIGURES = ("tnt_hours", "required_hours", "incremental_hours")


def print_own_time(page: Page, result: Result, texts: Texts) -> None:
    """How much in all, and a row per recommendation; nothing where no patient is asked."""
    sentences = own_time_sentences(result, texts)
    if not sentences:
        return
    page.heading(texts.text("own-time.heading"))
    for sentence in sentences:
        page.paragraph(sentence)
    page.gap()
    keys = ("recommendation", "people", "if-done-to-all", "required", "change")
    headers = [*(texts.text(f"estimate.{key}") for key in keys), texts.text("own-time.per-person")]
    page.table(headers, [_row(one, texts) for one in own_times(result)])


def _row(one: OwnTime, texts: Texts) -> list[str]:
    return [
        in_language(one.recommendation.title, texts.lang, one.recommendation.id),
        figure_text(one.recommendation, "eligible_people", texts),
        *(figure_text(one.hours, name, texts) for name in _FIGURES),
        bounded_text(one.per_person, texts.number, texts),
    ]
