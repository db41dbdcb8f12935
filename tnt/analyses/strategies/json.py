"""Strategies as JSON, `tnt-strategies/1`: unknown is null, numbers are unrounded."""

from __future__ import annotations

from typing import Any

from tnt.analyses.strategies.strategies import RoleOverYears, StrategiesResult
from tnt.result.json_values import json_text, plain
from tnt.show.manifest import inputs, versions
from tnt.show.notices import warnings
from tnt.show.output import text_output

STRATEGIES_FORMAT = "tnt-strategies/1"


def strategies_json(result: StrategiesResult) -> str:
    """JSON text that ends with a newline."""
    document = {
        "format": STRATEGIES_FORMAT,
        "as_of": result.as_of.isoformat(),
        "inputs": inputs(result.inputs),
        "warnings": warnings(result.notices),
        "id": result.id,
        "title": result.title,
        "horizon_years": result.horizon_years,
        "people": plain(result.people),
        "alive_at_end": plain(result.alive_at_end),
        "strategies": [
            {
                "id": one.id,
                "title": one.title,
                "recommendations": list(one.recommendations),
                "roles": {role: _role(over) for role, over in one.roles.items()},
            }
            for one in result.strategies
        ],
        "differences": [
            {
                "first": one.first,
                "second": one.second,
                "hours": {role: plain(hours) if one.is_bounded[role] else None for role, hours in one.hours.items()},
            }
            for one in result.differences()
        ],
        "versions": versions(),
    }
    return json_text(document)


def _role(over: RoleOverYears) -> dict[str, Any]:
    return {
        "total_hours": plain(over.total_hours),
        "hours_per_year": plain(over.hours_per_year),
        "hours_by_year": None if over.hours is None else [plain(hours) for hours in over.hours],
        "at_least": over.at_least,
    }


STRATEGIES_JSON = text_output("json", StrategiesResult, lambda result, _: strategies_json(result))
