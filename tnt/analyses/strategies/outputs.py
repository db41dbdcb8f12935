"""The ways to write what strategies ask."""

from __future__ import annotations

from tnt.show.output import Outputs

STRATEGIES_OUTPUTS = Outputs(
    "tnt.analyses.strategies.strategies:StrategiesResult",
    {
        "json": "tnt.analyses.strategies.json:STRATEGIES_JSON",
        "html": "tnt.analyses.strategies.page:STRATEGIES_HTML",
    },
)
