"""What it costs to count shared work once: the same estimate with and without activities, in one run."""

import re
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import tnt
from tests.bench.packs import write
from tests.bench.ratios import Bar, clock, note, side_by_side
from tnt import Inputs

pytestmark = pytest.mark.benchmark(timer=clock)

LISTS, RECOMMENDATIONS, ACTIVITIES, CONDITIONS = 5_700, 200, 40, 8
SHARED = Bar("5,700 lists x 200 recommendations in 40 activities: to the same without activities", 5.0, 2.0)


MERGED = Bar("merged visits of the same, beside what the activities cost: to that", 3.0, 2.0)
VISITS = "visits: {consultation: {fixed: 6 min, merged: 50 %}}"


def load(
    folder: Path,
    *,
    activities: bool,
    conditions: bool = False,
    registers: bool = False,
    visits: bool = False,
    clusters: bool = False,
) -> Inputs:
    """The pack of the other benchmarks, with activities for its first tasks; with conditions, two of the five tasks of
    an activity ask those with one, of which lists may have registers, and which may be in two clusters; with visits,
    those of the role are merged."""
    folder.mkdir()
    write(folder, LISTS, RECOMMENDATIONS, ("gp",))
    guideline = folder / "guideline.yaml"
    text = guideline.read_text(encoding="utf-8")
    if activities:
        number = iter(range(RECOMMENDATIONS))
        text = re.sub(r"(visit: \{role: gp)", lambda found: f"{found[1]}, activity: a{next(number) % ACTIVITIES}", text)
    if conditions or registers:
        _with_conditions(folder, clusters=clusters)
        if registers:
            _with_registers(folder)
        number = iter(range(RECOMMENDATIONS))
        text = re.sub(r"population: \{", lambda found: found[0] + _condition(next(number)), text)
    guideline.write_text(text, encoding="utf-8")
    if visits:
        capacity = folder / "capacity.yaml"
        capacity.write_text(
            capacity.read_text(encoding="utf-8").replace("hours:", f"{VISITS}, hours:"), encoding="utf-8"
        )
    return tnt.load(folder)


def _condition(number: int) -> str:
    """Two of an activity are of two conditions, both with an even number or both with an odd one."""
    of = number % ACTIVITIES + 2 * (number // ACTIVITIES)
    return f"condition: c{of % CONDITIONS}, " if number // ACTIVITIES < 2 else ""


def _with_conditions(folder: Path, *, clusters: bool) -> None:
    names = [f"c{number}" for number in range(CONDITIONS)]
    rows = [f"  {name}: {{prevalence: [{{ages: 40-64, share: 8 %}}, {{ages: 65+, share: 20 %}}]}}" for name in names]
    if clusters:
        of = [[name for name in names if int(name[1:]) % 2 == half] for half in (0, 1)]
        rows += ["clusters:", *(f"  k{half}: {{conditions: {of[half]}, correlation: 0.3}}" for half in (0, 1))]
    (folder / "conditions.yaml").write_text("\n".join(["format: tnt/1", "conditions:", *rows, ""]), encoding="utf-8")


def _with_registers(folder: Path) -> None:
    names = [f"c{number}" for number in range(CONDITIONS)]
    with (folder / "lists.yaml").open("a", encoding="utf-8") as lists:
        lists.write(f"registers: {{{', '.join(f'{name}: {name}' for name in names)}}}\n")
    random = np.random.default_rng(3)
    header, *table = (folder / "lists.csv").read_text(encoding="utf-8").splitlines()
    counted = random.integers(20, 400, size=(LISTS, CONDITIONS)).tolist()
    lines = [f"{row},{','.join(map(str, known))}" for row, known in zip(table, counted, strict=True)]
    (folder / "lists.csv").write_text("\n".join([f"{header},{','.join(names)}", *lines, ""]), encoding="utf-8")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return load(tmp_path_factory.mktemp("overlap") / "plain", activities=False)


@pytest.fixture(scope="module")
def sharing(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return load(tmp_path_factory.mktemp("overlap") / "sharing", activities=True)


def test_shared_work_against_the_plain_sum(benchmark: BenchmarkFixture, plain: Inputs, sharing: Inputs) -> None:
    ours, spent = side_by_side(
        benchmark, lambda: tnt.estimate(sharing), {"plain": lambda: tnt.estimate(plain)}, rounds=20
    )
    SHARED.hold(ours / spent["plain"], benchmark)


def test_merged_visits_against_shared_work(
    benchmark: BenchmarkFixture, plain: Inputs, sharing: Inputs, tmp_path: Path
) -> None:
    merging = load(tmp_path / "merging", activities=True, visits=True)
    ways = {"plain": lambda: tnt.estimate(plain), "sharing": lambda: tnt.estimate(sharing)}
    ours, spent = side_by_side(benchmark, lambda: tnt.estimate(merging), ways, rounds=20)
    MERGED.hold((ours - spent["sharing"]) / (spent["sharing"] - spent["plain"]), benchmark)


def test_the_first_estimate(benchmark: BenchmarkFixture, plain: Inputs, sharing: Inputs) -> None:
    def first() -> object:
        sharing.__dict__.pop("shared", None)
        return tnt.estimate(sharing)

    ours, spent = side_by_side(benchmark, first, {"plain": lambda: tnt.estimate(plain)}, rounds=20)
    note(f"the same, the first estimate (which lays out the tasks too): {ours / spent['plain']:.2f} ×")


@pytest.mark.bench
def test_shared_work_with_registers(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    plain = load(tmp_path / "plain", activities=False, registers=True)
    sharing = load(tmp_path / "sharing", activities=True, registers=True)
    ours, spent = side_by_side(
        benchmark, lambda: tnt.estimate(sharing), {"plain": lambda: tnt.estimate(plain)}, rounds=3
    )
    note(
        f"5,700 lists x 200 in 40 activities, 8 registers that scale: {ours / spent['plain']:,.1f} × ({ours:.2f} s CPU)"
    )


@pytest.mark.parametrize("merging", [False, True])
def test_clusters_against_the_same_without(benchmark: BenchmarkFixture, merging: bool, tmp_path: Path) -> None:
    """Two of the five tasks of an activity are for conditions of one of two clusters."""
    alone, clustered = (
        load(tmp_path / f"{each}", activities=True, conditions=True, visits=merging, clusters=each)
        for each in (False, True)
    )
    ours, spent = side_by_side(
        benchmark, lambda: tnt.estimate(clustered), {"alone": lambda: tnt.estimate(alone)}, rounds=5
    )
    what = "merged visits, 8 conditions in 2 clusters" if merging else "40 activities, 8 conditions in 2 clusters"
    note(f"5,700 lists x 200, {what}: {ours / spent['alone']:.2f} × the same without clusters ({ours:.3f} s CPU)")


@pytest.mark.bench
def test_clusters_with_registers(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    alone, clustered = (
        load(tmp_path / f"{each}", activities=True, registers=True, clusters=each) for each in (False, True)
    )
    ours, spent = side_by_side(
        benchmark, lambda: tnt.estimate(clustered), {"alone": lambda: tnt.estimate(alone)}, rounds=1
    )
    note(f"5,700 lists x 200, 8 registers that scale, 2 clusters: {ours / spent['alone']:.1f} × ({ours:.1f} s CPU)")
