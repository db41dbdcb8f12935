"""`tnt lists`, and several capacities, as a shell runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command_line import LISTS, Run

OBSERVED = """\
format: tnt/1
capacity: observed
title: {nb: Observert, en: Observed}
roles:
  gp: {hours: 49 h / week, weeks: 46}
"""


def test_the_table_in_both_languages(tnt: Run, pack: Path) -> None:
    for lang, words in (("en", "Largest manageable list"), ("nb", "Største håndterbare liste")):
        done = tnt("lists", pack, "--norm", "1000", "--lang", lang)
        assert done.returncode == 0
        text = done.stdout.decode()
        assert words in text
        assert "####" in text  # how long the two lists are
        assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("norm", ["nan", "5e-324", "0.5", "2e9"])
def test_a_norm_that_is_no_number_of_people_is_refused(tnt: Run, pack: Path, norm: str) -> None:
    done = tnt("lists", pack, "--norm", norm)
    assert done.returncode == 2
    assert "--norm" in done.stderr.decode()


def test_json_and_csv_hold_every_list(tnt: Run, pack: Path) -> None:
    document = json.loads(tnt("lists", pack, "--format", "json").stdout)
    assert document["format"] == "tnt-lists/1"
    assert [row["id"] for row in document["lists"]] == ["a", "b"]
    largest = 1725 / (1200 * 0.25 / 2000)
    assert abs(document["lists"][0]["largest_manageable_list"] - largest) < 1e-6
    assert len(tnt("lists", pack, "--format", "csv").stdout.splitlines()) == 3


def test_posts_that_are_derived_are_not_drawn(tnt: Run, pack: Path) -> None:
    (pack / "lists.yaml").write_text(LISTS.replace("posts: gp", "people_per_post: 1010"), "utf-8")
    assert b"##" not in tnt("lists", pack).stdout


def test_a_list_without_areas_is_told(tnt: Run, pack: Path) -> None:
    done = tnt("lists", pack, "--by", "area")
    assert done.returncode == 1
    assert b"TNT806" in done.stderr


def test_the_first_capacity_decides_and_the_second_stands_beside(tnt: Run, pack: Path) -> None:
    (pack / "observed.yaml").write_text(OBSERVED, "utf-8")
    chosen = ("--capacity", "observed", "--capacity", "hours")
    document = json.loads(tnt("estimate", pack, *chosen, "--format", "json").stdout)
    assert [one["id"] for one in document["supply"]] == ["observed", "hours"]
    assert document["capacity"]["id"] == "observed"
    table = tnt("estimate", pack, *chosen).stdout.decode()
    assert "A: Observed" in table
    assert "--capacity observed --capacity hours" in table
