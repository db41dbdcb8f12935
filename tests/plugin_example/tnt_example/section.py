"""A section of the report: who is asked for how much."""

from tnt import Result
from tnt.show.page.section import Section
from tnt.show.page.wording import Wording


def build(result: Result, wording: Wording) -> object | None:
    """Name and hours of each role; None, which leaves the section out, where there is none."""
    return [(wording.role(role), wording.hours(result.total[role].required_hours)) for role in wording.roles()] or None


SECTION = Section(
    "example",
    "tnt_example:section.html",
    build,
    title={"en": "An example", "nb": "Et eksempel"},
)
