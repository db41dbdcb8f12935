"""Nothing that is computed from legal input, however odd, is infinite or no number without being said: in every output,
and numpy has nothing to warn of (a warning is a failure here)."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tnt.main import run

GUIDELINE = """\
format: tnt/1
guideline: demo
outcomes: {death: Death}
recommendations:
  check:
    strength: weak-for
    population: {ages: 40+, condition: ill, share: <share>}
    uptake: {current: <current>, target: <target>}
    start_up: {over: 3 years, overdue: <share>}
    tasks:
      visit: {role: gp, time: <time>, frequency: <frequency>, activity: a}
      more: {role: gp, time: <time>, after: visit, times: <times>, probability: <probability>, activity: b}
      bloods: {roles: {nurse: 30 %, gp: 70 %}, time: <time>, frequency: 1 / year, activity: a, group_size: <group>}
    benefit: {outcome: death, nnt: <nnt>, horizon: 5 years, applies_to: visit}
  other:
    population: {ages: 18-60}
    tasks:
      visit: {role: gp, time: <time>, frequency: <frequency>, activity: a}
      again: {role: gp, time: <time>, after: visit, frequency: 1 / year}
"""
OTHERS = {
    "conditions": "format: tnt/1\nconditions:\n  ill: {prevalence: [{ages: 40+, share: <prevalence>}]}\n",
    "lists": """\
format: tnt/1
lists: lists
table: lists.csv
id: id
people: "{sex}_{ages}"
registers: {ill: ill}
staff: {gp: {posts: gp}, nurse: {people_per_post: 2000}}
""",
    "capacity": """\
format: tnt/1
capacity: hours
thresholds: {watch: 80 %, overload: 100 %}
roles:
  gp:
    hours: <hours>
    weeks: <weeks>
    worked_today: <hours>
    reserved: {a: {share: <reserved>}, b: {per_person: <per_person>}}
    hours_distribution: {p10: 10 h / week, p90: 50 h / week}
    face_to_face: {share: <share>}
  nurse:
    hours: <hours>
    weeks: <weeks>
    support: {s: {share: 10 %}}
    individual: {i: {time: 10 h / year, posts: 2}}
""",
    "scenario": """\
format: tnt/1
scenario: less
changes: [{set: demo/recommendations/check/tasks/visit/time, to: 0 min}]
""",
    "strategies": """\
