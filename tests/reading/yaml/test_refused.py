"""What YAML allows and tnt does not, and what is no YAML: refused with a place, and never by a crash."""

import subprocess
import sys

import pytest

from tests.reading.yaml.test_values import codes, tried
from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Span
from tnt.diagnostics.messages import texts


def problems(text: str | bytes) -> list[Diagnostic]:
    tree, found = tried(text)
    assert tree is None
    return found


def codes_or_none(text: str) -> list[Code]:
    return [problem.code for problem in tried(text)[1]]


def start(problem: Diagnostic) -> tuple[int, int]:
    assert problem.place.span is not None
    return problem.place.span.line, problem.place.span.column


@pytest.mark.parametrize(
    ("text", "second", "first"),
    [
        ("a: 1\nb: 2\na: 3", (3, 1), (1, 1)),
        ("a: {b: 1, b: 2}", (1, 11), (1, 5)),
        ("a:\n- 1\n- {1: a, '1': b}", (3, 10), (3, 4)),
    ],
)
def test_duplicate_keys_name_both_places(text, second, first):
    (problem,) = problems(text)
    assert problem.code is Code.DUPLICATE_KEY
    assert start(problem) == second
    assert [(place.span.line, place.span.column) for place in problem.related if place.span] == [first]


def test_a_key_written_three_times_is_two_problems():
    assert codes("a: 1\na: 2\na: 3") == [Code.DUPLICATE_KEY, Code.DUPLICATE_KEY]


@pytest.mark.parametrize(
    "text",
    ["a: &x [1]\nb: *x", "a: &x {c: 1}\nb: *x", "a: &x [*x]", "a: &a [&b [*b]]", "<<: {a: 1}", "a: {<<: [{b: 1}]}",
     "a: &x 1\nb: *x", "&k a: 1\nb: *k", "a: *x", "a: &x 1"],
)  # fmt: skip
def test_anchors_aliases_and_merges_are_refused(text):
    assert set(codes(text)) == {Code.YAML_ALIAS}


def test_an_alias_is_pointed_at_with_its_anchor():
    (problem,) = problems("a: {b: &this 1}\nc: *this")
    assert problem.place.span == Span(2, 4, 2, 9)
    assert [place.span for place in problem.related] == [Span(1, 8, 1, 13)]


@pytest.mark.parametrize("text", ["a: R&D", "a: R & D", "a: '&x'", "a: |\n  &x\n", "a: x *y*"])
def test_an_ampersand_or_an_asterisk_within_a_text_is_fine(text):
    assert codes_or_none(text) == []


@pytest.mark.parametrize("text", ["a: !!int 1", "a: !x 1", "a: !!python/object/apply:os.system [x]", "a: [!!map {}]"])
def test_tags_are_refused(text):
    assert codes(text) == [Code.YAML_TAG]


@pytest.mark.parametrize("text", ["!!map {a: 1}", "!!str a: 1"])
def test_tags_of_the_root_and_of_keys_are_refused(text):
    assert codes(text) == [Code.YAML_TAG]


def test_aliases_cannot_multiply():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 30)]
    assert set(codes("\n".join(lines))) == {Code.YAML_ALIAS}


@pytest.mark.parametrize("text", ["? [a]\n: 1", "? {a: 1}\n: 1"])
def test_keys_must_be_texts(text):
    assert codes(text) == [Code.WRONG_TYPE]


@pytest.mark.parametrize("text", ["", "\n# only a note\n", "---\n", "null", "a", "- a", "[a]", "'a: b'"])
def test_what_has_no_keys(text):
    assert codes(text) == [Code.NOT_A_MAPPING]


@pytest.mark.parametrize(("text", "line"), [("a: 1\n---\nb: 2", 2), ("a: 1\n...\n---\n", 3)])
def test_one_file_is_one_document(text, line):
    (problem,) = problems(text)
    assert (problem.code, start(problem)) == (Code.MANY_DOCUMENTS, (line, 1))


@pytest.mark.parametrize(
    ("raw", "place"),
    [("a: 1\nb: åæ".encode("latin-1"), (2, 4)), ("æ: 1".encode("utf-16"), (1, 1)), (b"\xc3\xa6: \xff", (1, 4))],
)
def test_the_first_letter_that_is_not_utf8_is_pointed_at(raw, place):
    (problem,) = problems(raw)
    assert (problem.code, start(problem)) == (Code.NOT_UTF8, place)


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: 1\nb: æ\x01", (2, 5)), ("\ufeffa: \x00", (1, 4)), ("a: 1\r\nb: \x7f", (2, 4)), ("a: \ufffe", (1, 4))],
)
def test_control_characters_are_pointed_at(text, place):
    (problem,) = problems(text)
    assert (problem.code, start(problem)) == (Code.YAML_SYNTAX, place)


