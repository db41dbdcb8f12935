"""How much lies in a range stands wherever the range is shown; risks and counts stand with their sources."""

import io
import json
from pathlib import Path

import pytest

import tnt
from tnt.compile.inputs import Inputs, load
from tnt.estimating.estimate import estimate
from tnt.explain.terminal import print_explanation
from tnt.explain.trace import trace
from tnt.report.files.json import as_document
from tnt.report.page.render import render_report

TEXT = """format: tnt/1
guideline: g
outcomes: {stroke: One stroke prevented}
sources: {trial: {title: A trial, kind: study}, registry: {title: A registry, kind: registry}}
recommendations:
  r:
    population: {ages: 40-69, share: {count: "60,000 people", of: norway-2026, source: registry}}
    tasks:
      t: {role: gp, time: {low: 12 min, mean: 15 min, high: 19 min}, frequency: 1 / year}
      u: {after: t, role: gp, time: {low: 10 min, high: 20 min, distribution: uniform}}
    benefit:
      outcome: stroke
      relative_risk: {low: 0.7, mean: 0.8, high: 0.95, level: 95 %, source: trial}
      baseline_risk: {value: 5 %, source: registry}
      horizon: 5 years
      applies_to: t
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    (tmp_path / "g.yaml").write_text(TEXT, "utf-8")
    return load(tmp_path / "g.yaml", lists="norway-nation")


def explained(inputs: Inputs, lang: str) -> str:
    result = estimate(inputs)
    step = trace(inputs, result, "g/r")
    assert step is not None
    file = io.StringIO()
    print_explanation(step, result, lang, file)
    return " ".join(file.getvalue().split())


def test_an_explanation_shows_levels_risks_and_counts(inputs: Inputs) -> None:
    shown = explained(inputs, "en").replace("\u00a0", " ")
    for part in (
        "Share of these it applies to: count: 60,000 people, of: norway-2026 = 2.8%",
        "Time for one event: 15 min (90 %: 12 min to 19 min)",
        "low: 10 min, high: 20 min, distribution: uniform (10 min to 20 min) = 15 min",
        "Relative risk: 0.8 (95 %: 0.7 to 0.95)",
        "Risk without treatment: 5 %",
        "relative risk): 1.0%",
        "sourced · A trial",
        "sourced · A registry",
    ):
        assert part in shown, part
    assert "Relativ risiko: 0.8 (95 %: 0.7 til 0.95)" in explained(inputs, "nb").replace("\u00a0", " ")


def test_json_and_tables_hold_the_level(inputs: Inputs) -> None:
    result = estimate(inputs)
    written = json.loads(json.dumps(as_document(result)))
    levels = {one["path"]: one["level"] for one in written["numbers"] if one["path"].startswith("g/")}
    assert levels == {
        "g/r/population/share": None,
        "g/r/tasks/t/time": 0.9,
        "g/r/tasks/t/frequency": None,
        "g/r/tasks/u/time": None,
        "g/r/benefit/relative_risk": 0.95,
        "g/r/benefit/baseline_risk": None,
        "g/r/benefit/horizon": None,
    }
    sources = {one["path"]: one["source"] for one in written["numbers"]}
    assert (sources["g/r/benefit/relative_risk"], sources["g/r/benefit/baseline_risk"]) == ("trial", "registry")
    (recommendation,) = written["recommendations"]
    assert recommendation["range_level"] == 0.95
    frame = tnt.numbers_frame(result).set_index("path")
    assert frame.loc["g/r/tasks/t/time", "level"] == 0.9
    assert frame.loc["g/r/benefit/relative_risk", "level"] == 0.95


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("en", ("90 %: 12 min to 19 min", "95 %: 0.7 to 0.95", "10 min to 20 min", "95 %: ")),
        ("nb", ("90 %: 12 min til 19 min", "95 %: 0.7 til 0.95", "10 min til 20 min", "relativ risiko")),
    ],
)
def test_the_report_shows_levels(inputs: Inputs, lang: str, parts: tuple[str, ...]) -> None:
    page = render_report(estimate(inputs), lang=lang).replace("\u00a0", " ")
    for part in parts:
        assert part in page, part
