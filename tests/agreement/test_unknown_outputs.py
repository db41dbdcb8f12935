"""No output of any command says of an unknown what turns out wrong: METHOD "What is never done".

A pack in which much is unknown is written by every command, and once more with the unknown minutes known: a number that
an output shows without a mark must still stand there. Only figures are looked at, not what says how many numbers the
pack has, nor scales of drawings.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.command_line import in_this_process
from tnt.result.figures import figures_of
from tnt.result.total import RoleTotal

TIMES = ("3 min", "29 min")
RULES = """\
format: tnt/1
guideline: g
title: G
outcomes: {well: One person well}
recommendations:
  found:
    title: Found
    population: {ages: 40+, share: 30 %}
    uptake: {current: 41 %}
    tasks:
      ask: {role: gp, time: TIME, frequency: 1 / year}
      treat: {after: ask, probability: 5 %, role: gp, time: 4 min}
    benefit: {outcome: well, nnt: 23, horizon: 3 years, applies_to: treat}
  shared:
    title: Shared
    population: {ages: 40+, share: 17 %}
    tasks:
      visit: {role: gp, time: 13 min, frequency: 1 / year, activity: visit}
      note: {role: nurse, time: TIME, frequency: 2 / year}
  visited:
    title: Visited
    population: {ages: 40+, share: 11 %}
    tasks:
      visit: {role: gp, time: TIME, frequency: 1 / year, activity: visit}
      again: {role: gp, time: 9 min, frequency: 1 / year, activity: visit}
      once: {role: nurse, time: TIME, frequency: once}
  settled:
    title: Settled
    population: {ages: 40+}
    tasks:
      talk: {role: midwife, time: 19 min, frequency: 1 / year}
      ring: {role: gp, time: 2 min, frequency: 1 / year}
"""
LISTS = """\
format: tnt/1
lists: two
table: two.csv
id: id
year: year
people: "{sex}_{ages}"
staff: {gp: {posts: gp}, midwife: {posts: gp}}
"""
TABLE = """\
year,id,gp,female_0-39,female_40+,male_0-39,male_40+
2026,a,1,1201,407,1303,509
2026,b,1,907,2111,1009,2207
2028,a,1,1201,457,1303,559
2028,b,1,907,2311,1009,2407
"""
CAPACITY = """\
format: tnt/1
capacity: c
roles:
  gp: {hours: 1697 h / year, worked_today: 1811 h / year}
  nurse: {hours: 1511 h / year}
  midwife: {hours: 1511 h / year}
