"""The answers as times to paste into a guideline, or as a scenario to lay over it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tnt.language.base import DOCUMENT_FORMAT
from tnt.locale import LANGUAGES, Texts
from tnt.survey.summary import Survey, TaskTime, weighting

SOURCE = "time-survey"
"""Source of a guideline's answered times: `GUIDELINE-time-survey`, so that ids stay unique across a pack."""


def to_snippet(survey: Survey, lang: str) -> str:
    """What to put into each guideline, one YAML document a guideline; comments in `lang` say how."""
    texts = Texts(lang)
    parts = []
    for guideline, tasks in _by_guideline(survey).items():
        recommendations: dict[str, Any] = {}
        for task in tasks:
            recommendation, name = _parts(task)[1:]
            entry = recommendations.setdefault(recommendation, {"tasks": {}})
            entry["tasks"][name] = {"time": _time(task, f"{guideline}-{SOURCE}")}
        body = {"sources": {f"{guideline}-{SOURCE}": _source(survey, tasks)}, "recommendations": recommendations}
        parts.append(f"# {texts.text('survey.paste', guideline=guideline)}\n{_dump(body)}")
    return "---\n".join(parts)


def to_scenario(survey: Survey, sources: Mapping[str, Collection[str]]) -> str:
    """A scenario that sets every answered time; `sources` are the ids each guideline of the pack declares itself."""
    changes: list[dict[str, Any]] = []
    taken = {name for names in sources.values() for name in names}
    for guideline, tasks in _by_guideline(survey).items():
        source = _unused(f"{guideline}-{SOURCE}", taken)
        entry = _source(survey, tasks)
        if sources[guideline]:
            changes.append({"add": f"{guideline}/sources/{source}", "value": entry})
        else:
            changes.append({"add": f"{guideline}/sources", "value": {source: entry}})
        for task in tasks:
            _, recommendation, name = _parts(task)
            path = f"{guideline}/recommendations/{recommendation}/tasks/{name}/time"
            changes.append({"set": path, "to": _time(task, source)})
    title = {lang: Texts(lang).text("survey.scenario", date=survey.as_of) for lang in LANGUAGES}
    return _dump({"format": DOCUMENT_FORMAT, "scenario": SOURCE, "title": title, "changes": changes})


def _by_guideline(survey: Survey) -> dict[str, list[TaskTime]]:
    by_guideline: dict[str, list[TaskTime]] = {}
    for task in survey.tasks:
        by_guideline.setdefault(_parts(task)[0], []).append(task)
    return by_guideline


def _parts(task: TaskTime) -> tuple[str, str, str]:
    guideline, recommendation, _, name = task.task.split("/")
    return guideline, recommendation, name


def _source(survey: Survey, tasks: list[TaskTime]) -> dict[str, Any]:
    """What a reader needs to judge the survey; how many answered each task stands with its time."""
    values = {"date": survey.as_of, "count": max(task.n for task in tasks)}
    title = {lang: Texts(lang).text("survey.source", **values) for lang in LANGUAGES}
    said = [*weighting(tasks), "method"]
    note = {lang: " ".join(Texts(lang).text(f"survey.{key}") for key in said) for lang in LANGUAGES}
    return {"title": title, "kind": "survey", "year": survey.as_of.year, "note": note}


def _time(task: TaskTime, source: str) -> dict[str, Any]:
    decimals = 1 if task.mean_minutes >= 10 else 2
    range_ = {"low": task.low_minutes, "mean": task.mean_minutes, "high": task.high_minutes}
    time: dict[str, Any] = {
        key: f"{round(value, decimals):g} min" for key, value in range_.items() if value is not None
    }
    time |= {"n": task.n, "source": source}
    notes = {lang: " ".join(_notes(task, decimals, Texts(lang))) for lang in LANGUAGES}
    return time | ({"note": notes} if any(notes.values()) else {})


def _notes(task: TaskTime, decimals: int, texts: Texts) -> Iterator[str]:
    if task.cases is not None:
        yield texts.text("survey.by-cases", count=task.cases)
    if task.assumed_cases is not None:
        yield texts.text("survey.assumed-cases", count=task.without_cases, cases=task.assumed_cases)
    if task.suspected:
        with_them = round(task.mean_minutes_with_suspected, decimals)
        yield texts.text("survey.left-out", count=len(task.suspected), minutes=with_them)


def _unused(name: str, taken: Collection[str]) -> str:
    number = 1
    while (candidate := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return candidate


def _dump(document: object) -> str:
    import yaml

    text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, default_flow_style=None, width=120)
    return text
