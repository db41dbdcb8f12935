"""The published figures, one by one. What had to be solved back from a result is an arithmetic check, and says so."""

import csv
from pathlib import Path

import pytest

from tests.oracle.drawn_packs.files import NORWAY, read_table
from tests.oracle.published import (
    Document,
    every_year,
    gp,
    hours_per_day,
    largest_list,
    on_table,
    one_list,
    only,
    posts,
)
from tnt import Result

ASK_AND_ADVISE: Document = {
    "population": {"ages": "18+"},
    "tasks": {
        "ask": {"role": "gp", "time": "1 min", "frequency": "1 / year"},
        "advise": {"after": "ask", "probability": "40 %", "role": "gp", "time": "10 min"},
    },
}


@pytest.mark.parametrize(("nnt", "hours_per_person"), [(12, 2.5), (14, 2.9)])
def test_physical_activity_arithmetic_check(nnt: int, hours_per_person: float) -> None:
    """BMJ 2023;380:e072953 as summarised by the AAFP; 40 % and 1,113 h are solved back, the NNT is from memory."""
    benefit = {"outcome": "active", "nnt": nnt, "horizon": "1 year", "applies_to": "advise"}
    hours = {"hours": "1113 h / year", "kind": "face-to-face"}
    result = one_list(
        {"advice": ASK_AND_ADVISE | {"benefit": benefit}},
        {"18-99": 2000},
        1,
        hours,
        outcomes={"active": "one more active"},
    )
    advice = only(result).roles["gp"]
    assert advice.tnt_hours == pytest.approx(166.7, abs=0.05)
    assert advice.share_of_capacity == pytest.approx(0.15, abs=0.0005)
    assert advice.hours_per_person_benefiting == pytest.approx(hours_per_person, abs=0.05)


def test_hypertension_guideline_on_hunt_arithmetic_check() -> None:
    """Petursson et al. BMC Fam Pract 2009;10:70; 3,000 visits per GP are solved back. An hour stands for a visit."""
    follow_up = every_year("1 h", "2.96624 / year", "20+")
    result = one_list({"follow-up": follow_up}, {"20-89": 100_000}, 87, {"hours": "3000 h / year"})
    assert gp(result).required_hours == pytest.approx(296_624)
    assert gp(result).positions == pytest.approx(99, abs=0.5)
    assert gp(result).share_of_capacity == pytest.approx(1.14, abs=0.01)


def test_altschuler_without_delegation_arithmetic_check() -> None:
    """Altschuler et al. Ann Fam Med 2012;10:396, table 1; the 2,025 h of a physician's year are solved back."""
    hours_per_person = {"preventive": 0.71, "chronic": 0.99, "acute": 0.36}
    rules = {name: every_year(f"{hours} h") for name, hours in hours_per_person.items()}
    assert largest_list(rules, {"hours": "2025 h / year"}) == pytest.approx(983, abs=1)
    result = one_list(rules, {"0-99": 983}, 1, {"hours": "2025 h / year"})
    assert gp(result).share_of_capacity == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize(
    ("kept_of_preventive", "kept_of_chronic", "printed_hours"), [(23, 53, 1.04), (40, 70, 1.33), (50, 75, 1.46)]
)
def test_altschuler_delegation_moves_the_hours(
    kept_of_preventive: int, kept_of_chronic: int, printed_hours: float
) -> None:
    """The shares delegated give the physician hours printed, to their rounding; the rest is somebody's work."""

    def kept(time: str, per_cent: int) -> Document:
        roles = {"gp": f"{per_cent} %", "nurse": f"{100 - per_cent} %"}
        return {"population": {}, "tasks": {"care": {"roles": roles, "time": time, "frequency": "1 / year"}}}

    rules = {"preventive": kept("0.71 h", kept_of_preventive), "chronic": kept("0.99 h", kept_of_chronic)}
    rules["acute"] = every_year("0.36 h")
    result = one_list(rules, {"0-99": 1000}, 1, {"hours": "2025 h / year"})
    physician, nurse = gp(result).required_hours, result.total["nurse"].required_hours
    assert physician is not None
    assert nurse is not None
    assert physician / 1000 == pytest.approx(printed_hours, abs=0.011)
    assert physician + nurse == pytest.approx(2060)


