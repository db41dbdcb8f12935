"""Hours per person who benefits: what they are divided by, which tasks find, and how far off they may be."""

from __future__ import annotations

from tests.oracle.cascade import Document
from tests.oracle.quantities import plain, signed_share


def helped_of_one(benefit: Document) -> float:
    """Share of those treated who benefit; zero or below where nobody is expected to."""
    return 1 / float(plain(benefit["nnt"])) if "nnt" in benefit else signed_share(benefit["risk_reduction"])


def is_treating(recommendation: Document, name: str) -> bool:
    """Whether the task is the one whose people the benefit counts, or comes after it."""
    tasks = recommendation["tasks"]
    treated = recommendation["benefit"].get("applies_to", next(iter(tasks)))
    return name == treated or ("after" in tasks[name] and is_treating(recommendation, tasks[name]["after"]))


def at_the_ends(benefit: Document, hours: float) -> tuple[float | None, float | None]:
    """The hours where most and where fewest benefit; None where the file does not say, or there is no limit."""
    given = benefit["nnt"] if "nnt" in benefit else benefit["risk_reduction"]
    if not isinstance(given, dict):
        return None, None
    if "nnt" in benefit:
        middle = float(plain(given))
        low, high = (None if end not in given else hours * float(given[end]) / middle for end in ("low", "high"))
        return low, high
    low = None if "high" not in given else hours * helped_of_one(benefit) / signed_share(given["high"])
    if "low" not in given or signed_share(given["low"]) <= 0:
        return low, None
    return low, hours * helped_of_one(benefit) / signed_share(given["low"])
