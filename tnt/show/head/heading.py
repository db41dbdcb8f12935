"""The heading of every answer at a terminal."""

from __future__ import annotations

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.model import Result
from tnt.show.bounded import bounded_text
from tnt.show.head.guidelines import guidelines_title
from tnt.show.notices import pack_notice
from tnt.show.terminal import Page


def print_heading(page: Page, result: Result, texts: Texts) -> None:
    """Of which guideline, on which lists, when, with which working time; and the sentences every result opens with."""
    if guideline := guidelines_title(result, texts):
        page.paragraph(guideline, "bold")
    lists = result.lists
    title = in_language(lists.title, texts.lang, lists.id)
    page.paragraph(
        texts.text(
            "estimate.title", title=title, count=lists.count, people=bounded_text(lists.everybody, texts.people, texts)
        ),
        "bold",
    )
    capacity = texts.text("estimate.without-capacity")
    if result.capacity is not None:
        capacity = texts.text(
            "estimate.capacity", title=in_language(result.capacity.title, texts.lang, result.capacity.id)
        )
    page.paragraph(f"{texts.text('estimate.as-of', date=result.as_of)} {capacity}")
    page.gap()
    page.paragraph(texts.text("notice.opening"), "bold")
    if notice := pack_notice(result, texts.lang):
        page.paragraph(notice)
