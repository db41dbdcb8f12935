"""One of anything is written as one, in both languages."""

import re

import pytest

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.diagnostics.render.words import message
from tnt.locale import Texts
from tnt.locale.catalogue import catalogue

WORDS = {
    "en": "people|lists|years|respondents|tasks|numbers|rows|draws|bars|recommendations|answers|areas|cases|are",
    "nb": "personer|lister|oppgaver|tallene|rader|trekninger|stolper|anbefalinger|områder|tilfeller",
}
PLURALS = {lang: rf"\b1 ({words})\b" for lang, words in WORDS.items()}
"""What nobody writes."""
OF_MANY = re.compile(r"\{of\}|\{\w+\} (of|av) (the |de )?")


@pytest.mark.parametrize("lang", PLURALS)
def test_no_text_has_one_of_many(lang: str) -> None:
    """Every text, all its numbers being 1."""
    said, wrong = Texts(lang), []
    for entry in catalogue(lang):
        key = entry.id[0] if isinstance(entry.id, tuple) else entry.id
        forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        names = {name for form in forms for name in re.findall(r"\{(\w+)", form)}
        if key and not any(OF_MANY.search(form) for form in forms):
            text = said.text(key, **dict.fromkeys(sorted(names), 1))
            wrong += [text] if re.search(PLURALS[lang], text) else []
    assert wrong == []


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        ("en", "1 respondent, 1 task answered", "2 respondents, 2 tasks answered"),
        ("nb", "1 har svart, på 1 oppgave", "2 har svart, på 2 oppgaver"),
    ],
)
def test_a_survey_of_one(lang: str, one: str, two: str) -> None:
    for count, expected in ((1, one), (2, two)):
        assert Texts(lang).text("survey.result", date="d", respondents=count, tasks=count).endswith(expected)


@pytest.mark.parametrize(
    ("lang", "one"), [("en", "1 of 9 numbers is an assumption"), ("nb", "1 av 9 tall er en antakelse")]
)
def test_a_problem_that_counts_one(lang: str, one: str) -> None:
    assert message(Diagnostic(Code.ASSUMPTIONS, Place("f"), {"count": "1", "of": "9"}), lang) == one
