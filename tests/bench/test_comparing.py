"""Two packs held against each other, from files to JSON, against one estimate of one of them."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import tnt
from tests.bench import packs
from tests.bench.ratios import Bar, clock, side_by_side
from tnt.analyses.compare.json import comparison_json
from tnt.report.files.json import to_json

pytestmark = pytest.mark.benchmark(timer=clock)

TENTH = Bar("5,700 lists x 500, compare (every tenth time changed), files to JSON: to one estimate", 2.0, 1.9)
ALL = Bar("5,700 lists x 500, compare (every time changed), files to JSON: to one estimate", 2.0, 1.9)
FEWER = Bar("1,000 lists x 100, compare (every tenth time changed), files to JSON: to one estimate", 2.2, 1.9)


def compared(benchmark: BenchmarkFixture, folder: Path, lists: int, recommendations: int, every: int, bar: Bar) -> None:
    """Reads, checks, compiles and computes both sides, says what differs, and writes all of it."""
    before, after = folder / "before", folder / "after"
    for side in (before, after):
        side.mkdir()
        packs.write(side, lists, recommendations, ("gp",))
    lines = (after / "guideline.yaml").read_text(encoding="utf-8").splitlines()
    visits = [number for number, line in enumerate(lines) if line.startswith("      visit:")]
    for number in visits[::every]:
        lines[number] = lines[number].replace(" min,", "1 min,")
    (after / "guideline.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (after / "lists.csv").unlink()
    for name in ("lists.yaml", "capacity.yaml"):
        (after / name).unlink()
    shared = [before / name for name in ("lists.yaml", "capacity.yaml")]

    def comparison() -> tnt.Comparison:
        one = tnt.load(before / "guideline.yaml", *shared)
        return tnt.compare(one, tnt.load(after / "guideline.yaml", *shared, reuse=one.reuse))

    def compare() -> str:
        return comparison_json(comparison())

    def estimate() -> str:
        return to_json(tnt.estimate(tnt.load(before / "guideline.yaml", *shared)))

    changed = len(visits[::every])
    made = comparison()
    assert len(made.rules) == len(made.roles["gp"].bars) == changed
    ours, spent = side_by_side(benchmark, compare, {"estimate": estimate}, rounds=15)
    bar.hold(ours / spent["estimate"], benchmark)


def test_comparing_fewer(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    compared(benchmark, tmp_path, 1_000, 100, 10, FEWER)


@pytest.mark.bench
@pytest.mark.parametrize(("bar", "every"), [(TENTH, 10), (ALL, 1)], ids=["tenth", "all"])
def test_comparing(benchmark: BenchmarkFixture, tmp_path: Path, bar: Bar, every: int) -> None:
    compared(benchmark, tmp_path, 5_700, 500, every, bar)
