"""Every key and value begins and ends where its place says, however the file is written. Nothing stops the reader."""

from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.profile import times
from tests.reading.yaml.test_values import read, tried
from tnt.diagnostics import Code, Diagnostic, Place, Span
from tnt.reading.yaml.tree import Tree
from tnt.reading.yaml.typed import as_typed

# Without line ends other than \n: PyYAML's writer does not keep them.
words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12) | st.sampled_from(
    [
        "no",
        "1:30",
        "a: b",
        "# x",
        "it's",
        '"',
        "- a",
        "x\ny",
        " a ",
        "å😀 40 %",
        "{",
        "long words " * 12,
        "&a",
        "!b",
        "|",
    ]
)
scalars = words | st.integers() | st.booleans() | st.none()
data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


class Dumper(yaml.SafeDumper):
    """Writes the same thing twice rather than as an alias."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@st.composite
def written(draw: st.DrawFn) -> str:
    """Random data, in one of the ways to write it."""
    return yaml.dump(
        draw(st.dictionaries(words, data, min_size=1, max_size=4)),
        Dumper=Dumper,
        allow_unicode=draw(st.booleans()),
        default_flow_style=draw(st.sampled_from([None, False, True])),
        indent=draw(st.integers(2, 6)),
        width=draw(st.sampled_from([20, 80, 1000])),
        sort_keys=False,
    )


@settings(max_examples=times(200), deadline=None)
@given(written())
def test_a_place_spans_what_was_written(text):
    assume(as_typed(text) == text)  # blanks and quotes that word processors put there are read as typed ones
    value = yaml.load(text, Loader=yaml.BaseLoader)  # every scalar a text, by a reader that keeps no places
    tree, problems = tried(text)
    assert problems == []
    assert tree is not None
    assert as_texts(tree.data) == as_texts(value)
    for path, inside in walk(value):
        if path and isinstance(path[-1], str):
            assert meant(tree, tree.place(path, key=True)) == number_or_text(path[-1])
        place = tree.place(path)
        if not isinstance(inside, dict | list) or slice_of(tree, place).startswith(("{", "[")):
            assert meant(tree, place) == as_texts(inside)


def walk(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inside in items for found in [((*path, key), inside), *walk(inside, (*path, key))]]


def as_texts(value: Any) -> Any:
    """As a reader sees it that takes every scalar for a text: numbers written alike are alike."""
    if isinstance(value, dict):
        return {key: as_texts(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [as_texts(inside) for inside in value]
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return number_or_text(str(value))


def number_or_text(text: str) -> str:
    """`012` and `1e3`, which the writer holds for texts and YAML 1.2 does not, as the number they are."""
    try:
        return repr(float(text)) if text[:1] in "0123456789+-." and text.isascii() and "_" not in text else text
    except ValueError:
        return text


def slice_of(tree: Tree, place: Place) -> str:
    assert place.span is not None
    lines, span = tree.text.split("\n"), place.span
    chosen = lines[span.line - 1 : span.end_line]
    chosen[-1] = chosen[-1][: span.end_column - 1]
    chosen[0] = chosen[0][span.column - 1 :]
    return "\n".join(chosen)


def meant(tree: Tree, place: Place) -> Any:
    return as_texts(yaml.load(slice_of(tree, place), Loader=yaml.BaseLoader))


TEXT = """\
# a note
a: {b: 40 %, "c d": [1, {e: x}]}
list:
  - one
  - name: two
    "æ 😀": three
empty:
text: |
  folded
"""


@pytest.mark.parametrize(
    ("path", "key", "span"),
    [
        (("a",), False, (2, 4, 2, 33)),
        (("a",), True, (2, 1, 2, 2)),
        (("a", "b"), False, (2, 8, 2, 12)),
        (("a", "c d"), True, (2, 14, 2, 19)),
        (("a", "c d", 1, "e"), False, (2, 29, 2, 30)),
        (("list",), False, (3, 1, 3, 5)),
        (("list", 0), False, (4, 5, 4, 8)),
        (("list", 1, "æ 😀"), False, (6, 12, 6, 17)),
        (("list", 1, "æ 😀"), True, (6, 5, 6, 10)),
        (("empty",), False, (7, 7, 7, 7)),
        (("a", "not there"), False, (2, 1, 2, 2)),
        (("a", "union tag", "b"), False, (2, 8, 2, 12)),
        (("nothing", "here"), False, (2, 1, 2, 2)),
        ((), False, (2, 1, 2, 2)),
    ],
)
def test_places(path, key, span):
    tree = read(TEXT)
    assert tree.place(path, key=key) == Place("f.yaml", Span(*span))


def test_what_is_written():
    tree = read(TEXT)
    assert tree.written(("a", "b")) == "40 %"
    assert tree.written(("a", "c d")) == "[1, {e: x}]"


def held(found: list[Diagnostic], text: str) -> None:
    """Spans are in the file, and in order."""
    last_line = max(len(text.splitlines()), text.count("\r") + text.count("\n")) + 1
    for problem in found:
        for place in (problem.place, *problem.related):
            if span := place.span:
                assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
                assert span.end_line <= last_line


marks = [
    *"{}[]:,-?!&*#|>%@`'\"\\ \t\r\n~<=0aæ😀\x01\x85\u2028\ufeff",
    "- ",
    "? ",
    ": ",
    "\n  ",
    "\n- ",
    "---\n",
    "...\n",
]
marks += ["<<: ", "&a ", "*a ", "!!x ", "key: ", "%YAML 1.1\n", '"\\', "a b, "]
yaml_like = st.lists(st.sampled_from(marks), max_size=60).map("".join)


def is_refused(found):
    """Whether more is wrong than texts with a colon, which are told and read."""
    return not all(one.code is Code.YAML_SYNTAX and one.suggestion for one in found)


@settings(max_examples=times(400), deadline=None)
@given(yaml_like | st.text(max_size=200))
@example("key: key: ---\n{")
def test_no_text_stops_the_reader(text):
    tree, found = tried(text.encode("utf-8", "replace"))
    assert (tree is None) == is_refused(found)
    held(found, text)


@settings(max_examples=times(200), deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reader(raw):
    tree, found = tried(raw)
    assert (tree is None) == is_refused(found)
    held(found, raw.decode("utf-8-sig", "replace"))
