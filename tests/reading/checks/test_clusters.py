"""Clusters of conditions that cannot be meant: each is told, in its place, and what is suggested is accepted."""

from pathlib import Path

import numpy as np
import pytest

from tnt.diagnostics import Code, Diagnostic
from tnt.language.documents.conditions import ConditionsDocument
from tnt.reading.checks.ranges import distribution_of
from tnt.reading.pack import read_pack

CONDITIONS = """format: tnt/1
conditions:
  a: {prevalence: [{share: 5 %}]}
  bad-back: {prevalence: [{share: 5 %}]}
  c: {prevalence: [{share: 5 %}]}
clusters:
"""


def problems(folder: Path, *clusters: str) -> list[Diagnostic]:
    """Each cluster as it stands on a line of its own, from line 7."""
    (folder / "c.yaml").write_text(CONDITIONS + "".join(f"  {one}\n" for one in clusters), encoding="utf-8")
    return [one for one in read_pack([folder]).problems if one.severity.value == "error"]


@pytest.mark.parametrize(
    ("cluster", "code", "place"),
    [
        ("z: {conditions: [a], correlation: 0.3}", Code.CLUSTER_OF_ONE, "[a]"),
        ("z: {conditions: [], correlation: 0.3}", Code.CLUSTER_OF_ONE, "[]"),
        ("z: {conditions: [a, a], correlation: 0.3}", Code.CLUSTER_OF_ONE, "[a, a]"),
        ("z: {conditions: [a, c, a], correlation: 0.3}", Code.CONDITION_IN_CLUSTERS, "a]"),
        ("z: {conditions: [a, bad-bak], correlation: 0.3}", Code.UNKNOWN_CONDITION, "bad-bak"),
        ("z: {conditions: [a, c], correlation: 0.95}", Code.OUT_OF_RANGE, "0.95"),
        ("z: {conditions: [a, c], correlation: -0.1}", Code.OUT_OF_RANGE, "-0.1"),
        ("z: {conditions: [a, c], correlation: 30 %}", Code.WRONG_UNIT, "30 %"),
        ("z: {conditions: [a, c], correlation: 95 %}", Code.WRONG_UNIT, "95 %"),
        ("z: {conditions: [a, c], correlation: some}", Code.NOT_A_NUMBER, "some"),
        ("z: {conditions: [a, c], correlation: {low: 0, mean: 0.3, high: 0.5}}", Code.RANGE_AT_EDGE, "0,"),
        ("z: {conditions: [a, c], correlation: {low: 0.5, mean: 0.7, high: 0.9}}", Code.RANGE_AT_EDGE, "0.9"),
        ("z: {conditions: [a, c], correlation: {low: 0.1, mean: 0.1, high: 0.8}}", Code.UNREACHABLE_MEAN, "0.1,"),
        ("z: {conditions: [a, c]}", Code.MISSING_KEY, "z"),
        ("z: {conditions: [a, c], correlation: {value: 0.3, source: nobody}}", Code.UNKNOWN_SOURCE, "nobody"),
        ("z: {conditions: [a, c], correlation: {value: 0.3, status: sourced}}", Code.STATUS_WITHOUT_SOURCE, "sourced"),
        ("z: {conditions: a, correlation: 0.3}", Code.WRONG_TYPE, "a"),
        ("z: null", Code.EMPTY, "z"),
    ],
)
def test_what_is_wrong_and_where(cluster: str, code: Code, place: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, cluster)
    assert found.code is code
    assert found.place.span is not None
    assert f"  {cluster}"[found.place.span.column - 1 :].startswith(place)
    if found.suggestion is not None:
        assert problems(tmp_path, cluster.replace(place, found.suggestion)) == []


def test_which_mean_can_be_reached(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "z: {conditions: [a, c], correlation: {low: 0.1, mean: 0.1, high: 0.8}}")
    for mean in (found.values["low"], found.values["high"]):
        would_do = f"{{low: 0.1, mean: {mean}, high: 0.8}}"
        assert problems(tmp_path, f"z: {{conditions: [a, c], correlation: {would_do}}}") == []


def test_a_condition_is_in_one_cluster_whatever_file_it_stands_in(tmp_path: Path) -> None:
    other = "format: tnt/1\nconditions:\n  d: {prevalence: [{share: 5 %}]}\nclusters:\n"
    (tmp_path / "other.yaml").write_text(f"{other}  y: {{conditions: [d, c], correlation: 0.3}}\n", encoding="utf-8")
    (found,) = problems(tmp_path, "z: {conditions: [a, c], correlation: 0.3}")
    assert (found.code, found.values["id"], len(found.related)) == (Code.CONDITION_IN_CLUSTERS, "c", 1)


def test_the_same_id_twice(tmp_path: Path) -> None:
    other = CONDITIONS.replace("  a:", "  d:").replace("bad-back:", "e:").replace("  c:", "  f:")
    (tmp_path / "other.yaml").write_text(f"{other}  z: {{conditions: [d, e], correlation: 0.3}}\n", encoding="utf-8")
    (found,) = problems(tmp_path, "z: {conditions: [a, c], correlation: 0.3}")
    assert (found.code, found.values["kind"]) == (Code.DUPLICATE_ID, "clusters")


@pytest.mark.parametrize(
    "written",
    [
        "{low: 0.1, mean: 0.3, high: 0.5}",
        "{low: 0.7, mean: 0.8, high: 0.89}",
        "{distribution: uniform, low: 0, high: 0.9}",
        "{distribution: pert, low: 0, mode: 0.2, high: 0.9}",
        "{distribution: normal, mean: 0.4, sd: 0.04}",
    ],
)
def test_no_draw_leaves_what_a_correlation_may_be(written: str, tmp_path: Path) -> None:
    assert problems(tmp_path, f"z: {{conditions: [a, c], correlation: {written}}}") == []
    (document,) = read_pack([tmp_path]).of(ConditionsDocument)
    correlation = document.document.clusters["z"].correlation
    distribution = distribution_of(correlation)
    assert distribution is not None
    draws = distribution.quantile(np.array([2.0**-53, 0.05, 0.5, 0.95, 1 - 2.0**-53]))
    assert 0 <= draws.min() <= draws.max() <= 0.9
    assert distribution.mean() == pytest.approx(correlation.expected)
    if "distribution" not in written:
        assert draws[[1, 3]] == pytest.approx([correlation.low, correlation.high])
