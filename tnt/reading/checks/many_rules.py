"""How many recommendations, tasks and pairs of tasks that share work a pack may ask for.

A task whose recommendation differs by age is counted once for each band of ages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from tnt import limits
from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.guideline import GuidelineDocument, Task
from tnt.reading.at_ages import at_ages
from tnt.reading.documents import Loaded


def check_many(documents: Iterable[Loaded[Document]]) -> Iterator[Diagnostic]:
    """Where the first that is too many stands, once for each thing counted."""
    counts: Counter[str] = Counter()
    sharing: Counter[tuple[str, str]] = Counter()
    together: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    reported: set[str] = set()
    for loaded in documents:
        if not isinstance(loaded.document, GuidelineDocument):
            continue
        for rec_id, rec in loaded.document.recommendations.items():
            counts["recommendations"] += 1
            bands = len(at_ages(rec))
            for task_id, task in rec.tasks.items():
                roles = _roles(task)
                counts["tasks"] += max(1, len(roles) * bands)
                for role in roles if task.activity is not None else ():
                    before = sharing[task.activity or "", role]
                    counts["pairs"] += 2 * before * bands + bands**2  # (n + b)² - n²
                    sharing[task.activity or "", role] += bands
                    conditions = together[task.activity or "", role]
                    conditions.update(rec.conditions if rec.is_combined else ())
                    counts["conditions-together"] = max(counts["conditions-together"], len(conditions))
                for what, limit in _limits().items():
                    if counts[what] > limit and what not in reported:
                        reported.add(what)
                        place = loaded.place("recommendations", rec_id, "tasks", task_id, key=True)
                        yield Diagnostic(Code.TOO_MANY_RULES, place, {"limit": f"{limit}", "what": what})


def _limits() -> dict[str, int]:
    return {
        "recommendations": limits.RECOMMENDATIONS,
        "tasks": limits.TASKS,
        "pairs": limits.SHARED_PAIRS,
        "conditions-together": limits.CONDITIONS_TOGETHER,
    }


def _roles(task: Task) -> list[str]:
    return list(task.roles or ()) if task.role is None else [task.role]
