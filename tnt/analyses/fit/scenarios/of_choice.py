"""A choice as a scenario, so that estimate, report, compare and years run on it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from tnt.analyses.fit.moves import TaskMove, percent, roles_with
from tnt.analyses.fit.moving import Move
from tnt.analyses.fit.question import Question
from tnt.analyses.fit.result import FitChoice
from tnt.analyses.fit.scenarios.changes import Changes, left_out, moved_to
from tnt.analyses.fit.scenarios.files_of import files_of
from tnt.analyses.fit.scenarios.of_way import WayAsScenario
from tnt.language.base import DOCUMENT_FORMAT
from tnt.language.documents.guideline import GuidelineDocument
from tnt.locale import LANGUAGES, Texts


def scenario_of_choice(asked: Question, choice: FitChoice) -> WayAsScenario | None:
    """What is out leaves, what is followed in part has a part of its target uptake, and what moves moves; None where
    nothing does, since a scenario changes something, and where nothing fits."""
    out = [one.id for one in choice.recommendations if one.uptake == 0]
    changes = [*left_out(asked.inputs, out), *_partly(asked, choice), *_moved(asked, choice)]
    if not changes or choice.status == "infeasible":
        return None
    title = {lang: Texts(lang).text("fit-scenario.choice") for lang in LANGUAGES}
    return WayAsScenario({"format": DOCUMENT_FORMAT, "scenario": "choice", "title": title, "changes": changes})


def _partly(asked: Question, choice: FitChoice) -> Changes:
    written = {file.document.guideline: file for file in files_of(asked.inputs, GuidelineDocument)}
    changes: Changes = []
    for one in choice.recommendations:
        if 0 < one.uptake < 1:
            guideline, _, name = one.id.partition("/")
            changes += _share_of_target(one.id, one.uptake, written[guideline].value("recommendations", name))
    return changes


def _share_of_target(name: str, share: float, written: dict[str, Any]) -> Changes:
    guideline, _, own = name.partition("/")
    at, uptake = f"{guideline}/recommendations/{own}/uptake", written.get("uptake")
    if uptake is None:
        return [{"add": at, "value": {"target": percent(share)}}]
    if "target" not in uptake:
        return [{"add": f"{at}/target", "value": percent(share)}]
    if isinstance(uptake["target"], dict) and "by_age" in uptake["target"]:
        return [{"scale": f"{at}/target/by_age/{ages}", "by": share} for ages in uptake["target"]["by_age"]]
    return [{"scale": f"{at}/target", "by": share}]


def _moved(asked: Question, choice: FitChoice) -> Changes:
    """`roles` in place of the role of each task of which events move."""
    shares = {(one.recommendation, one.task, one.to_role): one.share for one in choice.moved}
    of_task: dict[tuple[str, str], list[TaskMove]] = defaultdict(list)
    for move in asked.moving.each:
        name = asked.ids[move.rule]
        if (share := shares.get((name, move.task, move.to_role))) is not None:
            of_task[name, move.task].append(_just(move, name, share))
    changes: Changes = []
    for (name, task), moves in of_task.items():
        changes += moved_to(asked.inputs, name, task, roles_with(moves, 1.0))
    return changes


def _just(move: Move, name: str, share: float) -> TaskMove:
    return replace(move.as_may_move(name), most=share)
