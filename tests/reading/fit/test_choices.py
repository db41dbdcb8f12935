"""What recommendations say of one another, within a file and between files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.files import brief, problems
from tests.reading.fit.packs import guideline, pack
from tnt.diagnostics import Code, Severity
from tnt.language.documents.fit.choice import full_id, groups_needed, named
from tnt.reading.fit.choices import choices_of

RING, EXCLUDED = Code.NEEDS_IN_A_RING, Code.NEEDS_AN_ALTERNATIVE


def test_an_id_alone_is_of_the_same_guideline() -> None:
    assert full_id("lungs", "stop") == "lungs/stop"
    assert full_id("lungs", "heart/stop") == "heart/stop"


def test_a_list_is_all_and_any_is_one_of_them(tmp_path: Path) -> None:
    keys = {"one": "needs: a", "both": "needs: [a, b, a]", "either": "needs: {any: [a, b]}", "all": "needs: {all: [b]}"}
    said = guideline(a="", b="", **keys)
    needs = choices_of(pack(tmp_path, said).documents).needs
    assert needs == {
        "lungs/one": (("lungs/a",),),
        "lungs/both": (("lungs/a",), ("lungs/b",)),
        "lungs/either": (("lungs/a", "lungs/b"),),
        "lungs/all": (("lungs/b",),),
    }
    assert groups_needed(None) == ()


def test_of_three_ways_listed_on_one_side_one_is_chosen(tmp_path: Path) -> None:
    rules = choices_of(pack(tmp_path, guideline(a="instead_of: [b, c]", b="", c="instead_of: [a, b]", d="")).documents)
    assert rules.at_most_one == (frozenset({"lungs/a", "lungs/b", "lungs/c"}),)
    assert rules.alternatives("lungs/b") == {"lungs/a", "lungs/c"}
    assert rules.alternatives("lungs/d") == frozenset()


def test_guidelines_name_those_of_others(tmp_path: Path) -> None:
    both = pack(
        tmp_path, guideline(a="instead_of: [heart/b]"), guideline("heart", b="needs: [lungs/c]"), guideline("x", c="")
    )
    assert [one.code for one in both.problems] == [Code.UNKNOWN_RECOMMENDATION]
    assert choices_of(both.documents).at_most_one == (frozenset({"lungs/a", "heart/b"}),)


def test_what_is_not_given_can_never_be_met(tmp_path: Path) -> None:
    alone = pack(tmp_path, guideline(a="needs: {any: [b, heart/c]}, instead_of: [heart/d]", b="needs: [heart/c]"))
    assert not alone.problems.has_errors
    rules = choices_of(alone.documents)
    assert rules.needs == {"lungs/a": (("lungs/b",),), "lungs/b": ((),)}
    assert rules.at_most_one == ()


def test_texts_in_place_of_ids(tmp_path: Path) -> None:
    text = guideline(a="instead_of: [Måling på apotek]").replace("  a:", "  Hos legen:")
    text += "  Måling på apotek: {population: {ages: 40+}, tasks: {t: {role: gp, time: 5 min, frequency: 1 / year}}}\n"
    rules = choices_of(pack(tmp_path, text).documents)
    assert rules.at_most_one == (frozenset({"lungs/hos-legen", "lungs/maling-pa-apotek"}),)
    assert named("Lunger/Slutt å røyke") == "lunger/slutt-a-royke"


def test_keys_in_norwegian(tmp_path: Path) -> None:
    text = guideline(a="i stedet for: b", b="", c="krever: {any: [a, b]}, kan deles: true")
    text = text.replace("frequency: 1 / year", "frequency: 1 / year, kan flyttes: {sykepleier: 60 %}")
    assert brief(tmp_path, text) == []


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"a": "needs: a"}, [(RING, "a")]),
        ({"a": "needs: {any: [a, b]}", "b": ""}, [(RING, "a")]),
        ({"a": "needs: b", "b": "needs: c", "c": "needs: a"}, [(RING, "b")]),
        ({"a": "needs: {any: [b, c]}", "b": "needs: a", "c": ""}, []),
        ({"a": "needs: {any: [b, c]}", "b": "needs: a", "c": "needs: a"}, [(RING, "b")]),
        ({"x": "needs: a", "a": "needs: b", "b": "needs: a"}, [(RING, "b")]),
        ({"a": "instead_of: a"}, [(Code.INSTEAD_OF_ITSELF, "a")]),
        ({"a": "instead_of: b, needs: b", "b": ""}, [(EXCLUDED, "b")]),
        ({"a": "instead_of: b", "b": "needs: {any: [a, c]}", "c": ""}, [(EXCLUDED, "a")]),
        ({"a": "instead_of: b", "b": "", "c": "needs: [a, b]"}, [(EXCLUDED, "b")]),
        ({"a": "instead_of: b", "b": "", "c": "needs: {any: [a, b]}"}, []),
        ({"a": "instead_of: q"}, [(Code.UNKNOWN_RECOMMENDATION, "q")]),
        ({"a": "needs: 3"}, [(Code.WRONG_TYPE, "3")]),
        ({"a": "needs: []"}, [(Code.EMPTY, "needs")]),
        ({"a": "needs: {}"}, [(Code.MISSING_KEY, "{}")]),
        ({"a": "needs: {some: [a]}"}, [(Code.UNKNOWN_KEY, "some")]),
        ({"a": "needs: [b/c/d]"}, [(Code.BAD_ID, "b/c/d")]),
        ({"a": "may_be_partial: maybe"}, [(Code.WRONG_TYPE, "maybe")]),
    ],
)
def test_what_cannot_be_meant(tmp_path: Path, keys: dict[str, str], found: list[tuple[Code, str]]) -> None:
    assert sorted(brief(tmp_path, guideline(**keys))) == sorted(found)


def test_every_problem_at_once(tmp_path: Path) -> None:
    text = guideline(a="needs: [a, q], instead_of: [a, heart/x]", b="needs: c", c="needs: [b]", d="needs: [b/c/d]")
    found = {code for code, _ in brief(tmp_path, text)}
    assert found == {Code.UNKNOWN_RECOMMENDATION, Code.NOT_AMONG_FILES, Code.BAD_ID}
    text = text.replace("[b/c/d]", "[b]")
    found = {code for code, _ in brief(tmp_path, text)}
    assert found == {RING, Code.INSTEAD_OF_ITSELF, Code.UNKNOWN_RECOMMENDATION, Code.NOT_AMONG_FILES}


def test_the_one_that_was_meant_is_offered(tmp_path: Path) -> None:
    first, second = guideline(a="needs: [spirometri]", spirometry=""), guideline("heart", b="needs: [spirometry]")
    near = {one.values["id"]: one.suggestion for one in problems(tmp_path, first, second)}
    assert near == {"spirometri": "spirometry", "spirometry": "lungs/spirometry"}


def test_inside_a_case_they_name_one_another(tmp_path: Path) -> None:
    case = """\
