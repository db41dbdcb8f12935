"""Several conditions put together, and several groups of people, from files to figures: by hand."""

from datetime import date
from pathlib import Path

import pytest

import tnt
from tnt import Inputs
from tnt.check.check import check
from tnt.compile.notice import NoticeCode
from tnt.diagnostics import Code
from tnt.result.model import Result

CONDITIONS = """
format: tnt/1
conditions:
  copd: {prevalence: [{share: 5 %}]}
  asthma: {prevalence: [{share: 5 %}]}
  gout: {prevalence: [{share: 2 %, ages: 40+}]}
"""
LISTS = """
format: tnt/1
lists: l
table: lists.csv
id: list
people: "{sex}_{ages}"
registers: {copd: copd}
"""
TABLE = "list,female_0-39,female_40+,male_0-39,male_40+,copd\nA,300,200,300,200,\nB,300,200,300,200,100\n"


def loaded(folder: Path, who: str, rest: str = "", lists: str = LISTS, table: str = TABLE) -> Inputs:
    """A a recommendation for some people, each of whom takes one hour a year, on two lists of 1,000 people."""
    guideline = f"""
format: tnt/1
guideline: g
recommendations:
  r:
    {who}
    tasks:
      visit: {{role: gp, time: 60 min, frequency: 1 / year, activity: review}}
{rest}"""
    for name, text in (("g.yaml", guideline), ("c.yaml", CONDITIONS), ("l.yaml", lists), ("lists.csv", table)):
        (folder / name).write_text(text, "utf-8")
    return tnt.load(folder, as_of=date(2026, 11, 29))


def estimated(folder: Path, who: str, rest: str = "") -> Result:
    return tnt.estimate(loaded(folder, who, rest))


# List A has no register of copd; on list B 10 % have it.
@pytest.mark.parametrize(
    ("who", "people"),
    [
        ("population: {condition: {any: [copd, asthma]}}", 1000 * (0.0975 + 1 - 0.9 * 0.95)),
        ("population: {condition: {all: [copd, asthma]}}", 1000 * (0.0025 + 0.005)),
        ("population: {condition: {not: copd}}", 1000 * (0.95 + 0.9)),
        ("population: {condition: {any: [copd, {not: copd}]}}", 2000),
        ("population: {condition: {all: [copd, {not: copd}]}}", 0),
        ("population: {condition: {all: [asthma, {not: {any: [copd, gout]}}]}}", 0.05 * 1.85 * (600 + 400 * 0.98)),
        ("population: {condition: {any: [asthma]}, ages: 40+, share: 50 %}", 0.5 * 800 * 0.05),
        ("populations: [{ages: 0-39}, {ages: 40+}]", 2000),
        ("populations: [{ages: 0-39, share: 50 %}, {share: 50 %}]", 2 * (600 * 0.75 + 400 * 0.5)),
        ("populations: [{condition: copd}, {condition: copd, ages: 40+}]", 50 + 100),
        ("populations: [{condition: copd}, {sex: female}]", 1000 + 500 * 0.05 + 500 * 0.1),
    ],
)
def test_people(who: str, people: float, tmp_path: Path) -> None:
    result = estimated(tmp_path, who)
    (one,) = result.recommendations
    assert one.eligible_people == pytest.approx(people, rel=1e-12, abs=1e-12)
    assert one.roles["gp"].tnt_hours == pytest.approx(people, rel=1e-12, abs=1e-12)


NO_AGES = LISTS.replace('"{sex}_{ages}"', "{total: people}")
OTHER = """  other:
    population: {condition: gout}
    tasks:
      visit: {role: gp, time: 30 min, frequency: 1 / year, activity: review}
"""


