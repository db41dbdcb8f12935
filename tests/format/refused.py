"""How a test says that a value is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from tnt.diagnostics import Code, ValueProblem


def problem(read: Callable[[Any], object], value: Any) -> ValueProblem:
    """The problem that reading a value raises."""
    with pytest.raises(ValueProblem) as raised:
        read(value)
    return raised.value


def code(read: Callable[[Any], object], value: Any) -> Code:
    return problem(read, value).code
