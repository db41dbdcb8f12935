"""Hours of every list and recommendation, only when asked for."""

from datetime import date

import numpy as np

from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate


def test_the_matrix_of_an_earlier_result_can_be_written_over() -> None:
    inputs = load(as_of=date(2026, 11, 22))
    first = estimate(inputs, detail=True).detail
    assert first is not None
    expected, memory = first.tnt_hours.copy(), first.tnt_hours
    memory[:] = -1.0
    again = estimate(inputs, detail=memory).detail
    assert again is not None
    assert np.shares_memory(again.tnt_hours, memory)
    np.testing.assert_array_equal(again.tnt_hours, expected)


def test_columns_of_one_condition_stand_side_by_side() -> None:
    inputs = load(as_of=date(2026, 11, 22))
    detail = estimate(inputs, detail=True).detail
    assert detail is not None
    columns, measures = inputs.rules.yearly
    assert detail.columns == columns
    conditions = inputs.rules.measures.condition_of[measures].tolist()
    assert conditions == sorted(conditions)
    in_files = [rule.id for rule in inputs.rules.rules]
    places = [in_files.index(name) for name, _ in columns]
    assert places != sorted(places)  # in the files they do not
