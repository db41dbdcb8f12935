"""Every renderer against the file that shows how it should look; UPDATE_GOLDEN=1 writes the files anew."""

import json
import os
from pathlib import Path

import pytest

from tests.diagnostics.samples import SAMPLES, SOURCES, at
from tnt.diagnostics import Code, Diagnostic, Place, Problems, Span
from tnt.diagnostics.render import RENDERERS, ordered, render_github, render_json, render_text

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"text": "txt", "concise": "txt", "json": "json", "github": "txt", "sarif": "sarif.json"}


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("output", RENDERERS)
def test_looks_as_it_should(output, lang):
    shown = RENDERERS[output](SAMPLES, lang=lang, sources=SOURCES)
    golden = GOLDEN / f"{output}.{lang}.{ENDINGS[output]}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")


@pytest.mark.parametrize("output", RENDERERS)
def test_the_order_in_which_problems_are_found_does_not_matter(output):
    render = RENDERERS[output]
    assert render(SAMPLES[::-1], sources=SOURCES) == render(SAMPLES, sources=SOURCES)


@pytest.mark.parametrize("output", RENDERERS)
def test_nothing_to_show(output):
    shown = RENDERERS[output]([], lang="en")
    if output == "sarif":
        assert json.loads(shown)["runs"][0]["results"] == []
    else:
        assert shown == {"text": "No problems found\n", "json": "[]\n", "concise": "", "github": ""}[output]


def test_the_same_problem_is_shown_once_and_the_count_of_the_rest_last():
    codes = [problem.code for problem in ordered(SAMPLES)]
    assert codes.count(Code.MISSING_UNIT) == 1
    assert codes[-1] is Code.MORE_PROBLEMS


def test_problems_read_as_at_the_terminal():
    assert str(Problems(SAMPLES[:1])).startswith("\nnote TNT701: 7 of 9 numbers are assumptions\n")
    sources = {"a": "time: 15"}
    problem = Diagnostic(Code.MISSING_UNIT, Place("a", Span(1, 7, 1, 9)))
    assert str(Problems((problem,), sources)) == "\n" + render_text([problem], sources=sources)


def test_a_caret_stands_below_what_is_meant_after_tabs_and_wide_letters():
    source = {"a": "\t測e\u0301: 15\n"}
    shown = render_text([Diagnostic(Code.MISSING_UNIT, Place("a", Span(1, 7, 1, 9)))], sources=source).splitlines()
    assert shown[2:4] == ["1 |     測e\u0301: 15", "  |          ^^"]


def test_a_caret_after_the_end_of_a_line():
    shown = render_text([Diagnostic(Code.EMPTY, Place("a", Span(1, 6, 1, 6)))], sources={"a": "key:"}).splitlines()
    assert shown[2:4] == ["1 | key:", "  |     ^"]


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first():
    shown = render_text([Diagnostic(Code.EMPTY, Place("a", Span(1, 6, 3, 2)))], sources={"a": "key: {a: 1,\n  b\n}"})
    assert "1 | key: {a: 1,\n  |      ^^^^^^\n" in shown


def test_a_long_line_is_cut_around_the_span():
    source = {"a": "x" * 5000 + "15" + "y" * 5000}
    problem = Diagnostic(Code.MISSING_UNIT, Place("a", Span(1, 5001, 1, 5003)))
    line, carets = render_text([problem], sources=source).splitlines()[2:4]
    assert len(line) < 130
    assert line.startswith("1 | …x")
    assert line.endswith("y…")
    assert line[carets.index("^") : carets.rindex("^") + 1] == "15"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_end_where_yaml_ends_them(ending):
    source = {"a": f"\ufeffone{ending}two{ending}"}
    shown = render_text([Diagnostic(Code.EMPTY, Place("a", Span(2, 1, 2, 4)))], sources=source)
    assert "2 | two\n  | ^^^\n" in shown


def test_a_file_or_line_that_is_not_at_hand_is_shown_without_its_line():
    for problem in (at(1, 1, 1, "other.yaml"), at(99, 1, 1)):
        assert "|" not in render_text([Diagnostic(Code.EMPTY, problem)], sources=SOURCES)


def test_style_is_told_what_each_text_is():
    kinds = set()
    render_text(SAMPLES, sources=SOURCES, style=lambda text, kind: kinds.add(kind) or text)
    carets = {"caret-error", "caret-warning", "caret-related"}
    assert kinds == carets | {"error", "warning", "note", "place", "gutter", "hint"}


def test_a_hint_is_given_once_for_each_code():
    twice = [Diagnostic(Code.MISSING_UNIT, at(line, 1, 1), {"found": "15"}) for line in (1, 2)]
    assert render_text(twice).count("tnt explain TNT201") == 1


def test_json_has_the_same_keys_for_every_problem():
    read = json.loads(render_json(SAMPLES))
    place = ["file", "line", "column", "end_line", "end_column", "row", "table_column"]
    for problem in read:
        assert list(problem) == ["code", "severity", *place, "message", "suggestion", "related"]
        assert all(list(related) == place for related in problem["related"])


def test_github_takes_columns_only_on_one_line():
    problem = Diagnostic(Code.EMPTY, Place("a,b:100%.yaml", Span(1, 6, 3, 2)))
    assert render_github([problem]).startswith("::error file=a%2Cb%3A100%25.yaml,line=1,endLine=3,title=TNT109::")
