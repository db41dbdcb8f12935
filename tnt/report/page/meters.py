"""Two bars on one scale: hours asked for, hours there are."""

from __future__ import annotations

from tnt.result.bounded import at_least, bounded
from tnt.result.total import RoleTotal
from tnt.show.page.parts import Meter
from tnt.show.page.wording import Wording

_LONGEST_PERCENT = 100.0


def meter(anchor: str, role: str, total: RoleTotal, wording: Wording) -> Meter | None:
    """Required against available hours on the lists whose posts are known; None where either is unknown or none."""
    if total.share_of_capacity is None or not total.available_hours:
        return None
    required = total.share_of_capacity * total.available_hours
    longest = max(required, total.available_hours)
    required_text = wording.hours_with_unit(at_least(required, total.at_least)).text
    available_text = wording.hours_with_unit(bounded(total, "available_hours")).text
    return Meter(
        id=anchor,
        title=wording.text("report.meter.title", role=wording.role(role)),
        description=wording.text(
            "report.meter.description",
            required=required_text,
            available=available_text,
            share=wording.of(total, "share_of_capacity").text,
        ),
        required_label=wording.text("report.meter.required", hours=required_text),
        available_label=wording.text("report.meter.available", hours=available_text),
        required_percent=round(_LONGEST_PERCENT * required / longest, 2),
        available_percent=round(_LONGEST_PERCENT * total.available_hours / longest, 2),
    )
