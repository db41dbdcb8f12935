"""The numbers that move the total of the Norwegian pack most, which of them a form can ask for, and the form itself."""

from __future__ import annotations

import re
from functools import cache

from tests.docs.norwegian_pack import AS_OF, OTHER_CARE, drawn, inputs, result
from tests.docs.who_can_tell import who_can_tell
from tnt.compile.origins import NumberRecord
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.uncertainty import Driver
from tnt.survey.form.form import form
from tnt.survey.form.html import form_html
from tnt.survey.form.tasks import SurveyTask, chosen, tasks_of

MOST = 20
WORDS = {
    "en": {
        "heading": "| number | stands at | range | hours at its low end | hours at its high end | would have to be "
        "| who can tell |",
        "never": "no share is that large",
        "line": "clinicians: line {line} of the form",
        "asked": "Of the twenty, {times} are minutes, and the form asks for them. It asks first for the {missing} "
        "tasks that have no time at all, and then for the times that move the total most, until there are twenty.",
        "units": {"/ year": "a year", "/ 1000 / year": "per 1000 a year"},
    },
    "nb": {
        "heading": "| tall | står på | spenn | timer ved nedre grense | timer ved øvre grense | måtte vært "
        "| hvem som kan vite det |",
        "never": "ingen andel er så stor",
        "line": "klinikere: linje {line} i skjemaet",
        "asked": "Av de tjue er {times} minutter, og dem spør skjemaet om. Det spør først om de {missing} oppgavene "
        "som ikke har noen tid, og deretter om tidene som betyr mest for totalen, til det er tjue.",
        "units": {"/ year": "i året", "/ 1000 / year": "per 1000 i året"},
    },
}


def driver_parts(lang: str) -> dict[str, str]:
    """The computed parts about them, by their names on the page."""
    return {"drivers": drivers(lang), "asked": asked(lang)}


@cache
def asked_tasks() -> tuple[SurveyTask, ...]:
    """What the form asks about: as `tnt survey write --most 20`."""
    return tuple(chosen(tasks_of(inputs(), "gp"), [], MOST))


def survey_form(lang: str) -> str:
    """The form to print."""
    return form_html(form(asked_tasks(), Texts(lang).choice("role", "gp"), AS_OF, lang))


def asked(lang: str) -> str:
    """How many of the numbers the form asks for, and what it asks for beside them."""
    lines = _lines()
    times = sum(one.stream in lines for one in drawn().drivers["gp"][:MOST])
    missing = sum(task.status == "missing" for task in asked_tasks())
    return str(WORDS[lang]["asked"]).format(times=times, missing=missing)


def _lines() -> dict[str, int]:
    return {f"{task.path}/time": line for line, task in enumerate(asked_tasks(), start=1)}


def drivers(lang: str) -> str:
    """The numbers, where each would fill what other care leaves, and who can tell it."""
    known, lines = {number.path: number for number in inputs().numbers}, _lines()
    rows = []
    for one in drawn().drivers["gp"][:MOST]:
        line = lines.get(one.stream)
        told = who_can_tell(known[one.stream], lang) if line is None else str(WORDS[lang]["line"]).format(line=line)
        rows.append("| " + " | ".join([*_cells(one, known[one.stream], lang), told]) + " |")
    return "\n".join([str(WORDS[lang]["heading"]), "|---|--:|--:|--:|--:|--:|---|", *rows])


def _cells(one: Driver, number: NumberRecord, lang: str) -> list[str]:
    texts, words = Texts(lang), WORDS[lang]
    total, left = result().total["gp"].required_hours, result(OTHER_CARE).total["gp"].available_hours
    (low, _), (mean, unit), (high, _) = (
        _figure(text or "") for text in (number.low_text, number.text, number.high_text)
    )
    assert total is not None
    assert left is not None
    needed = mean + (left - total) * (high - low) / (one.at_high - one.at_low)
    units = words["units"]
    assert isinstance(units, dict)
    shown = units.get(unit, unit)
    needed_text = f"{texts.number(needed, 0 if needed > 20 else 1)} {shown}"
    return [
        in_language(one.label, lang),
        f"{_short(mean, texts)} {shown}",
        f"{_short(low, texts)} – {_short(high, texts)}",
        texts.hours(round(one.at_low, -3)),
        texts.hours(round(one.at_high, -3)),
        str(words["never"]) if unit == "%" and needed > 100 else needed_text,
    ]


def _short(value: float, texts: Texts) -> str:
    decimals = next((places for places in (0, 1) if value == round(value, places)), 1 if value > 1 else 2)
    return texts.number(value, decimals)


def _figure(text: str) -> tuple[float, str]:
    """A figure and its unit as they are written; people of people are a share."""
    if counted := re.fullmatch(r"([\d.]+) / ([\d.]+)", text):
        return 100 * float(counted[1]) / float(counted[2]), "%"
    found = re.fullmatch(r"([\d.]+) ?(.*)", text)
    assert found is not None, text
    return float(found[1]), found[2]
