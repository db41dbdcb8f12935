"""Hours of sets of recommendations are those of an estimate of just these, and what they save grows with the set."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

import tnt
from tests.agreement.draws import loaded
from tests.oracle.drawn_packs.all_parts import of_all_parts
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.profile import looks
from tnt import Inputs
from tnt.analyses.fit.sets import HoursOfSets, hours_by_list, hours_of_sets, staffed
from tnt.arrays import Bools, Floats

RELATIVE = 1e-9
"""Of the hours asked for."""


def only(pack: Folder, ids: set[str]) -> Folder:
    """The pack with some of its recommendations; what guidelines declare stays."""
    some = []
    declared: dict[str, dict[str, object]] = {"roles": {}, "outcomes": {}, "sources": {}}
    for key, each in declared.items():
        for document in pack.guidelines:
            each.update(document.get(key, {}))
    for document in pack.guidelines:
        mine = {f"{document['guideline']}/{name}": each for name, each in document["recommendations"].items()}
        kept = {name.partition("/")[2]: each for name, each in mine.items() if name in ids}
        if kept:
            some.append(
                {key: each for key, each in document.items() if key not in declared} | {"recommendations": kept}
            )
    some[0] |= {key: each for key, each in declared.items() if each}
    return replace(pack, guidelines=some)


def used(sets: HoursOfSets, chosen: Bools) -> Floats:
    """[J] hours a year of a set."""
    hours = chosen @ sets.own
    np.subtract.at(hours, sets.shared.column_of, sets.shared.saved(chosen[None])[0])
    return np.asarray(hours)


def some_of(inputs: Inputs, seed: int) -> Bools:
    random = Random(seed)
    return np.array([random.random() < 0.6 for _ in inputs.rules.rules], dtype=np.bool_)


def sets_of(inputs: Inputs) -> HoursOfSets:
    return hours_of_sets(inputs, np.zeros(len(inputs.rules.rules), dtype=np.bool_), len(inputs.rules.roles))


@looks(60)
@given(of_all_parts(packs()), st.integers(0, 10**6))
def test_a_set_takes_what_an_estimate_of_just_it_says(pack: Folder, seed: int) -> None:
    inputs = loaded(pack)
    chosen = some_of(inputs, seed)
    assume(chosen.any())
    ids = {rule.id for rule, is_in in zip(inputs.rules.rules, chosen.tolist(), strict=True) if is_in}
    lists = tnt.estimate(loaded(only(pack, ids))).lists.roles
    hours, per_list = used(sets_of(inputs), chosen), hours_by_list(inputs, chosen)
    for at, role in enumerate(inputs.rules.roles):
        here = staffed(inputs, role)
        expected = np.nan_to_num(lists[role].required_hours) if role in lists else np.zeros(here.size)
        scale = max(1.0, float(expected.sum()))
        assert abs(hours[at] - expected[here].sum()) <= RELATIVE * scale, role
        assert np.allclose(per_list[:, at], expected, rtol=RELATIVE, atol=RELATIVE * scale), role


@looks(60)
@given(of_all_parts(packs()), st.integers(0, 10**6))
def test_one_more_saves_the_more_the_more_there_are(pack: Folder, seed: int) -> None:
    inputs = loaded(pack)
    sets, few = sets_of(inputs), some_of(inputs, seed)
    assume(sets.shared.of)
    many = few | some_of(inputs, seed + 1)
    for one in np.flatnonzero(~many).tolist():
        with_one = np.arange(few.size) == one
        rows = np.array([few, few | with_one, many, many | with_one])
        in_few, with_few, in_many, with_many = sets.shared.saved(rows)
        scale = max(1.0, float(np.abs(with_many).max()))
        assert (with_few - in_few <= with_many - in_many + RELATIVE * scale).all()
        assert (in_few <= in_many + RELATIVE * scale).all()


@looks(30)
@given(of_all_parts(packs()))
def test_one_alone_saves_nothing(pack: Folder) -> None:
    inputs = loaded(pack)
    saved = sets_of(inputs).shared.saved(np.eye(len(inputs.rules.rules), dtype=np.bool_))
    assert np.allclose(saved, 0.0, atol=1e-7)
