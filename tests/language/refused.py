"""How a test says that a value is refused, and the sizes of numbers that are not."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import strategies as st

from tnt import limits
from tnt.diagnostics import Code, ValueProblem


def problem(read: Callable[[Any], object], value: Any) -> ValueProblem:
    """The problem that reading a value raises."""
    with pytest.raises(ValueProblem) as raised:
        read(value)
    return raised.value


def code(read: Callable[[Any], object], value: Any) -> Code:
    return problem(read, value).code


def sizes(largest: float) -> st.SearchStrategy[float]:
    """0, or from the smallest number that may be written up to the largest."""
    return st.just(0.0) | st.floats(limits.SMALLEST_NUMBER, largest)
