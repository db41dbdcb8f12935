"""What a result says of second tables and of heads, and what is read anew when only a second table changes."""

from pathlib import Path

import pytest

from tnt.analyses.compare.rule_changes import rule_changes
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.reading.reuse import Reuse
from tnt.result.lists import STATES

FILES = {
    "guideline.yaml": """\
format: tnt/1
guideline: g
recommendations:
  yearly:
    title: A yearly talk
    strength: strong-for
    population: {condition: diabetes}
    tasks: {talk: {role: gp, time: 15 min, frequency: 1 / year}}
""",
    "capacity.yaml": "format: tnt/1\ncapacity: c\nroles: {gp: {hours: 37.5 h / week, weeks: 46}}\n",
    "lists.yaml": """\
format: tnt/1
lists: l
table: lists.csv
id: id
people: {total: people}
registers: {diabetes: {table: more/qof.csv, id: code, column: n, where: {group: DM}}}
staff: {gp: {posts: {table: more/staff.csv, id: list, column: posts}, in: percent}}
""",
    "lists.csv": "id,people\nA,1000\nB,2000\nC,10\n",
    "more/qof.csv": "code,group,n\nA,DM,40\nB,DM,60\nB,HYP,1\nX,DM,5\nY,DM,5\n",
    "more/staff.csv": "list;posts\nA;80 %\nB;100\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "more").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def states(folder: Path) -> list[str]:
    return [STATES[state] for state in estimate(load(folder)).lists.roles["gp"].state]


def said(folder: Path) -> dict[str, dict[str, object]]:
    return {f"{one.code}": dict(one.values) for one in estimate(load(folder)).notices}


def test_what_they_lack_is_said(folder: Path) -> None:
    notices = estimate(load(folder)).notices
    found = [
        (
            one.code,
            Path(str(one.values["table"])).name,
            *(one.values[key] for key in ("lists", "rows") if key in one.values),
        )
        for one in notices
        if "table" in one.values
    ]
    assert found == [
        ("rows-missing", "qof.csv", 1),
        ("rows-missing", "staff.csv", 1),
        ("rows-without-list", "qof.csv", 2),
    ]


def test_every_table_is_among_the_inputs(folder: Path) -> None:
    inputs = {Path(file.path).name: file.sha256 for file in estimate(load(folder)).inputs}
    assert inputs.keys() >= {"lists.csv", "qof.csv", "staff.csv"}
    before = inputs["staff.csv"]
    (folder / "more/staff.csv").write_text("list;posts\nA;80\nB;90\n")
    assert {Path(file.path).name: file.sha256 for file in estimate(load(folder)).inputs}["staff.csv"] != before


def test_a_second_table_that_changed_is_read_anew(folder: Path) -> None:
    reuse = Reuse()
    first, again = load(folder, reuse=reuse), load(folder, reuse=reuse)
    assert again.table is first.table
    (folder / "more/staff.csv").write_text("list;posts\nA;50\nB;100\n")
    changed = load(folder, reuse=reuse)
    assert (first.table.posts["gp"][0], changed.table.posts["gp"][0]) == (0.8, 0.5)
    (change,) = rule_changes(first, changed)
    assert (change.field, change.before and change.before.line) == ("table-contents", 7)


def test_heads_are_said_and_no_list_is_overloaded_by_them(folder: Path) -> None:
    (folder / "lists.csv").write_text("id,people,heads\nA,1000000,2\nB,2000,3\nC,10,\n")
    text = FILES["lists.yaml"].partition("staff:")[0]
    (folder / "lists.yaml").write_text(text + "staff: {gp: {posts: heads, in: headcount}}\n")
    (folder / "more/qof.csv").write_text("code,group,n\nA,DM,900000\nB,DM,60\nC,DM,1\n")
    notices = said(folder)
    assert notices["heads-as-posts"]["lists"] == 2
    assert "posts-imputed" not in notices
    assert "overload" not in states(folder)
    (folder / "lists.yaml").write_text(text + "staff: {gp: {posts: heads, in: headcount, posts_per_head: 0.85}}\n")
    assert "heads-as-posts" not in said(folder)
    assert "overload" in states(folder)
