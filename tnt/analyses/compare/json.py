"""A comparison as JSON, format `tnt-comparison/1`: unknown is null, numbers unrounded, always the same bytes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tnt.analyses.compare.comparison import Comparison, RoleComparison
from tnt.analyses.compare.part_changes import RuleChange
from tnt.result.bounded import at_least
from tnt.result.json_values import json_text, plain
from tnt.show.json import whole_document
from tnt.show.manifest import versions
from tnt.show.output import text_output

COMPARISON_FORMAT = "tnt-comparison/1"


def comparison_json(comparison: Comparison) -> str:
    """The comparison as JSON text that ends with a newline. Raises ValueError rather than write NaN."""
    return json_text(comparison_document(comparison))


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain mappings, lists, texts and numbers, in the order they are written."""
    return {
        "format": COMPARISON_FORMAT,
        "before": {"name": comparison.names[0], **whole_document(comparison.before)},
        "after": {"name": comparison.names[1], **whole_document(comparison.after)},
        "rules": [_rule(change) for change in comparison.rules],
        "roles": {name: _role(name, role, comparison) for name, role in comparison.roles.items()},
        "versions": versions(),
    }


def _rule(change: RuleChange) -> dict[str, Any]:
    return asdict(change) | {"names": list(change.names)}


def _role(name: str, role: RoleComparison, comparison: Comparison) -> dict[str, Any]:
    states = comparison.states.get(name)
    return {
        "title": role.title,
        "before_hours": plain(role.before_hours),
        "after_hours": plain(role.after_hours),
        "change_hours": plain(role.change_hours),
        "bars": [asdict(bar) | {"change_hours": plain(bar.change_hours)} for bar in role.bars],
        "shared_work_hours": plain(role.shared_work_hours),
        "available_change": None
        if role.available_change is None
        else {
            "hours": plain(role.available_change.hours),
            "other_care_hours": plain(role.available_change.other_care_hours),
            "other_hours": plain(role.available_change.other_hours),
        },
        "merged_visit_hours": plain(role.merged_visit_hours),
        "supervision_hours": _known(role.supervision_hours, role),
        "overhead_hours": _known(role.overhead_hours, role),
        "one_sided_hours": plain(role.one_sided_hours),
        "not_compared": [asdict(one) for one in role.not_compared],
        "at_least": role.at_least,
        "lists_changing_state": None
        if states is None
        else [{"before": old, "after": new, "lists": lists} for (old, new), lists in states.items()],
    }


def _known(hours: float | None, role: RoleComparison) -> float | None:
    """None too where the known part is nothing: 0 would look like a finding."""
    return plain(hours) if at_least(hours, role.at_least).is_known else None


COMPARISON_JSON = text_output("json", Comparison, lambda comparison, _: comparison_json(comparison))
