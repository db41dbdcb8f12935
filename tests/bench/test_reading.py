"""Reading YAML with the place of every key and value."""

import pytest
import yaml
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.packs import guideline
from tests.bench.ratios import Bar, clock, side_by_side
from tnt.diagnostics import ProblemSink
from tnt.reading.yaml.read_tree import read_tree

pytestmark = pytest.mark.benchmark(timer=clock)

RULES = Bar("located read of 500 recommendations: to PyYAML's pure loader without places", 0.6, 0.3)
FEWER = Bar("located read of 60 recommendations: to PyYAML's pure loader without places", 0.6, 0.3)


def against_the_pure_loader(benchmark: BenchmarkFixture, recommendations: int, bar: Bar, rounds: int) -> None:
    text = guideline(recommendations, ("gp",))
    raw = text.encode()
    problems = ProblemSink()
    tree = read_tree("rules.yaml", raw, problems)
    assert tree is not None
    assert not list(problems)
    assert tree.data == yaml.safe_load(text)
    ours, spent = side_by_side(
        benchmark,
        lambda: read_tree("rules.yaml", raw, ProblemSink()),
        {"pure": lambda: yaml.load(text, yaml.SafeLoader)},
        rounds,
    )
    bar.hold(ours / spent["pure"], benchmark)


def test_fewer_rules(benchmark: BenchmarkFixture) -> None:
    against_the_pure_loader(benchmark, 60, FEWER, rounds=5)


@pytest.mark.bench
def test_500_rules(benchmark: BenchmarkFixture) -> None:
    against_the_pure_loader(benchmark, 500, RULES, rounds=9)