@pytest.mark.parametrize("rest", ["", OTHER])
@pytest.mark.parametrize("people", ["1000", "<5"])
def test_of_people_of_unknown_ages_a_combination_that_differs_by_age_is_unknown(
    rest: str, people: str, tmp_path: Path
) -> None:
    """Also where a register says who has a part of it: at most everybody on the list, an hour each."""
    lists = NO_AGES + ('missing: ["<5"]\n' if people == "<5" else "")
    who = "population: {condition: {any: [copd, gout]}}"
    inputs = loaded(tmp_path, who, rest, lists, f"list,people,copd\nA,{people},\nB,2000,100\n")
    result = tnt.estimate(inputs)
    one = result.recommendations[0]
    assert one.eligible_people is None
    assert one.people_at_least
    assert one.roles["gp"].tnt_hours is None
    assert one.roles["gp"].required_hours_at_most == pytest.approx(3000 if people == "1000" else 2004)
    assert tnt.simulate(inputs, 128).recommendations[one.id]["gp"] is None


def test_how_few_and_how_many_they_may_be(tmp_path: Path) -> None:
    """METHOD: an any is at least its greatest part and at most the sum; an all at most its least part."""
    for who, least, most in (
        ("{any: [copd, asthma]}", 50 + 100, 100 + 150),
        ("{all: [copd, asthma]}", 0, 100),
        ("{all: [{not: copd}, {not: asthma}]}", 1000 * 0.9 + 1000 * 0.85, 1000 * 0.95 + 1000 * 0.9),
    ):
        (one,) = estimated(tmp_path, f"population: {{condition: {who}}}").recommendations
        assert one.eligible_people_bounds == pytest.approx((least, most)), who
        assert one.eligible_people is not None
        assert least <= one.eligible_people <= most
    (plain,) = estimated(tmp_path, "population: {condition: copd}").recommendations
    assert plain.eligible_people_bounds is None


def test_who_belongs_to_a_group_and_has_the_condition_is_seen_once(tmp_path: Path) -> None:
    """A visit for copd or asthma, and one for copd, are the same visit for everybody with copd."""
    rest = """  s:
    population: {condition: copd}
    tasks:
      visit: {role: gp, time: 60 min, frequency: 1 / year, activity: review}
"""
    total = estimated(tmp_path, "population: {condition: {any: [copd, asthma]}}", rest).total["gp"]
    assert total.overlap_hours == pytest.approx(50 + 100)
    assert total.overlap_hours_bounds == (pytest.approx(0, abs=1e-9), pytest.approx(150))


def test_all_of_several_conditions_is_said_to_rest_on_independence(tmp_path: Path) -> None:
    said = estimated(tmp_path, "population: {condition: {all: [copd, asthma]}}")
    assert NoticeCode.TAKEN_AS_INDEPENDENT in [notice.code for notice in said.notices]
    assert Code.TAKEN_AS_INDEPENDENT in [one.code for one in check([tmp_path]).diagnostics]
    quiet = estimated(tmp_path, "population: {condition: {any: [copd, asthma]}}")
    assert NoticeCode.TAKEN_AS_INDEPENDENT not in [notice.code for notice in quiet.notices]


def test_more_conditions_in_one_activity_than_can_be_worked_out(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(9)]
    entries = "".join(f"  {name}: {{prevalence: [{{share: 1 %}}]}}\n" for name in names)
    recommendations = "".join(
        f"""
  r{number}:
    population: {{condition: {{any: [{", ".join(some)}]}}}}
    tasks: {{t: {{role: gp, time: 5 min, frequency: 1 / year, activity: a}}}}
"""
        for number, some in enumerate((names[:5], names[4:]))
    )
    (tmp_path / "g.yaml").write_text(f"format: tnt/1\nguideline: g\nrecommendations:{recommendations}", "utf-8")
    (tmp_path / "c.yaml").write_text(f"format: tnt/1\nconditions:\n{entries}", "utf-8")
    with pytest.raises(tnt.Problems) as refused:
        tnt.load(tmp_path)
    assert [one.code for one in refused.value.diagnostics] == [Code.TOO_MANY_RULES]
