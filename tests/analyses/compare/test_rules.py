"""What two sides say differently: in words, with both places, by id and never by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.analyses.compare.packs import CONDITIONS, WITH_GOUT, both, write
from tests.command_line import CAPACITY, GUIDELINE, LISTS, TABLE
from tnt import compare, load
from tnt.analyses.compare.rule_changes import rule_changes
from tnt.analyses.compare.words import rule_in_words
from tnt.locale import Texts

RULES = GUIDELINE + WITH_GOUT


def said(folder: Path, lang: str = "en", **changed: str) -> list[str]:
    """The differences in words, folders taken off."""
    found = [rule_in_words(change, Texts(lang)) for change in rule_changes(*both(folder, **changed))]
    return [line.replace(f"{folder}/", "") for line in found]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("time: 15 min", "time: 20 min", "Yearly check · visit · time for one event: 15 min → 20 min"),
        ("frequency: 1 / year}\n      bloods", "frequency: every 2 years}\n      bloods",
         "Yearly check · visit · how often: 1 / year → every 2 years"),
        ("40+", "50-69", "Yearly check · ages: 40+ → 50-69"),
        ("{ages: 40+}", "{ages: 40+, share: 20 %}", "Yearly check · share: not given → 20 %"),
        ("current: 50 %", "current: 40 %", "Yearly check · uptake today: 50 % → 40 %"),
        ("role: nurse", "role: midwife", "Yearly check · bloods · role: Nurse → Midwife"),
        ("role: nurse,", "roles: {nurse: 70 %, gp: 30 %},", "Yearly check · bloods · role: Nurse → not given"),
        ("condition: gout", "condition: gout, ages: 60+", "gout · ages: all → 60+"),
        ("strength: weak-for", "strength: strong-for", "Yearly check · strength: weak, for → strong, for"),
        ("high: 20 min}", "high: 30 min}",
         "gout · visit · time for one event: 15 min (90\u00a0%: 10 min – 20 min) "
         "→ 15 min (90\u00a0%: 10 min – 30 min)"),
        ("role: nurse,", "role: nurse, may_move: {gp: {share: 60 %, minutes_factor: 1.2}},",
         "Yearly check · bloods · may move to: not given → gp: {share: 60 %, minutes_factor: 1.2}"),
        ("tasks:", "needs: {any: [gout, other/one]}\n    tasks:",
         "Yearly check · needs: not given → any: gout, other/one"),
        ("tasks:", "may_be_partial: true\n    tasks:", "Yearly check · may be chosen in part: not given → true"),
        ("time: 15 min", "time: null", "Yearly check · visit · time for one event: 15 min → not given"),
    ],
)  # fmt: skip
def test_a_number_or_a_word(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in RULES
    assert any(line.startswith(f"{words} (") for line in said(tmp_path, guideline=RULES.replace(old, new, 1)))


GROUPS = RULES.replace("population: {ages: 40+}", "populations: [{ages: 40+, share: 4 %}, {ages: 40+, share: 5 %}]")


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (GROUPS.replace("5 %", "9 %"), ["Yearly check · 40+ · 2 · share: 5 % → 9 %"]),
        (
            GROUPS.replace("{ages: 40+, share: 4 %}, ", ""),
            ["Yearly check · 40+ · share: 4 % → 5 %", "Yearly check · 40+ · 2: populations removed"],
        ),
    ],
)
def test_groups_of_the_same_ages_are_each_compared(tmp_path: Path, new: str, words: list[str]) -> None:
    before, after = (load(write(tmp_path / name, guideline=text)) for name, text in (("a", GROUPS), ("b", new)))
    found = [rule_in_words(change, Texts("en")).partition(" (")[0] for change in rule_changes(before, after)]
    assert found == words


BY_AGE = "time: {by_age: {0-66: 15 min, 67+: 20 min}}"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("time: 15 min", BY_AGE, "Yearly check · visit · time for one event: 15 min → 0-66: 15 min, 67+: 20 min"),
        (BY_AGE, "time: 15 min", "Yearly check · visit · time for one event: 0-66: 15 min, 67+: 20 min → 15 min"),
        (BY_AGE, BY_AGE.replace("20", "25"), "Yearly check · visit · 67+ · time for one event: 20 min → 25 min"),
        (
            BY_AGE,
            BY_AGE.replace("20 min", "null"),
            "Yearly check · visit · 67+ · time for one event: 20 min → not given",
        ),
    ],
)
def test_a_number_by_age(tmp_path: Path, old: str, new: str, words: str) -> None:
    sides = [
        load(write(tmp_path / name, guideline=RULES.replace("time: 15 min", time, 1)))
        for name, time in (("before", old), ("after", new))
    ]
    (found,) = [rule_in_words(change, Texts("en")) for change in rule_changes(*sides)]
    assert found.startswith(f"{words} (")


def test_both_places_are_named(tmp_path: Path) -> None:
    later = RULES.replace("time: 15 min", "time: 20 min", 1).replace(
        "recommendations:", "version: '2'\nrecommendations:"
    )
    assert [line.replace("guideline.yaml", "g.yaml") for line in said(tmp_path, guideline=later)] == [
        "Demo · version: not given → 2 (before/g.yaml:1 → after/g.yaml:4)",
        "Yearly check · visit · time for one event: 15 min → 20 min (before/g.yaml:12 → after/g.yaml:13)",
    ]


def test_status_and_source(tmp_path: Path) -> None:
    sourced = RULES.replace("time: 15 min", "time: {value: 15 min, source: survey}", 1).replace(
        "recommendations:", "sources: {survey: {title: Time survey}}\nrecommendations:"
    )
    (line,) = said(tmp_path, guideline=sourced)
    assert line.startswith(
        "Yearly check · visit · time for one event: status: assumption → sourced; source: none → Time survey ("
    )


def test_entries_added_and_removed(tmp_path: Path) -> None:
    other = WITH_GOUT.replace("  gout:", "  gout-review:")
    phone = RULES.replace("      bloods: {role: nurse, time: 5 min, frequency: 1 / year}\n",
                          "      call: {after: visit, probability: 20 %, role: nurse, time: 6 min}\n")  # fmt: skip
    assert [line.rpartition(" (")[0] for line in said(tmp_path / "one", guideline=GUIDELINE + other)] == [
        "gout: recommendation removed",
        "gout-review: recommendation added",
    ]
    assert [line.rpartition(" (")[0] for line in said(tmp_path / "two", guideline=phone)] == [
        "Yearly check · call: task added (20 %, 6 min)",
        "Yearly check · bloods: task removed (1 / year, 5 min)",
    ]


def test_prevalence_rows_are_told_apart_by_their_people(tmp_path: Path) -> None:
    rows = CONDITIONS.replace("      - {ages: 40-59, share: 2 %}\n", "").replace("5 %", "6 %")
    assert [line.rpartition(" (")[0] for line in said(tmp_path, conditions=rows)] == [
        "Gout · 60+ · men · share: 5 % → 6 %",
        "Gout · 40-59: row removed (2 %)",
    ]


def test_capacity_and_lists(tmp_path: Path) -> None:
    capacity = CAPACITY.replace(
        "weeks: 46",
        "weeks: 44, reserved: {papers: {share: 15 %}, acute: {per_person: [{ages: 40+, time: 1 h / year}]}}",
    )
    lists = LISTS.replace("staff: {gp: {posts: gp}}", "staff: {gp: {people_per_post: 1000}}")
    found = said(tmp_path, capacity=capacity, lists=lists, table=TABLE.replace("1500", "1600"))
    assert [line.rpartition(" (")[0] for line in found] == [
        "GP · weeks worked a year: 46 → 44",
        "GP · papers: reserved time added (15 %)",
        "GP · acute: reserved time added (1 h / year)",
        "GP · posts: gp → not given",
        "GP · people per post: not given → 1000",
        found[-1].rpartition(" (")[0],
    ]
    assert found[-1].startswith("contents of the table: ")


def test_other_lists_and_another_capacity(tmp_path: Path) -> None:
    found = said(
        tmp_path,
        capacity=CAPACITY.replace("capacity: hours", "capacity: others").replace("Normal hours", "Other hours"),
        lists=LISTS.replace("lists: two", "lists: pair"),
    )
    assert [line.rpartition(" (")[0] for line in found] == [
        "working time: Normal hours → Other hours",
        "lists: two → pair",
    ]


def test_norwegian(tmp_path: Path) -> None:
    (line,) = said(tmp_path, "nb", guideline=RULES.replace("time: 15 min", "time: 20 min", 1))
    assert line.startswith("Årlig kontroll · visit · tid per gang: 15 min → 20 min (")


def test_notes_comments_and_order_are_no_difference(tmp_path: Path) -> None:
    head, _, check = GUIDELINE.partition("recommendations:\n")
    moved = f"{head}recommendations:\n{WITH_GOUT}{check}    note: Read this.\n"
    assert said(tmp_path, guideline=moved, conditions=f"# a note\n{CONDITIONS}") == []


def test_a_file_with_the_same_bytes_is_read_once(tmp_path: Path) -> None:
    before = load(write(tmp_path))
    same = load(tmp_path, reuse=before.reuse)
    assert same.table is before.table
    assert all(one is other for one, other in zip(same.documents, before.documents, strict=True))
    (tmp_path / "lists.csv").write_text(TABLE.replace("1500", "1600"), encoding="utf-8")
    changed = load(tmp_path, reuse=before.reuse)
    assert changed.table.people.sum() == before.table.people.sum() + 200
    assert load(tmp_path).table.sha256 == changed.table.sha256


def test_a_side_against_itself_has_nothing_to_say(tmp_path: Path) -> None:
    before, after = both(tmp_path)
    comparison = compare(before, after)
    assert comparison.rules == []
    assert not any(role.is_changed for role in comparison.roles.values())


DATED = RULES.replace(
    "time: 15 min", "time: [{until: 2024-12-31, value: 15 min}, {from: 2025-01-01, value: 12 min}]", 1
).replace("{ages: 40+}", "{ages: [{until: 2024-12-31, value: 40+}, {from: 2025-01-01, value: 45+}]}")
SCENARIO = """\
format: tnt/1
scenario: by-nurse
title: {nb: Sykepleier tar kontrollen, en: The nurse does the check}
changes:
  - {set: demo/recommendations/check/tasks/visit/role, to: nurse}
  - {scale: demo/recommendations/gout/tasks/visit/time, by: 0.5}
