"""HiGHS, told to be quiet and to answer the same question the same way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import highspy

_TOLERANCE = 1e-9
"""Of rows and of whole numbers: a billionth of the hours there are."""


def quiet() -> highspy.Highs:
    """A solver that says nothing, in one thread, so that the same question has the same answer."""
    with _nothing_said():
        highs: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
        highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("random_seed", 0)
    for name in ("primal_feasibility_tolerance", "dual_feasibility_tolerance", "mip_feasibility_tolerance"):
        highs.setOptionValue(name, _TOLERANCE)
    highs.setOptionValue("mip_abs_gap", _TOLERANCE)
    return highs


@contextmanager
def _nothing_said() -> Iterator[None]:
    """HiGHS greets on file descriptor 1 however quiet it is asked to be, and that is where a result is written."""
    try:
        kept = os.dup(1)
    except OSError:  # it is closed: nothing that is said is heard
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
