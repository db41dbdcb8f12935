"""What plain YAML means here: YAML 1.2, so that Norwegian words and clinicians' numbers stay as they are written."""

import pytest

from tnt.diagnostics import Code, Diagnostic, ProblemSink
from tnt.reading.yaml.read_tree import read_tree
from tnt.reading.yaml.tree import Tree


def tried(text: str | bytes) -> tuple[Tree | None, list[Diagnostic]]:
    """The tree of a file, if it can be read, and what is wrong with it."""
    problems = ProblemSink()
    tree = read_tree("f.yaml", text.encode() if isinstance(text, str) else text, problems)
    return tree, list(problems)


def read(text: str | bytes) -> Tree:
    tree, problems = tried(text)
    assert problems == []
    assert tree is not None
    return tree


def codes(text: str | bytes) -> list[Code]:
    tree, problems = tried(text)
    assert tree is None
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "NO",
        "yes",
        "on",
        "off",
        "y",
        "N",
        "1:30",
        "1_000",
        "2026-11-01",
        "0x1F",
        "0o14",
        ".inf",
        ".nan",
        "=",
        "1.2.3",
    ],
)
def test_what_yaml_1_1_makes_something_else_of_stays_text(text):
    assert read(f"a: {text}").data == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [("012", 12), ("-7", -7), ("+1", 1), ("2.5", 2.5), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("true", True),
     ("False", False), ("null", None), ("~", None), ("", None), ("Null", None), ("'1'", "1"), ('"null"', "null"),
     ("'~'", "~"), ("40 %", "40 %"), ("1 / year", "1 / year"), ("40+", "40+"), ("00-04", "00-04"),
     ("15 min", "15 min")],
)  # fmt: skip
def test_scalars(text, value):
    found = read(f"a: {text}").data["a"]
    assert (found, type(found)) == (value, type(value))


def test_a_number_of_any_length_can_be_read():
    assert read(f"a: {'9' * 30}").data == {"a": int("9" * 30)}
    assert read(f"a: {'9' * 5000}").data == {"a": float("inf")}


def test_keys_are_texts_as_written():
    assert read("no: 1\nNO: 2\n01: 3\n1: 4\nnull: 5\ntrue: 6\n40+: 7").data == {
        "no": 1, "NO": 2, "01": 3, "1": 4, "null": 5, "true": 6, "40+": 7,
    }  # fmt: skip


def test_quoted_folded_and_kept_texts():
    assert read("a: 'It''s'\nb: \"\\u00e6\"\nc: |\n  x\n  y\nd: >-\n  x\n  y\n").data == {
        "a": "It's", "b": "æ", "c": "x\ny\n", "d": "x y",
    }  # fmt: skip


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfa: 1\nb: {c: 2}\n", b"a: 1\r\nb: {c: 2}\r\n", b"a: 1\rb: {c: 2}\r"])
def test_byte_order_marks_and_line_ends_of_other_systems(raw):
    tree = read(raw)
    assert tree.data == {"a": 1, "b": {"c": 2}}
    span = tree.place(("b", "c")).span
    assert span is not None
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 8, 2, 9)


def test_a_document_may_have_its_marks():
    assert read("%YAML 1.2\n---\na: 1\n...\n").data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("{title: Panel judgement, meeting of 1 November 2026, kind: x}",
         {"title": "Panel judgement, meeting of 1 November 2026", "kind": "x"}),
        ("{title: A, b c, and d e, kind: x}", {"title": "A, b c, and d e", "kind": "x"}),
        ("{title: Åse 😀, 1 mai, kind: x}", {"title": "Åse 😀, 1 mai", "kind": "x"}),
        ("{title: A,b c}", {"title": "A,b c"}),
    ],
)  # fmt: skip
def test_a_text_with_a_comma_in_braces_goes_on(text, data):
    assert read(f"s: {text}").data["s"] == data


@pytest.mark.parametrize("text", ["{title: A, b\n    c d, kind: x}", "{title: A, # why\n    b c d, kind: x}"])
def test_a_text_that_goes_on_over_lines_is_folded(text):
    assert read(f"s: {text}").data["s"] == {"title": "A, b c d", "kind": "x"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("{title: Foo, kind, year: 1}", ["title", "kind", "year"]),
        ("{title: 'Foo', some more, year: 1}", ["title", "some more", "year"]),
        ("{title: Foo, 'some more', year: 1}", ["title", "some more", "year"]),
        ("{title: {a: b}, some more, year: 1}", ["title", "some more", "year"]),
        ("{some more, year: 1}", ["some more", "year"]),
    ],
)
def test_what_could_be_a_key_is_left_to_be_reported(text, keys):
    assert list(read(f"s: {text}").data["s"]) == keys


def test_the_place_of_a_text_that_goes_on_is_all_of_it():
    tree = read("s: {title: Oslo, 1 May 2026, kind: x}")
    span = tree.place(("s", "title")).span
    assert span is not None
    assert tree.text[span.column - 1 : span.end_column - 1] == "Oslo, 1 May 2026"
    assert tree.written(("s", "title")) == "Oslo, 1 May 2026"
