"""The English pack: the same language on a second country, on lists of its own and on the real ones of England."""

import csv
import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

import tnt
from tests.oracle.agreement import assert_agrees
from tests.oracle.drawn_packs.files import NORWAY, read_table, write_table
from tests.oracle.expected import Given, expected
from tnt.check.check import check
from tnt.diagnostics import Severity
from tnt.reading.shipped import default_pack, packs_folder
from tnt.result.model import Result

AS_OF = date(2026, 11, 30)
ENGLAND = packs_folder() / "en"
RULES = ("long-term-conditions.yaml", "health-checks.yaml")
COLUMNS = ("nurse", "healthcare-assistant", "gp")  # of the table in guidelines/README.md
ROLES = set(COLUMNS)
QOF = {  # register ÷ people of the same ages in QOF 2022-23, of all practices
    "qof-hypertension": (0.14423, 0),
    "qof-diabetes": (0.07453, 17),
    "qof-copd": (0.01846, 0),
    "qof-asthma": (0.06520, 6),
    "qof-atrial-fibrillation": (0.02131, 0),
    "qof-dementia": (0.00738, 0),
    "qof-severe-mental-illness": (0.00997, 0),
    "qof-learning-disability": (0.00558, 0),
}


def content(name: str) -> dict[str, Any]:
    written: dict[str, Any] = yaml.safe_load((ENGLAND / name).read_text("utf-8"))
    return written


def documented_lists() -> dict[str, Any]:
    """The lists file that guidelines/README.md tells people to write."""
    page = (packs_folder() / "README.md").read_text("utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL)
    written: dict[str, Any] = yaml.safe_load(block)
    return written


@pytest.fixture(scope="module")
def nation() -> Result:
    return tnt.estimate(tnt.load(ENGLAND, as_of=AS_OF))


@pytest.fixture(scope="module")
def practices(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, str]]]:
    """The documented lists file on the real table, and the rows of the table."""
    described = documented_lists()
    table = shared.parent / described["table"].removeprefix("../")
    file = tmp_path_factory.mktemp("england") / "england-qof.yaml"
    file.write_text(yaml.safe_dump(described | {"table": os.path.relpath(table.resolve(), file.parent.resolve())}))
    with table.open(encoding="utf-8", newline="") as rows:
        return file, list(csv.DictReader(rows))


# The pack itself


def test_it_is_without_errors_and_warnings() -> None:
    assert [one for one in check([ENGLAND]).diagnostics if one.severity is not Severity.NOTE] == []


def test_every_text_is_in_both_languages() -> None:
    texts = [text for file in ENGLAND.glob("*.yaml") for text in _texts(yaml.safe_load(file.read_text("utf-8")))]
    assert len(texts) > 100
    assert [text for text in texts if text.keys() != {"nb", "en"} or not all(text.values())] == []


def test_every_file_opens_with_who_is_behind_it() -> None:
    for file in ENGLAND.glob("*.yaml"):
        assert file.read_text("utf-8").startswith("# Who is behind it:"), file.name


def test_its_notice_counts_the_times_that_are_assumed() -> None:
    result = tnt.estimate(tnt.load(ENGLAND, as_of=AS_OF))
    times = [number for number in tnt.load(ENGLAND, as_of=AS_OF).numbers if number.quantity == "time"]
    assumed = sum(number.status == "assumption" for number in times)
    assert isinstance(result.pack_notice, Mapping)
    assert f"{assumed} av {len(times)} tider" in result.pack_notice["nb"]
    assert f"{assumed} of {len(times)} times" in result.pack_notice["en"]


def test_all_frequencies_are_read_in_a_document() -> None:
    numbers = [one for one in tnt.load(ENGLAND, as_of=AS_OF).numbers if one.quantity == "frequency"]
    assert {one.status for one in numbers} == {"sourced"}


