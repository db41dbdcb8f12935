"""The ways to write hours year by year."""

from __future__ import annotations

from tnt.show.output import Outputs

YEARS_OUTPUTS = Outputs(
    "tnt.analyses.years.years:YearsResult",
    {
        "csv": "tnt.analyses.years.files:YEARS_CSV",
        "json": "tnt.analyses.years.files:YEARS_JSON",
        "html": "tnt.analyses.years.page:YEARS_HTML",
    },
)