@pytest.mark.parametrize(
    ("hours", "days", "per_day"),
    [(1773, 240, 7.4), (828, 235, 3.5), (3 * 828, 235, 10.6)],
    ids=["Yarnall 2003", "Østbye 2005", "Østbye 2005 x 3"],
)
def test_hours_a_working_day(hours: float, days: float, per_day: float) -> None:
    """Am J Public Health 2003;93:635, Ann Fam Med 2005;3:209. The days are solved back: an arithmetic check."""
    assert hours_per_day(hours, days) == pytest.approx(per_day, abs=0.05)


@pytest.mark.parametrize(
    ("components", "total"), [((14.1, 7.2, 2.2, 3.2), 26.7), ((2.0, 3.6, 1.1, 2.6), 9.3)], ids=["alone", "with a team"]
)
def test_porter_components_add_up(components: tuple[float, ...], total: float) -> None:
    """J Gen Intern Med 2023;38:147, hours a day for 2,500 people; here the panel is one person, and a year the day."""
    names = ("preventive", "chronic", "acute", "documentation")
    rules = {name: every_year(f"{hours} h") for name, hours in zip(names, components, strict=True)}
    result = one_list(rules, {"0-99": 1}, 1, {"hours": "24 h / year"})
    assert gp(result).required_hours == pytest.approx(total, abs=0.05)


def test_57_lost_posts() -> None:
    """Legeforeningen 2019: 12 minutes a week of 13,000 doctors are 2,600 hours, and 45.8 hours a week make a post."""
    assert pytest.approx(2600) == 13_000 * 12 / 60
    assert posts(13_000 * 12 / 60, 45.8) == pytest.approx(56.8, abs=0.05)


@pytest.mark.parametrize(("a_year", "a_week"), [(2844.3, 61.8), (2324.9, 50.5), (3478.9, 75.6)])
def test_rotenstein_hours_a_week(a_year: float, a_week: float) -> None:
    """Rotenstein et al., 406 primary care physicians in 33 clinics in 2021, with quartiles: hours a year over 46 weeks.
    One post is one hour a week here, so that positions are hours a week."""
    result = one_list({"work": every_year("1 h")}, {"0-99": a_year}, 1, {"hours": "1 h / week", "weeks": 46})
    assert gp(result).positions == pytest.approx(a_week, abs=0.05)


def test_murray_panel() -> None:
    """Murray, Davies and Boushon, Fam Pract Manag 2007;14(10):29: 20 visits a day on 220 days, two a patient and year.
    An hour stands for a visit."""
    visits = {"visits": every_year("1 h", "2 / year")}
    assert largest_list(visits, {"hours": f"{20 * 220} h / year"}) == pytest.approx(2200)


@pytest.mark.parametrize(
    ("care", "staff", "need", "allocated", "printed"),
    [((46, 48), (10, 0, 2, 1), 94, 95, 1), ((39, 40), (8, 1, 0, 0), 79, 71, -11), ((46, 48), (9, 1, 2, 0), 94, 90, -4)],
)
def test_van_den_oetelaar_arithmetic_check(
    care: tuple[int, int], staff: tuple[int, ...], need: int, allocated: int, printed: int
) -> None:
    """BMJ Open 2016;6:e012148, table 2: two kinds of care, and staff of four levels at 8 h. The percentages printed
    come out where the balance is divided by the rounded hours allocated, not by the need: they are a headroom."""
    worked = 8 * sum(people * level for people, level in zip(staff, (1, 0.85, 0.7, 0.45), strict=True))
    assert round(worked) == allocated
    rules = {name: every_year(f"{hours} h") for name, hours in zip(("direct", "other"), care, strict=True)}
    total = gp(one_list(rules, {"0-99": 1}, 1, {"hours": f"{allocated} h / year"}))
    assert total.required_hours == pytest.approx(need)
    assert total.headroom is not None
    assert round(100 * total.headroom) == printed
    assert round(100 * (allocated - need) / need, 1) == {1: 1.1, -11: -10.1, -4: -4.3}[printed]


