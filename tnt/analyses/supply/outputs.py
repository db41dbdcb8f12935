"""The ways to write what lists need."""

from __future__ import annotations

from tnt.show.output import Outputs

NEEDS_OUTPUTS = Outputs(
    "tnt.analyses.supply.needs:ListNeeds",
    {
        "csv": "tnt.analyses.supply.needs_files:NEEDS_CSV",
        "json": "tnt.analyses.supply.needs_files:NEEDS_JSON",
        "xlsx": "tnt.analyses.supply.needs_files:NEEDS_XLSX",
    },
)
