"""Where a reader meets how long something lasts: explanations, comparisons, numbers and scenarios."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import tnt
from tests.courses.estimates import estimated, loaded, rule, task
from tnt.explain.terminal import print_explanation
from tnt.explain.trace import trace


def explained(inputs: Any, lang: str) -> str:
    result = tnt.estimate(inputs)
    step = trace(inputs, result, "g/r0")
    assert step is not None
    page = io.StringIO()
    print_explanation(step, result, lang, page)
    return page.getvalue()


def course(length: str, begins: str = "every 5 years", **population: Any) -> dict[str, Any]:
    return rule(population, {"refer": task(begins), "train": task("1 / month", after="refer", for_=length)})


EN = ("Lasts: 2 years", "In a course at any time, of those who need it: 40.0%", "Years each spends in a course: 2")
NB = ("Varer: 2 years", "Er i et forløp til enhver tid, av dem som trenger det: 40,0 %", "År hver er i et forløp: 2")


@pytest.mark.parametrize(("lang", "said"), [("en", EN), ("nb", NB)])
def test_an_explanation_says_how_long_and_how_many_are_in_it(lang: str, said: tuple[str, str, str]) -> None:
    again = explained(loaded(course("2 years")), lang).replace("\u00a0", " ")
    assert said[0] in again
    assert said[1] in again
    assert said[2] in explained(loaded(course("2 years", "once", incidence="1 % / year")), lang)


def test_an_explanation_names_months_in_the_readers_language() -> None:
    inputs = loaded(rule({"ages": "6-23 months"}, {"visit": task("1 / year")}))
    assert "Ages 6-23 months, women and men" in explained(inputs, "en")
    assert "Alder 6-23 måneder, kvinner og menn" in explained(inputs, "nb")


def test_the_number_stands_among_those_the_result_rests_on() -> None:
    (number,) = [one for one in estimated(course("18 months")).numbers if one.quantity == "for"]
    assert (number.path, number.text, number.status) == ("g/r0/tasks/train/for", "18 months", "assumption")


def test_a_comparison_says_that_it_lasts_longer() -> None:
    comparison = tnt.compare(loaded(course("1 year")), loaded(course("2 years")))
    (change,) = [one for one in comparison.rules if one.field == "for"]
    assert change.before is not None
    assert change.after is not None
    assert (change.before.text, change.after.text) == ("1 year", "2 years")


def test_a_scenario_may_make_it_longer_and_a_date_another(tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text(
        "format: tnt/1\nguideline: g\nrecommendations:\n  r:\n    population: {incidence: 1 % / year}\n    tasks:\n"
        "      a: {role: gp, time: 0 min, frequency: once}\n"
        "      b: {after: a, role: gp, time: 60 min, frequency: 1 / year, for: [{until: 2020-12-31, value: 1 year}, "
        "{from: 2021-01-01, value: 2 years}]}\n"
    )
    (tmp_path / "s.yaml").write_text(
        "format: tnt/1\nscenario: s\nchanges: [{scale: g/recommendations/r/tasks/b/for, by: 2}]\n"
    )
    (tmp_path / "l.yaml").write_text("format: tnt/1\nlists: l\ntable: t.csv\npeople: {total: n}\n")
    (tmp_path / "t.csv").write_text("n\n1000\n")

    def hours(**more: Any) -> float | None:
        return tnt.estimate(tnt.load(tmp_path, **more)).total["gp"].required_hours

    assert hours() == pytest.approx(20)
    assert hours(as_of=date(2019, 6, 1)) == pytest.approx(10)
    assert hours(scenarios=[tmp_path / "s.yaml"]) == pytest.approx(40)
