"""The whole answer to `tnt fit` at a terminal: a sentence to read aloud, then tables."""

from __future__ import annotations

from typing import IO

from tnt.analyses.fit.result import FitResult
from tnt.analyses.fit.shown.context import FitPart, FitTable
from tnt.analyses.fit.shown.outcomes import outcomes_in_order
from tnt.analyses.fit.shown.page import notices, subtitle, title
from tnt.analyses.fit.shown.parts import fit_parts
from tnt.analyses.fit.shown.sentences import answer
from tnt.analyses.fit.shown.words import FitWords
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.show.terminal import Page

_MOST_ROWS = 20
_MOST_ROLES = 2
_MOST_OUTCOMES = 3


def print_fit(result: FitResult, lang: str, file: IO[str], arguments: str = "", of_choice: str = "") -> None:
    """Print the answer in `lang`; `arguments` are those of the command, to repeat in a next one, `of_choice` those that
    decide what is chosen."""
    page, texts = Page(file), Texts(lang)
    words = FitWords(result, texts, _MOST_ROLES)
    page.paragraph(title(result, words), "bold")
    page.paragraph(subtitle(result, words))
    page.paragraph(texts.text("estimate.as-of", date=result.as_of))
    for sentence in answer(result, words):
        page.gap()
        page.paragraph(sentence, "bold")
    page.gap()
    page.paragraph(texts.text("fit.opening"))
    if result.pack_notice:
        page.paragraph(in_language(result.pack_notice, lang))
    for part in fit_parts(result, words):
        _part(page, part, texts)
    if len(words.roles) > _MOST_ROLES:
        page.gap()
        page.paragraph(texts.text("fit.other-roles", count=len(words.roles) - _MOST_ROLES), "dim")
    if result.notices:
        page.heading(texts.text("estimate.notices"))
        page.items(notices(result, words))
    _next(page, result, words, arguments, of_choice)


def _part(page: Page, part: FitPart, texts: Texts) -> None:
    page.heading(part.heading)
    for paragraph in part.paragraphs:
        page.paragraph(paragraph)
    for table in part.tables:
        page.gap()
        _table(page, table, texts)
    if part.notes:
        page.gap() if part.tables else None
        page.items(part.notes)


def _table(page: Page, table: FitTable, texts: Texts) -> None:
    page.paragraph(table.caption)
    rows = [[cell.text for cell in row] for row in table.rows[:_MOST_ROWS]]
    page.table(table.heads, rows, texts=table.words)
    if len(table.rows) > _MOST_ROWS:
        page.paragraph(texts.text("fit.more-rows", count=len(table.rows) - _MOST_ROWS), "dim")


def _next(page: Page, result: FitResult, words: FitWords, arguments: str, of_choice: str) -> None:
    page.heading(words.text("estimate.next"))
    if result.choice is None:
        for one in outcomes_in_order(result, words)[:_MOST_OUTCOMES]:
            about = words.text("fit.next-outcome", outcome=in_language(one.title, words.texts.lang, one.id))
            page.command(f"tnt fit{arguments} --outcome {one.id}", about)
        page.command(f"tnt fit{arguments} --weights weights.yaml", words.text("fit.next-weights"))
    page.command(f"tnt fit{arguments}{of_choice} --format html --out fit.html", words.text("fit.next-page"))