format: tnt/1
strategies: s
cohort: {people: {female: {40-60: <cohort>}}}
horizon: 10 years
mortality: [{share: <deaths>}]
options: {a: {recommendations: [demo/other]}, b: {recommendations: [demo/check, demo/other]}}
""",
}
RANGE = "{low: 5 min, mean: 9 min, high: 15 min}"
USUAL = {
    "share": "50 %", "current": "20 %", "target": "80 %", "time": RANGE, "frequency": "1 / year", "times": "2",
    "probability": "{low: 10 %, mean: 20 %, high: 40 %}", "group": "5", "nnt": "30", "hours": "37.5 h / week",
    "prevalence": "{low: 5 %, mean: 10 %, high: 20 %}", "weeks": "46", "reserved": "10 %", "per_person": "6 min / year",
    "cohort": "100", "deaths": "2 %",
}  # fmt: skip
ODD = {
    "usual": {},
    "no time": {"time": "0 min"},
    "unknown time": {"time": "null"},
    "no hours": {"hours": "0 h / week"},
    "no weeks": {"weeks": "0"},
    "all reserved": {"reserved": "100 %"},
    "nobody needs it": {"probability": "0 %", "times": "0", "share": "0 %"},
    "nobody gets it": {"target": "0 %", "current": "0 %"},
    "nobody is ill": {"prevalence": "0 %"},
    "all are ill": {"prevalence": "100 %"},
    "a cohort of nobody, who die": {"cohort": "0", "deaths": "100 %"},
    "as small as may be": {
        "time": "1e-9 min", "share": "1e-9 %", "probability": "1e-9 %", "times": "1e-9", "group": "1e12", "nnt": "1e12",
        "prevalence": "1e-9 %", "target": "1e-9 %", "current": "1e-9 %", "hours": "1e-9 h / week", "weeks": "1e-9",
        "cohort": "1e-9", "deaths": "1e-9 %",
    },
    "as large as may be": {
        "time": "1e12 h", "frequency": "1e9 / day", "times": "1", "group": "1e-9", "nnt": "1", "cohort": "1e12",
        "hours": "168 h / week", "weeks": "53", "per_person": "8784 h / year",
    },
    "hardly spread": {"time": "{distribution: gamma, mean: 10 min, sd: 1e-9 min}"},
    "much spread": {"time": "{distribution: gamma, mean: 1 min, sd: 10 min}"},
    "very much spread": {"time": "{distribution: lognormal, mean: 1e-9 min, sd: 1e-8 min}"},
    "many asked": {"probability": "{distribution: beta, mean: 1e-9 %, n: 1000000000000}"},
    "from nothing to very much": {"time": "{distribution: pert, low: 0 min, mode: 0 min, high: 1e12 min}"},
}  # fmt: skip
TABLES = {
    "usual": "a,1,50,400,700,400,500\nb,0.1,,500,1500,500,1500\n",
    "nobody": "a,0,0,0,0,0,0\nb,0,0,0,0,0,0\n",
    "no posts": "a,,,400,700,400,500\nb,0,1000000,1,0,0,0\n",
}
COMMANDS = [
    ["estimate", ".", "--draws", "128", "--format", "json"],
    ["estimate", ".", "--draws", "128", "--assume-range", "thirty-percent"],
    ["report", ".", "--draws", "128"],
    ["lists", ".", "--format", "json"],
    ["explain", "demo/check", "."],
    ["compare", "base", "less", "--pack", ".", "--format", "svg"],
    ["compare", "base", "2020-01-01", "--pack", ".", "--format", "svg"],
    ["compare", "base", "less", "--pack", ".", "--format", "json"],
    ["years", ".", "--to", "2028", "--format", "html"],
    ["strategies", ".", "--format", "html"],
    ["strategies", ".", "--format", "json"],
    ["fit", ".", "--format", "json"],
    ["fit", "."],
    ["fit", ".", "--per-list", "--format", "html"],
]


def no_constant(name: str) -> Any:
    raise AssertionError(name)


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("table", TABLES)
def test_every_output_of_odd_packs(
    odd: str, table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    values = USUAL | ODD[odd]
    for name, text in {"demo": GUIDELINE, **OTHERS}.items():
        Path(f"{name}.yaml").write_text(re.sub(r"<(\w+)>", lambda part: values[part[1]], text), "utf-8")
    head = "id,gp,ill,female_0-39,female_40+,male_0-39,male_40+\n"
    Path("lists.csv").write_text(head + TABLES[table], "utf-8")
    for command in COMMANDS:
        code = run(command)
        said = capfd.readouterr()
        assert code == 0 or (command[0] == "fit" and said.out), (command, said.err[-600:])
        if "json" in command:
            json.loads(said.out, parse_constant=no_constant)
        else:
            assert not re.search(r"\b(nan|inf|NaN|Infinity)\b", said.out), command
            assert "nan%" not in said.out


@pytest.mark.parametrize(
    "number",
    [
        "{distribution: gamma, mean: 1e-300 min, sd: 1 min}",
        "{distribution: gamma, mean: 1 min, sd: 5e-324 min}",
        "{distribution: lognormal, mean: 5e-324 min, sd: 5e-324 min}",
        "{distribution: lognormal, mean: 1 min, sd: 1e-300 min}",
        "{distribution: gamma, mean: 1 min, sd: 1000 min}",
        "{distribution: lognormal, mean: 1e-9 min, sd: 1e12 min}",
        "{low: 1e-300 min, mean: 1 min, high: 2 min}",
    ],
)
def test_what_no_distribution_has_is_said(
    number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = re.sub(r"<(\w+)>", lambda part: {**USUAL, "time": number}[part[1]], GUIDELINE)
    Path("demo.yaml").write_text(text, "utf-8")
    assert run(["check", "."]) == 1
    assert re.search(r"error TNT2(06|17)", capfd.readouterr().out)


def test_a_change_that_is_lost_beside_very_many_hours_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    task = "population: {}\n    tasks: {visit: {role: gp, frequency: 1 / year, time: "
    many, few = f"  many:\n    {task}1e12 h}}}}\n", f"  check:\n    {task}1e-9 min}}}}\n"
    Path("demo.yaml").write_text(f"format: tnt/1\nguideline: demo\nrecommendations:\n{many}{few}", "utf-8")
    Path("less.yaml").write_text(OTHERS["scenario"], "utf-8")
    for form in ("svg", "json", "table"):
        assert run(["compare", "base", "less", "--pack", ".", "--format", form]) == 0
        assert "nan" not in capfd.readouterr().out