thresholds: {watch: 40 %, overload: 120 %}
"""
STRATEGIES = """\
format: tnt/1
strategies: s
cohort: {people: {female: {40-64: 271}}}
horizon: 3 years
options: {one: {recommendations: [g/found]}, two: {recommendations: [g/shared, g/visited]}}
"""
COMMANDS = {
    "estimate": ["estimate", "g.yaml", "--lists", "a.yaml", "--capacity", "c.yaml"],
    "report": ["report", "g.yaml", "--lists", "a.yaml", "--capacity", "c.yaml", "--out", "r.html"],
    "lists": ["lists", "g.yaml", "--lists", "a.yaml", "--capacity", "c.yaml", "--norm", "1103"],
    "years": ["years", "g.yaml", "--projection", "two.yaml", "--capacity", "c.yaml"],
    "years page": ["years", "g.yaml", "--projection", "two.yaml", "--capacity", "c.yaml", "--format", "html"],
    "strategies": ["strategies", "g.yaml", "s.yaml"],
    "strategies page": ["strategies", "g.yaml", "s.yaml", "--format", "html"],
    "compare": ["compare", "g.yaml", "more.yaml", "--lists", "a.yaml", "--capacity", "c.yaml"],
    **{
        f"explain {name}": ["explain", f"g/{name}", "g.yaml", "--lists", "a.yaml", "--capacity", "c.yaml"]
        for name in ("found", "shared", "visited", "settled")
    },
}
JSON = ("estimate", "lists", "years", "strategies", "compare")


HIDDEN = ("1303,509", "1303,.."), ("1303,559", "1303,..")
"""Cells of the table without a count."""


def written(command: str, time: str | None, *more: str, hidden: bool = False) -> str:
    with TemporaryDirectory() as place:
        folder = Path(place)
        rules = RULES.replace("TIME", time or "null")
        table, lists = TABLE, LISTS + 'missing: [".."]\n'
        for cell, without in HIDDEN if hidden else ():
            table = table.replace(cell, without)
        one_year = "\n".join(line.partition(",")[2] for line in table.splitlines() if not line.startswith("2028"))
        for name, text in {
            "g.yaml": rules,
            "more.yaml": rules.replace("share: 17 %", "share: 29 %"),
            "a.yaml": lists.replace("two.csv", "a.csv").replace("year: year\n", "").replace("lists: two", "lists: a"),
            "a.csv": one_year + "\n",
            "two.yaml": lists,
            "two.csv": table,
            "c.yaml": CAPACITY,
            "s.yaml": STRATEGIES,
        }.items():
            (folder / name).write_text(text, "utf-8")
        environment = {"COLUMNS": "100", "SOURCE_DATE_EPOCH": "0"}
        as_of = [] if command.startswith("strategies") else ["--as-of", "2026-11-22"]
        ran = in_this_process([*COMMANDS[command], *as_of, *more], folder, environment)
        assert ran.returncode == 0, ran.stderr.decode()
        page = folder / "r.html"
        return page.read_text("utf-8") if page.exists() else ran.stdout.decode()


MARK = r"(?:≥|≤|>=|<=|at\s+least|at\s+most|minst|høyst|up\s+to|inntil)"
NUMBER = re.compile(
    rf"(?P<mark>{MARK}\s*)?(?<![\w.])(?P<number>-?\d+(?:[,.\s]\d{{3}})*(?:[,.]\d+)?)(?!\w)(?P<partial>\s\*)?"
)
LOWER_BOUNDS = {name for name, about in figures_of(RoleTotal).items() if about.lower_if == "at_least"}
NO_FIGURES = (
    r"(?s)<tr>\s*<th scope=\"row\">[\d,.\s%]+(to|til|or more|eller)\b.*?</tr>",
    r"(?s)<(svg|style|script|head|figure)\b.*?</\1>",
    r"(?s)<(section|details)[^>]*id=\"(notes|numbers|inputs|sources|files|manifest)\".*?</\1>",
    r"\S+\.(yaml|csv)\S*|[0-9a-f]{32,}|\d+/\d+\b|\d+ (of|av) (the |de )?\d+",
    r"([Nn]one of|[Ii]ngen av) \d+|\d+ (more|til)\b",
    r"\d+ (cell|celle)\b[^.]*",
    r"(?s)<section[^>]*id=\"shared\".*?</section>",  # columns of it are named least and greatest
)


@cache
def figures(command: str, time: str | None, lang: str, hidden: bool = False) -> Counter[str]:
    """The numbers without a mark."""
    text = written(command, time, "--lang", lang, hidden=hidden)
    for pattern in NO_FIGURES:
        text = re.sub(pattern, " # ", text)
    if text.lstrip().startswith("<"):
        text = re.sub(r"<[^>]*>", " | ", text)
    return Counter(each["number"] for each in NUMBER.finditer(text) if not each["mark"] and not each["partial"])


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_number_without_a_mark_is_still_there_when_the_unknown_is_known(command: str, lang: str) -> None:
    claimed = figures(command, None, lang)
    assert claimed
    for time in TIMES:
        assert claimed - figures(command, time, lang) == Counter()


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("command", [command for command in COMMANDS if not command.startswith("strategies")])
def test_a_number_without_a_mark_is_still_there_when_all_people_are_counted(command: str, lang: str) -> None:
    claimed = figures(command, TIMES[0], lang, hidden=True)
    assert claimed
    assert claimed - figures(command, TIMES[0], lang) == Counter()


@pytest.mark.parametrize("command", JSON)
def test_no_zero_stands_where_the_known_part_is_nothing(command: str) -> None:
    document = json.loads(written(command, None, "--format", "json"))
    zeros = [place for place, known in _hours_beside_at_least(document) if known == 0]
    assert zeros == []


def _hours_beside_at_least(one: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Hours of whatever says that it is a lower bound."""
    if isinstance(one, list):
        for index, each in enumerate(one):
            yield from _hours_beside_at_least(each, f"{place}/{index}")
    if isinstance(one, dict):
        for key, each in one.items():
            if one.get("at_least") is True and key in LOWER_BOUNDS:
                yield f"{place}/{key}", each
            yield from _hours_beside_at_least(each, f"{place}/{key}")