def test_the_default_finds_no_condition_of_it_by_a_name() -> None:
    """Conditions are found across all packs: none of these may be taken for a Norwegian one."""
    norwegian = yaml.safe_load((default_pack() / "conditions.yaml").read_text("utf-8"))["conditions"]
    english = content("conditions.yaml")["conditions"]
    assert not norwegian.keys() & english.keys()
    assert not _titles(norwegian) & _titles(english)
    assert tnt.load(as_of=AS_OF).pack_title != tnt.load(ENGLAND, as_of=AS_OF).pack_title


# Lists that need nothing else


def test_its_own_list_is_england_in_2016(nation: Result) -> None:
    assert nation.lists.people.tolist() == [54_466_599.0]
    assert nation.lists.roles["gp"].posts.tolist() == [27_297.8]
    assert nation.overload["nurse"].imputed == 1


@pytest.mark.parametrize("lists", [None, "10000 people, 6 posts"])
def test_ten_recommendations_have_people_and_hours(lists: str | None) -> None:
    result = tnt.estimate(tnt.load(ENGLAND, lists=lists, as_of=AS_OF))
    assert len(result.recommendations) == 10
    assert set(result.total) == ROLES
    for each in result.recommendations:
        assert each.eligible_people is not None, each.id
        assert each.eligible_people > 0, each.id
        assert each.roles, each.id
        assert all(hours.tnt_hours is not None and hours.tnt_hours > 0 for hours in each.roles.values()), each.id


def test_prevalence_by_age_gives_the_share_of_the_national_registers(tmp_path: Path) -> None:
    """At the ages of England in 2016. Hypertension has the ages of a study of 2021, when people were older."""
    everyone = {f"of-{ages}": {"population": {"ages": f"{ages}+"}} for _, ages in QOF.values()}
    with_it = {name: {"population": {"condition": name}} for name in QOF}
    look = {"look": {"role": "gp", "time": "1 min", "frequency": "1 / year"}}
    recommendations = {name: {**asked, "tasks": look} for name, asked in (everyone | with_it).items()}
    guideline = {"format": "tnt/1", "guideline": "registers", "recommendations": recommendations}
    (tmp_path / "registers.yaml").write_text(json.dumps(guideline), encoding="utf-8")
    result = tnt.estimate(tnt.load(ENGLAND, tmp_path / "registers.yaml", as_of=AS_OF))
    people = {each.id.partition("/")[2]: each.eligible_people or 0.0 for each in result.recommendations}
    for name, (share, ages) in QOF.items():
        off = 0.08 if name == "qof-hypertension" else 0.01
        assert people[name] / people[f"of-{ages}"] == pytest.approx(share, rel=off), name


# The real lists of England


def test_its_list_is_the_sum_of_the_real_practices(shared: Path) -> None:
    table = shared / "data" / "england" / "england_practices_2016Q1_list_by_age_sex_with_gp_fte.csv"
    with table.open(encoding="utf-8", newline="") as rows:
        with_posts = [row for row in csv.DictReader(rows) if float(row["gp_fte_ex_trainees_locums"] or 0) > 0]
    assert len(with_posts) == 7082
    for own in read_table(ENGLAND / "england-2016.csv"):
        assert int(own["people"]) == sum(int(row[f"{own['sex']}_{own['ages']}"]) for row in with_posts)
    posts = sum(float(row["gp_fte_ex_trainees_locums"]) for row in with_posts)
    assert posts == pytest.approx(27_297.8, abs=0.05)


def test_practices_with_ages_and_no_registers(shared: Path) -> None:
    lists = shared / "examples" / "lists-england.yaml"
    result = tnt.estimate(tnt.load(ENGLAND, lists=lists, as_of=AS_OF))
    assert (result.lists.count, result.lists.people.sum()) == (7646, 57_537_534)
    assert result.overload["gp"].of == 7082
    _assert_no_list_is_silent(result)


