"""Commands that the documentation shows name outcomes that the shipped pack has."""

from __future__ import annotations

import re
from itertools import chain

from tests.command_line import ROOT
from tnt import load

NAMED = re.compile(r"tnt fit --outcome ([a-z0-9-]+)")


def test_outcomes_of_commands_are_those_of_the_shipped_pack() -> None:
    pages = chain([ROOT / "README.md"], (ROOT / "docs").glob("*.md"))
    named = {(page.name, name) for page in pages for name in NAMED.findall(page.read_text("utf-8"))}
    assert {page for page, _ in named} >= {"README.md", "fit.md"}
    outcomes = load().outcomes
    assert {one for one in named if one[1] not in outcomes} == set()
