"""Reading 500 rules with the place of every key and value, against PyYAML's pure loader without any."""

from typing import Any

import yaml

from tests.bench.measure import Bar, fastest
from tests.bench.packs import rules_text
from tnt.reading.tree import read_tree


def test_a_located_read_against_the_pure_loader(benchmark: Any) -> None:
    text = rules_text(500)
    raw = text.encode()
    tree, problems = benchmark.pedantic(lambda: read_tree("rules.yaml", raw), rounds=5)
    assert problems == []
    assert tree.data == yaml.safe_load(text)
    ours, pure = fastest(lambda: read_tree("rules.yaml", raw), lambda: yaml.load(text, yaml.SafeLoader), rounds=3)
    Bar("located read of 500 rules against PyYAML's pure loader", 0.6, 0.3, at_most=True).hold(ours / pure)
