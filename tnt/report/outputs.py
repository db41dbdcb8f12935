"""The ways to write an estimate."""

from __future__ import annotations

from tnt.show.output import Outputs

ESTIMATE_OUTPUTS = Outputs(
    "tnt.result.model:Result",
    {
        "csv": "tnt.report.files.csv:ESTIMATE_CSV",
        "json": "tnt.report.files.json:ESTIMATE_JSON",
        "parquet": "tnt.report.files.parquet:ESTIMATE_PARQUET",
        "xlsx": "tnt.report.files.xlsx:ESTIMATE_XLSX",
    },
)
