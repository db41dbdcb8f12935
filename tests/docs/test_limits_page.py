"""docs/limits.md and tnt/limits.py say the same."""

import re
from pathlib import Path

from tnt import limits

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"
ROW = re.compile(r"\| ([\d,.e+-]+) [^|]*\|[^|]+\| `(\w+)` \|")


def test_every_limit_is_documented_with_its_value():
    documented = {name: float(figure.replace(",", "")) for figure, name in ROW.findall(PAGE.read_text("utf-8"))}
    assert documented == {name: float(value) for name, value in vars(limits).items() if name.isupper()}