"""


def test_two_dates_of_one_file(tmp_path: Path) -> None:
    folder = write(tmp_path, guideline=DATED)
    before = load(folder, as_of=date(2024, 12, 31))
    comparison = compare(before, load(folder, as_of=date(2025, 1, 1), reuse=before.reuse))
    found = [rule_in_words(change, Texts("en")).replace(f"{folder}/", "") for change in comparison.rules]
    assert [line.rpartition(" (")[0] for line in found] == [
        "Yearly check · ages: 40+ → 45+",
        "Yearly check · visit · time for one event: 15 min → 12 min",
    ]
    assert found[1].endswith("(guideline.yaml:12)")
    assert comparison.after.lists.people is not None
    assert comparison.roles["gp"].bars[0].id == "demo/check"


def test_a_scenario(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    before = load(folder)
    comparison = compare(before, load(folder, scenarios=["by-nurse"], reuse=before.reuse))
    found = [rule_in_words(change, Texts("en")).replace(f"{folder}/", "") for change in comparison.rules]
    assert found == [
        "Yearly check · visit · role: GP → Nurse (guideline.yaml:12 → scenario.yaml:5)",
        "gout · visit · time for one event: 15 min (90\u00a0%: 10 min – 20 min) → 7.5 min (90\u00a0%: 5 min – 10 min)"
        " (guideline.yaml:18 → scenario.yaml:6)",
    ]
    moved = {
        name: [round(bar.change_hours, 6) for bar in role.bars if bar.id == "demo/check"]
        for name, role in comparison.roles.items()
    }
    assert moved == {"gp": [-1050.0], "nurse": [1050.0]}
