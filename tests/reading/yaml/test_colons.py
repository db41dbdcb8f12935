"""A colon in a text without quotes: told with the mend, and the rest of the file is read all the same."""

import time
from pathlib import Path

import pytest

from tests.reading.files import brief, problems
from tnt.diagnostics import Code, ProblemSink
from tnt.reading.yaml.read_tree import read_tree

FILE = """\
format: tnt/1
guideline: g
title: Wise choices: what not to do
recommendations:
  r:
    population: {ages: 40+}
    tasks:
      t:
        title: Ask, advise: refer   # a note
        role: gp
        time: 15
        frequency: 1 / year
"""


def test_the_rest_of_the_file_is_read(tmp_path: Path) -> None:
    assert brief(tmp_path, FILE) == [
        (Code.YAML_SYNTAX, "Wise choices: what not to do"),
        (Code.YAML_SYNTAX, "Ask, advise: refer"),
        (Code.MISSING_UNIT, "15"),
    ]


def test_a_text_whose_other_mend_has_no_colon_left_is_told_once(tmp_path: Path) -> None:
    text = FILE.replace("time: 15\n", "time: under 67: 15 min, over 67: 20 min\n")
    *_, found = problems(tmp_path, text)
    assert [code for code, _ in brief(tmp_path, text)] == [Code.YAML_SYNTAX, Code.YAML_SYNTAX, Code.BY_AGE_FORM]
    assert found.suggestion is not None
    mended = text.replace("under 67: 15 min, over 67: 20 min", found.suggestion)
    assert [code for code, _ in brief(tmp_path, mended)] == [Code.YAML_SYNTAX, Code.YAML_SYNTAX]


def test_the_mends_are_accepted(tmp_path: Path) -> None:
    text = FILE.replace("time: 15\n", "time: 15 min\n")
    for problem in problems(tmp_path, text):
        if problem.suggestion is not None:
            text = text.replace(problem.suggestion.strip('"'), problem.suggestion)
    assert '"Wise choices: what not to do"' in text
    assert not [one for one in problems(tmp_path, text) if one.code is Code.YAML_SYNTAX]


@pytest.mark.parametrize(
    "line",
    [
        "time: 15 min frequency: 1 / year",  # a line break is missing
        "title: Blood pressure how often: yearly",
        "tittel: Kontroll rolle: fastlege",
    ],
)
def test_where_a_line_break_may_be_missing_nothing_is_made_of_it(line: str) -> None:
    found = ProblemSink()
    assert read_tree("g.yaml", f"format: tnt/1\n{line}\n".encode(), found) is None
    assert [(one.code, one.suggestion) for one in found] == [(Code.YAML_SYNTAX, None)]


def test_quoted_and_block_texts_keep_their_meaning() -> None:
    text = 'title: a: b\nnote: |\n  time: c: d\n  e: f\npublisher: "x: y:\n  z: u"\n'
    found = ProblemSink()
    tree = read_tree("g.yaml", text.encode(), found)
    assert tree is not None
    assert tree.data == {"title": "a: b", "note": "time: c: d\ne: f\n", "publisher": "x: y: z: u"}
    assert [one.suggestion for one in found] == ['"a: b"']


def test_quotes_within_are_escaped() -> None:
    found = ProblemSink()
    tree = read_tree("g.yaml", b'title: The "best": a \\ b\n', found)
    assert tree is not None
    (problem,) = found
    assert problem.suggestion == r'"The \"best\": a \\ b"'
    assert read_tree("g.yaml", f"title: {problem.suggestion}\n".encode(), ProblemSink()).data == tree.data  # type: ignore[union-attr]


def test_many_colons_cost_no_more_than_a_few_readings() -> None:
    text = "".join(f"k{number}: a: b\n" for number in range(20_000)).encode()
    started = time.process_time()
    assert read_tree("g.yaml", text, ProblemSink()) is None
    assert time.process_time() - started < 5
