"""What word processors make of a text is read where it has one meaning, and nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tnt.diagnostics import Code, ProblemSink
from tnt.reading.yaml.read_tree import read_tree
from tnt.reading.yaml.typed import as_typed


def data(text: str) -> object:
    problems = ProblemSink()
    tree = read_tree("f.yaml", text.encode(), problems)
    assert not list(problems)
    assert tree is not None
    return tree.data


@pytest.mark.parametrize(("typed", "plain"), [
    ("a: “x y”", 'a: "x y"'), ("a: ”x y”", 'a: "x y"'), ("a: „x y“", 'a: "x y"'), ("a: «x y»", 'a: "x y"'),
    ("a: ‘x y’", 'a: "x y"'), ("a: “x: y”", 'a: "x: y"'), ("a: “x”   # note", 'a: "x"   # note'),
    ("a: {b: “x, y”, c: “z”}", 'a: {b: "x, y", c: "z"}'), ("a: [“x”]", 'a: ["x"]'), ("“a b”: 1", '"a b": 1'),
    ("a:\n- “x”", 'a:\n- "x"'), ("a:\u00a0x", "a: x"), ("a:\n\u00a0\u00a0b: 1", "a:\n  b: 1"),
    ("a:\n \u202fb: 1", "a:\n  b: 1"), ("a:\n\tb:\n\t\tc: 1", "a:\n b:\n  c: 1"),
    ("a:\tx\t", "a: x"), ("a: x\t# n", "a: x # n"),
])  # fmt: skip
def test_one_meaning_is_read(typed: str, plain: str) -> None:
    assert data(typed) == data(plain)


@pytest.mark.parametrize("text", [
    "a: say “x” to y", "a: “x” and “y”", "a: x, “y”", "a: x’s", "a: |\n  “x”\n  and so on\n", "a: 40\u00a0% of them",
    'a: "“x”"',
])  # fmt: skip
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_typed(text) == text


def test_tabs_beside_spaces_are_refused() -> None:
    problems = ProblemSink()
    assert read_tree("f.yaml", b"a:\n  b: 1\n\tc: 2\n", problems) is None
    assert [one.code for one in problems] == [Code.YAML_SYNTAX]


@given(st.text(st.sampled_from('ab:,“”«»‘’\t \u00a0\n-{}[]"#'), max_size=40))
def test_nothing_moves(text: str) -> None:
    typed = as_typed(text)
    assert len(typed) == len(text)
    assert typed.count("\n") == text.count("\n")
