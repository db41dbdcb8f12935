"""The answers in numbers as JSON, never rounded."""

from __future__ import annotations

from typing import Any

from tnt.result.json_values import json_text
from tnt.survey.summary import Survey, TaskTime

SURVEY_FORMAT = "tnt-survey/1"


def to_json(survey: Survey) -> str:
    """The survey as `tnt-survey/1`; docs/survey.md explains every key."""
    return json_text(as_document(survey))


def as_document(survey: Survey) -> dict[str, Any]:
    """The same as plain values. No answer stands there alone, except those left out."""
    return {
        "format": SURVEY_FORMAT,
        "as_of": survey.as_of.isoformat(),
        "inputs": [{"path": file.path, "sha256": file.sha256} for file in survey.inputs],
        "respondents": survey.respondents,
        "tasks": [_task(task) for task in survey.tasks],
    }


def _task(task: TaskTime) -> dict[str, object]:
    known = task.known
    return {
        "task": task.task,
        "recommendation_title": None if known is None else known.recommendation,
        "title": None if known is None else known.title,
        "n": task.n,
        "is_weighted": task.is_weighted,
        "cases": task.cases,
        "without_cases": task.without_cases,
        "assumed_cases": task.assumed_cases,
        "low_minutes": task.low_minutes,
        "mean_minutes": task.mean_minutes,
        "high_minutes": task.high_minutes,
        "no_interval": task.no_interval,
        "suspected": [
            {
                "respondent": one.answer.respondent,
                "minutes": one.answer.minutes,
                "slip": one.slip,
                "file": one.answer.place.file,
                "cell": None if one.answer.place.cell is None else list(one.answer.place.cell),
            }
            for one in task.suspected
        ],
        "mean_minutes_with_suspected": task.mean_minutes_with_suspected,
        "is_scattered": task.is_scattered,
        "guideline_minutes": None if known is None else known.minutes,
    }
