"""The ways to write what fits."""

from __future__ import annotations

from tnt.show.output import Outputs

FIT_OUTPUTS = Outputs(
    "tnt.analyses.fit.result:FitResult",
    {
        "csv": "tnt.analyses.fit.csv:FIT_CSV",
        "json": "tnt.analyses.fit.json:FIT_JSON",
        "html": "tnt.analyses.fit.page:FIT_HTML",
    },
)
