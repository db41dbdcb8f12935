"""Strength and certainty as GRADE panels write them."""

import pytest

from tests.reading.files import guideline, pointed_at, problems
from tnt.diagnostics import Code
from tnt.language.documents.grade import certainty, strength


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("strong-for", "strong-for"),
        ("Strong-For", "strong-for"),
        ("strong for", "strong-for"),
        ("Strong recommendation against", "strong-against"),
        ("conditional-for", "weak-for"),
        ("Conditional recommendation (against)", "weak-against"),
        ("weak_against", "weak-against"),
        ("sterk mot", "strong-against"),
        ("Betinget anbefaling for", "weak-for"),
        ("svak anbefaling mot", "weak-against"),
        ("good practice statement", "practice-statement"),
        ("Good practice", "practice-statement"),
        ("god klinisk praksis", "practice-statement"),
        ("practice-statement", "practice-statement"),
        ("Strong recommendation in favour of", "strong-for"),
        ("GRADE: sterk anbefaling for", "strong-for"),
        ("betinget (svak) anbefaling for", "weak-for"),
        ("strong weak for", "strong weak for"),
        ("Lovkrav", "legal"),
        ("stong-for", "stong-for"),
        ("strong for against", "strong for against"),
        (1, 1),
    ],
)
def test_strength(written, meant):
    assert strength(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("very low", "very-low"), ("Very-Low", "very-low"), ("svært lav", "very-low"), ("moderat", "moderate"),
     ("Høy", "high"), ("low certainty", "low"), ("ikke vurdert", "not-rated"), ("none", "none"), (None, None)],
)  # fmt: skip
def test_certainty(written, meant):
    assert certainty(written) == meant


@pytest.mark.parametrize(
    "written",
    ["strong", "Conditional", "weak recommendation", "sterk", "Betinget", "svak anbefaling", "GRADE 1B", "2 C"],
)
def test_a_strength_without_direction_is_refused_with_two_readings_that_are_accepted(tmp_path, written):
    (problem,) = problems(tmp_path, guideline(rec=f"strength: {written}\n    title: Do not screen"))
    assert (problem.code, pointed_at(problem)) == (Code.STRENGTH_WITHOUT_DIRECTION, written)
    one, other = (strength(choice) for choice in problem.values["choices"].split(", "))
    assert one.endswith("-for")
    assert other == one.replace("-for", "-against")


def test_numbers_are_not_read_even_where_nothing_speaks_against(tmp_path):
    (problem,) = problems(tmp_path, guideline(rec="strength: 1A"))
    assert problem.code is Code.STRENGTH_WITHOUT_DIRECTION