def test_practices_with_registers(practices: tuple[Path, list[dict[str, str]]]) -> None:
    file, rows = practices
    result = tnt.estimate(tnt.load(ENGLAND, lists=file, as_of=AS_OF))
    assert (result.lists.count, result.lists.people.sum()) == (6378, 62_378_057)
    _assert_no_list_is_silent(result)
    assert _documented_hours() == {
        each.title["en"]: tuple(_rounded(hours.tnt_hours) if hours else None for hours in map(each.roles.get, COLUMNS))
        for each in result.recommendations
        if isinstance(each.title, Mapping)
    }
    people = {each.id.partition("/")[2]: each.eligible_people for each in result.recommendations}
    for recommendation, column in (("asthma-review", "qof_AST"), ("copd-review", "qof_COPD")):
        registered = sum(int(row[column]) for row in rows)
        assert people[recommendation] == pytest.approx(registered, rel=1e-4)


@pytest.mark.parametrize("row", [0, 1, 6000])
def test_copd_by_hand_on_three_practices(row: int, practices: tuple[Path, list[dict[str, str]]]) -> None:
    """Register × (1 review + 4 % a second one) × 25 min ÷ 60."""
    file, rows = practices
    registered = int(rows[row]["qof_COPD"])
    one = tnt.estimate(tnt.load(ENGLAND, lists=file, only=[rows[row]["practice_code"]], as_of=AS_OF))
    copd = next(each for each in one.recommendations if each.id.endswith("/copd-review"))
    assert registered > 0
    assert copd.eligible_people == pytest.approx(registered)
    assert copd.roles["nurse"].tnt_hours == pytest.approx(registered * 1.04 * 25 / 60)


@pytest.mark.parametrize("registers", [False, True])
def test_the_slow_calculation_agrees(registers: bool, shared: Path, tmp_path: Path) -> None:
    """Every figure of the whole pack on the first 40 real practices, with registers and without."""
    described = (
        documented_lists() if registers else yaml.safe_load((shared / "examples/lists-england.yaml").read_text())
    )
    rows = read_table(shared / "data" / "england" / Path(described["table"]).name)[:40]
    write_table(tmp_path / "table.csv", rows)
    described |= {"table": "table.csv"}
    (tmp_path / "lists.yaml").write_text(yaml.safe_dump(described), encoding="utf-8")
    slow = expected(
        Given(
            [content(name) for name in RULES],
            [content("conditions.yaml")],
            described,
            rows,
            read_table(NORWAY),
            content("capacity.yaml"),
            {},
        )
    )
    names = (*RULES, "conditions.yaml", "capacity.yaml")
    fast = tnt.load(*(ENGLAND / name for name in names), tmp_path / "lists.yaml", as_of=AS_OF)
    assert_agrees(tnt.estimate(fast, detail=True), slow)


def _assert_no_list_is_silent(result: Result) -> None:
    """Every role has hours on every list, and every list has people."""
    assert (result.lists.people > 0).all()
    for role in ROLES:
        hours = result.lists.roles[role].required_hours
        assert np.isfinite(hours).all()
        assert (hours > 0).all()


def _documented_hours() -> dict[str, tuple[float | None, ...]]:
    """Title -> hours of each role in the table of guidelines/README.md; a dash is None."""
    page = (packs_folder() / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \|" + r" ([\d,]+|–) \|" * 3 + "$", page, flags=re.MULTILINE)
    return {row[0]: tuple(None if cell == "–" else float(cell.replace(",", "")) for cell in row[1:]) for row in rows}


def _rounded(hours: float | None) -> float | None:
    """To three significant digits, as texts have them."""
    return None if hours is None else float(f"{hours:.3g}")


def _titles(conditions: Mapping[str, Any]) -> set[str]:
    return {text.lower() for entry in conditions.values() for text in entry["title"].values()}


def _texts(node: Any) -> Iterator[dict[str, str]]:
    """Every text by language below a node of a file."""
    if isinstance(node, dict) and node.keys() & {"nb", "en"}:
        yield node
    elif isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _texts(inner)
