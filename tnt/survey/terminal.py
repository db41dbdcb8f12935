"""The times that clinicians gave, and what must be looked at before they are used."""

from __future__ import annotations

from typing import IO

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.show.terminal import Page
from tnt.survey.summary import Survey, TaskTime, weighting


def print_survey(survey: Survey, lang: str, file: IO[str]) -> None:
    """Print the survey in `lang`."""
    page, texts = Page(file), Texts(lang)
    counts = {"respondents": survey.respondents, "tasks": len(survey.tasks)}
    page.paragraph(texts.text("survey.result", date=survey.as_of, **counts), "bold")
    page.gap()
    columns = ["task", "n", *_cases_columns(survey), "low", "mean", "high"]
    columns += ["with"] if any(task.suspected for task in survey.tasks) else []
    columns += ["guideline"] if any(task.known for task in survey.tasks) else []
    rows = [[_cell(task, column, texts) for column in columns] for task in survey.tasks]
    page.table([texts.text(f"survey.head-{column}") for column in columns], rows)
    _suspected(page, survey, texts)
    page.gap()
    for key in _notes(survey):
        page.paragraph(texts.text(f"survey.{key}"), "dim")


def _cell(task: TaskTime, column: str, texts: Texts) -> str:
    if column == "task":
        return _name(task, texts)
    if column in ("n", "cases", "without-cases"):
        counts = {"n": task.n, "cases": task.cases, "without-cases": task.without_cases if task.is_weighted else None}
        return texts.number(counts[column], 0)
    if column == "with" and not task.suspected:
        return ""
    minutes = {
        "low": task.low_minutes,
        "mean": task.mean_minutes,
        "high": task.high_minutes,
        "with": task.mean_minutes_with_suspected,
        "guideline": None if task.known is None else task.known.minutes,
    }
    return texts.number(minutes[column], 1)


def _cases_columns(survey: Survey) -> list[str]:
    """What there is to say of cases."""
    columns = ["cases"] if any(task.is_weighted for task in survey.tasks) else []
    return [*columns, "without-cases"] if any(task.without_cases for task in survey.tasks) else columns


def _name(task: TaskTime, texts: Texts) -> str:
    if task.known is None:
        return task.task
    names = (task.known.recommendation, task.known.title)
    return ": ".join(in_language(name, texts.lang) for name in names)


def _suspected(page: Page, survey: Survey, texts: Texts) -> None:
    rows = [
        [_name(task, texts), one.answer.respondent, texts.number(one.answer.minutes), texts.choice("slip", one.slip)]
        for task in survey.tasks
        for one in task.suspected
    ]
    if not rows:
        return
    page.heading(texts.text("survey.suspected", count=len(rows)))
    page.table([texts.text(f"survey.head-{key}") for key in ("task", "respondent", "answer", "slip")], rows)
    page.paragraph(texts.text("survey.suspected-what-now"))


def _notes(survey: Survey) -> list[str]:
    reasons = {task.no_interval for task in survey.tasks}
    shown = [f"no-interval-{reason}" for reason in ("few", "equal", "uneven") if reason in reasons]
    if any(task.is_scattered for task in survey.tasks):
        shown.append("scattered")
    if any(task.without_cases for task in survey.tasks):
        shown.append("without-cases")
    return [*shown, *weighting(survey.tasks), "method", "sampling"]
