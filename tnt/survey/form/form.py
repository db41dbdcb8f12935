"""A form: what it says and what it asks, before anybody has chosen paper or spreadsheet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from tnt.language.base import Text, in_language
from tnt.language.documents.guideline import Kind
from tnt.locale import Texts
from tnt.survey.form.tasks import SurveyTask


@dataclass(frozen=True, slots=True)
class FormRow:
    """One task to give minutes for."""

    number: int
    """Its place on the form, from 1."""
    path: str
    """`guideline/recommendation/tasks/task`."""
    recommendation: str
    title: str
    definition: str
    """How it is done and which minutes count."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form in one language. No place for names, and none for free text: it may hold patient data."""

    lang: str
    title: str
    subtitle: str
    instructions: tuple[str, ...]
    code_label: str
    columns: tuple[str, str, str, str]
    """Headings: recommendation, task, minutes, cases."""
    rows: tuple[FormRow, ...]
    footer: str


def form(tasks: Sequence[SurveyTask], role_title: Text, as_of: date, lang: str) -> Form:
    """The form for these tasks, in their order."""
    texts, kinds = Texts(lang), {task.time_kind for task in tasks}
    headings = ("recommendation", "task", "minutes", "cases")
    first, second, third, fourth = (texts.text(f"survey.column-{key}") for key in headings)
    return Form(
        lang=lang,
        title=texts.text("survey.title"),
        subtitle=texts.text("survey.subtitle", role=in_language(role_title, lang), count=len(tasks)),
        instructions=_instructions(kinds, texts),
        code_label=texts.text("survey.code"),
        columns=(first, second, third, fourth),
        rows=tuple(
            _row(number, task, [] if len(kinds) == 1 else _counts([task.time_kind], texts), texts)
            for number, task in enumerate(tasks, start=1)
        ),
        footer=texts.text("survey.footer", date=as_of),
    )


def _instructions(kinds: Collection[Kind], texts: Texts) -> tuple[str, ...]:
    how, *rest = (texts.text(f"survey.instruction-{key}") for key in ("how", "only", "unit", "cases", "code", "text"))
    return how, *_counts(kinds, texts), *rest


def _counts(kinds: Collection[Kind], texts: Texts) -> list[str]:
    """Which minutes count: said once for all tasks, or with each where they differ."""
    return [texts.text(f"survey.counts-{kind}") for kind in kinds] if len(kinds) == 1 else []


def _row(number: int, survey_task: SurveyTask, counts: Sequence[str], texts: Texts) -> FormRow:
    title = in_language(survey_task.title, texts.lang)
    contact = texts.choice("contact", survey_task.task.contact)
    parts = [*([] if contact.rstrip(".") == title else [contact]), *counts, *_travel(survey_task, texts)]
    if survey_task.task.group_size is not None:
        parts.append(texts.text("survey.session", people=survey_task.task.group_size.expected))
    return FormRow(
        number=number,
        path=survey_task.path,
        recommendation=in_language(survey_task.recommendation, texts.lang),
        title=title,
        definition=" ".join(parts),
    )


def _travel(survey_task: SurveyTask, texts: Texts) -> list[str]:
    """Whether to count the way to a patient's home, where all work counts."""
    if survey_task.task.contact != "home-visit" or survey_task.time_kind != "all-work":
        return []
    return [texts.text("survey.travel-not" if survey_task.has_travel_of_its_own else "survey.travel-too")]