def test_nhs_health_check_funnel() -> None:
    """NHS Health Check in Stoke-on-Trent: of 113,000 people aged 40-74 28,000 are excluded, the others invited once in
    five years: 17,000 a year. An hour stands for an invitation."""
    check = every_year("1 h", "every 5 years", "40-74")
    check["population"] = {"ages": "40-74", "share": "85000 / 113000"}
    result = one_list({"check": check}, {"40-74": 113_000}, 1, {"hours": "1700 h / year"})
    assert only(result).eligible_people == pytest.approx(113_000 - 28_000)
    assert gp(result).required_hours == pytest.approx(17_000)


def test_consultations_of_2023(shared: Path) -> None:
    """Statistics Norway: rates by age (rounded) on the mean population of 2023 give 98 % of all consultations."""
    rows = read_table(shared / "data/norway/ssb_gp_consultations_2023_by_age.csv")
    rates = {row["group"]: row["fastlege_mean_consultations"] for row in rows if row["group"][0].isdigit()}
    population = shared / "data/norway/norway_population_nation_by_single_age_sex_2005_2026.csv"
    people = _mean_population(population, 2023)
    rules = {f"age-{group.rstrip('+')}": every_year("1 h", f"{rate} / year", group) for group, rate in rates.items()}
    lists = {"lists": "norway-2023", "table": "table.csv", "shape": "long", "ages": "age", "people": "n"}
    result = on_table(rules, [{"age": str(age), "n": repr(n)} for age, n in people.items()], lists, None)
    consultations = gp(result).required_hours
    assert consultations is not None
    assert consultations == pytest.approx(16_590_000, abs=10_000)
    assert consultations / 16_884_831 == pytest.approx(0.98, abs=0.005)
    assert consultations / sum(people.values()) == pytest.approx(3.0, abs=0.05)


def _mean_population(path: Path, year: int) -> dict[int, float]:
    people: dict[int, float] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if int(row["calyear"]) in (year, year + 1) and row["sex"] in ("female", "male"):
                people[int(row["age"])] = people.get(int(row["age"]), 0.0) + float(row["pop_jan1_n"]) / 2
    return people


YEARLY_CHECK = every_year("15 min", "1 / year", "40+")


@pytest.mark.parametrize(
    ("hours", "share"),
    [({"hours": "1725 h / year"}, 0.075), ({"hours": "49 h / week", "weeks": 46}, 0.058)],
    ids=["normal year", "hours GPs were seen to work in 2018"],
)
def test_yearly_blood_pressure_check_from_40(hours: Document, share: float) -> None:
    """On the mean Norwegian list of 1,010. The test alone does not double anything."""
    result = _on_the_mean_list({"check": YEARLY_CHECK}, hours)
    assert only(result).eligible_people == pytest.approx(519.5, abs=0.05)
    assert only(result).roles["gp"].tnt_hours == pytest.approx(129.9, abs=0.05)
    assert gp(result).share_of_capacity == pytest.approx(share, abs=0.0005)


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [({"hours": "1725 h / year"}, 199), ({"hours": "49 h / week", "weeks": 46}, 260)],
    ids=["normal", "observed"],
)
def test_twice_the_doctors_is_the_follow_up_arithmetic_check(hours: Document, minutes: int) -> None:
    """Test and follow-up together would have to take 199-260 minutes a person and year to fill one more post."""
    follow_up = every_year(f"{minutes - 15} min", "1 / year", "40+")
    result = _on_the_mean_list({"check": YEARLY_CHECK, "follow-up": follow_up}, hours)
    assert gp(result).positions == pytest.approx(1, abs=0.003)
    test, cascade = (one.roles["gp"].tnt_hours for one in result.recommendations)
    assert test is not None
    assert cascade is not None
    assert test + cascade == pytest.approx(gp(result).required_hours)
    assert test < 0.1 * cascade


def _on_the_mean_list(rules: Document, hours: Document) -> Result:
    lists = {
        "lists": "mean-list",
        "table": "table.csv",
        "shape": "long",
        "sex": "sex",
        "ages": "age",
        "people": "people",
        "scaled_to": 1010,
    }
    return on_table(rules, read_table(NORWAY), lists | {"staff": {"gp": {"posts": 1}}}, hours)
