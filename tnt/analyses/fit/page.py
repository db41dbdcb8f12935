"""What fits in the time there is -> one self-contained web page."""

from __future__ import annotations

from tnt.analyses.fit.result import FitResult
from tnt.analyses.fit.shown.context import FitPage
from tnt.analyses.fit.shown.parts import fit_parts
from tnt.analyses.fit.shown.sentences import answer
from tnt.analyses.fit.shown.words import FitWords
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.show.notices import notice_text
from tnt.show.output import text_output
from tnt.show.page.parts import Fact, Figure
from tnt.show.page.templates import environment


def render_fit(result: FitResult, lang: str) -> str:
    """The page as HTML, in `nb` or `en`. The same result and language give the same text."""
    texts = Texts(lang)
    return environment().get_template("fit/fit.html").render(page=fit_page(result, texts), t=texts.text)


def fit_page(result: FitResult, texts: Texts) -> FitPage:
    """Everything on the page, in the language of `texts`."""
    words = FitWords(result, texts)
    return FitPage(
        lang=texts.lang,
        title=title(result, words),
        subtitle=subtitle(result, words),
        facts=_facts(result, texts),
        opening=texts.text("fit.opening"),
        pack_notice=in_language(result.pack_notice, texts.lang) or None,
        answer=answer(result, words),
        parts=fit_parts(result, words),
        notices=tuple(notices(result, words)),
        inputs=tuple(f"{one.path} {one.sha256}" for one in result.inputs),
    )


def title(result: FitResult, words: FitWords) -> str:
    """What is asked."""
    if result.room is None:
        return words.text("fit.title")
    return words.text("fit.title-new", new=words.named(result.room.new), count=len(result.room.new))


def subtitle(result: FitResult, words: FitWords) -> str:
    """Guidelines, lists, working time and scenarios."""
    lang = words.texts.lang
    names = [in_language(each, lang) for each in (result.pack_title, result.lists_title, result.capacity_title) if each]
    scenarios = [in_language(each, lang) for each in result.scenario_titles]
    with_scenarios = (
        [words.text("compare.with-scenarios", scenarios=words.texts.listed(scenarios))] if scenarios else []
    )
    return " ".join([f"{' · '.join(names)}.", *with_scenarios])


def notices(result: FitResult, words: FitWords) -> list[str]:
    """What a reader must know."""
    called = {role: words.role(role) for role in result.role_titles}
    return [notice_text(one, words.texts, called) for one in result.notices]


def _facts(result: FitResult, texts: Texts) -> tuple[Fact, ...]:
    capacity = in_language(result.capacity_title, texts.lang) or texts.text("report.fact.no-capacity")
    figures = {
        "as-of": Figure(texts.date(result.as_of), None),
        "lists": Figure(texts.people(result.lists), float(result.lists)),
        "people": Figure(texts.people(result.people), result.people),
        "capacity": Figure(capacity, None),
    }
    return tuple(Fact(texts.text(f"report.fact.{key}"), one, None) for key, one in figures.items())


FIT_HTML = text_output("html", FitResult, render_fit)