format: tnt/1
case: two ways
given:
  guideline:
    guideline: lungs
    recommendations:
      a: {population: {}, needs: [b], tasks: {t: {role: gp, time: 1 min, frequency: 1 / year}}}
      b: {population: {}, NEEDS tasks: {t: {role: gp, time: 1 min, frequency: 1 / year}}}
  list: {people: {all: {0+: 10}}, posts: {gp: 1}}
  capacity: {gp: {hours: 37 h / week, weeks: 46}}
expect:
  - {what: tnt_hours, role: gp, value: 1 h, within: 1000 h}
"""
    assert brief(tmp_path, case.replace("NEEDS", "")) == []
    assert brief(tmp_path, case.replace("NEEDS", "needs: a,")) == [(RING, "b")]
    assert brief(tmp_path, case.replace("NEEDS", "needs: c,")) == [(Code.UNKNOWN_RECOMMENDATION, "c")]


@given(st.lists(st.lists(st.integers(0, 7), max_size=3), min_size=8, max_size=8))
def test_a_ring_is_told_where_not_all_can_be_chosen_one_after_another(
    tmp_path_factory: pytest.TempPathFactory, needs: list[list[int]]
) -> None:
    keys = {
        f"r{number}": f"needs: [{', '.join(f'r{each}' for each in some)}]" if some else ""
        for number, some in enumerate(needs)
    }
    chosen: set[int] = set()
    for _ in needs:
        chosen |= {number for number, some in enumerate(needs) if chosen.issuperset(some)}
    found = pack(tmp_path_factory.mktemp("ring"), guideline(**keys)).problems
    assert bool(list(found)) == (len(chosen) < len(needs))
    assert all(one.code is RING and one.severity is Severity.ERROR for one in found)