SYNTAX = [
    "a: b: c", "a: [1", "a: {b: 1", "a: 'x", 'a: "x', "a\nb: 1", "a: 1\n b: 2", "\ta: 1", "a:\n\tb: 1",
    "a: @x", "a: %x",
    "a: `x`", 'a: "\\q"', 'a: "\\xzz"', "a: {b: 1, , c: 2}", "a: 1\n- b", "a: - b", "a: 1\n...\nb: 2", "a: ? b",
    "a: !x!y z",
    "a: & b", "a: |0\n  x", "a: | x", "%YAML 3.0\n---\na: 1", "%\n---\na: 1", "%x y\n---\na: 1", "a: {b: 1, c:, d: 2}",
    'a: "\\ud800"', "a: 'x\n---\ny'", "a: |\n\tx\n", "a: !<x", "a: !", "a: \x01",
]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("text", SYNTAX)
def test_what_the_yaml_reader_says_is_put_in_words_for_people(text, lang):
    tree, found = tried(text)
    if tree is None and found[0].code is Code.YAML_SYNTAX:
        assert found[0].values["problem"] in texts(lang).words
        assert found[0].place.span is not None


@pytest.mark.parametrize("text", ["a:\n  b:\n\tc: 1", "a:\n  b: 1\n\tc: 1"])
def test_an_indent_by_a_tab_is_called_that(text):
    (problem,) = problems(text)
    assert problem.values["problem"] == "found a tab character that violates indentation"


@pytest.mark.parametrize(
    ("text", "begins"), [('a: 1\nb: "x\nc: 2\n', (2, 4)), ("a: 1\nb: [1, 2\nc: 3\n", (2, 4)), ("b: {c: 1", (1, 4))]
)
def test_what_was_left_open_is_pointed_at_too(text, begins):
    (problem,) = problems(text)
    places = [problem.place, *problem.related]
    assert begins in [(place.span.line, place.span.column) for place in places if place.span]


def nested(levels: int) -> str:
    return "a: " + "[" * levels + "]" * levels


def test_depth_has_a_limit():
    tree, _ = tried(nested(limits.YAML_DEPTH))
    assert tree is not None
    assert codes(nested(limits.YAML_DEPTH + 1)) == [Code.TOO_DEEP]


def test_size_has_a_limit(monkeypatch):
    assert codes(b"#" * (limits.YAML_FILE_BYTES + 1)) == [Code.FILE_TOO_LARGE]
    monkeypatch.setattr(limits, "YAML_FILE_BYTES", 10)
    assert tried(b"a: 1234567")[0] is not None
    assert codes(b"a: 12345678") == [Code.FILE_TOO_LARGE]


DASHES = "'a:\\n' + ''.join(' ' * (1 + 198 * i) + '- ' * 98 + '-\\n' for i in range(310))"
BOMBS = {
    "open brackets": "'a: ' + '[' * 400_000",
    "closed brackets": "'a: ' + '[' * 400_000 + ']' * 400_000",
    "braces": "'{a: ' * 400_000",
    "brackets just below the guard": "'a: ' + '[' * 9_999",
    "dashes on one line": "'- ' * 400_000",
    "questions on one line": "'? ' * 400_000",
    "dashes with wide spaces": "'-      ' * 100_000",
    "dashes on many lines": DASHES,
    "dashes on many lines, then brackets": f"{DASHES} + ' ' * 61_381 + '[' * 9_990",
    "indentation": "''.join(' ' * i + 'a:\\n' for i in range(4_000))",
    "anchored brackets": "'a: ' + '&x [' * 9_000",
    "tagged dashes": "'- !x\\n' + ''.join(' ' * i + '- !x\\n' for i in range(1, 4_000))",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_no_depth_brings_the_interpreter_down(bomb):
    text = BOMBS[bomb]
    imports = "from tnt.diagnostics import ProblemSink; from tnt.reading.yaml.read_tree import read_tree"
    code = f"{imports}; assert read_tree('f', ({text}).encode(), ProblemSink()) is None"
    assert subprocess.run([sys.executable, "-c", code], timeout=120, check=False).returncode == 0
