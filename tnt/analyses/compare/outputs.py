"""The ways to write a comparison."""

from __future__ import annotations

from tnt.show.output import Outputs

COMPARISON_OUTPUTS = Outputs(
    "tnt.analyses.compare.comparison:Comparison",
    {
        "json": "tnt.analyses.compare.json:COMPARISON_JSON",
        "svg": "tnt.analyses.compare.waterfall:COMPARISON_SVG",
    },
)
