"""What is in a file never steers the terminal, breaks a format or stops a renderer."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tnt.diagnostics import Code, Diagnostic, Place, Span
from tnt.diagnostics.render import RENDERERS
from tnt.visible import LONGEST_VALUE, shortened, visible

NASTY = "\x1b[2J\x07\r\n::error::x\u202e\u2028\x9b31m\ud800\x00"
anything = st.text(st.characters(exclude_categories=()), max_size=40)
number = st.integers(-3, 60)
spans = st.builds(Span, number, number, number, number)
places = st.builds(Place, anything | st.just("a.yaml"), st.none() | spans, st.none() | st.tuples(number, anything))
diagnostics = st.builds(
    Diagnostic,
    st.sampled_from(Code),
    places,
    st.dictionaries(st.sampled_from(["found", "expected", "key", "id", "choices", "reason"]), anything),
    st.none() | anything,
    st.lists(places, max_size=2).map(tuple),
)


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("output", RENDERERS)
def test_nothing_unprintable_comes_out(output, lang):
    place = Place(NASTY, Span(1, 1, 1, 9))
    related = (Place(NASTY, cell=(3, NASTY)), place)
    problem = Diagnostic(Code.MISSING_UNIT, place, {"found": NASTY, "expected": NASTY}, NASTY, related)
    shown = RENDERERS[output]([problem], lang=lang, sources={NASTY: NASTY})
    assert shown.replace("\n", "").isprintable()
    shown.encode("utf-8")


def test_one_problem_is_one_workflow_command():
    problem = Diagnostic(Code.MISSING_UNIT, Place(NASTY), {"found": NASTY})
    assert RENDERERS["github"]([problem]).count("\n") == 1


def test_json_gives_names_and_suggestions_back_as_they_are():
    problem = Diagnostic(Code.MISSING_UNIT, Place(NASTY, cell=(2, NASTY)), suggestion=NASTY)
    (read,) = json.loads(RENDERERS["json"]([problem]))
    assert (read["file"], read["table_column"], read["suggestion"]) == (NASTY, NASTY, NASTY)


def test_values_cannot_pose_as_places_of_values():
    problem = Diagnostic(Code.MISSING_UNIT, Place(""), {"found": "{expected} [x] {0.__class__}", "expected": "{found}"})
    assert "“{expected} [x] {0.__class__}” has no unit; write it like “{found}”" in RENDERERS["concise"]([problem])


def test_very_long_values_lose_their_middle():
    assert shortened("x" * LONGEST_VALUE) == "x" * LONGEST_VALUE
    assert len(shortened("x" * 1_000_000)) < LONGEST_VALUE + 10


def test_visible_leaves_letters_alone():
    assert visible("Måling 測定 – 40 %") == "Måling 測定 – 40 %"
    assert visible("a\x1bb\tc\u202e\U000e0001") == r"a\x1bb\tc\u202e\U000e0001"


@pytest.mark.parametrize("output", RENDERERS)
@settings(max_examples=times(100), deadline=None)
@given(found=st.lists(diagnostics, max_size=4), text=st.text(st.characters(exclude_categories=()), max_size=300))
def test_no_text_or_span_stops_a_renderer(output, found, text):
    shown = RENDERERS[output](found, lang="nb", sources={"a.yaml": text})
    assert shown.replace("\n", "").isprintable()
    if output in ("json", "sarif"):
        json.loads(shown)
