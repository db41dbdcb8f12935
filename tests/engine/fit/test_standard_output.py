"""A result goes to standard output, and nothing of the solver's beside it."""

import subprocess
import sys

CHOOSING = """
import numpy as np
from tnt.engine.fit.problem import FitProblem
from tnt.engine.fit.solve import solve
some = np.zeros(30, dtype=bool)
hours = np.arange(1.0, 31.0)[:, None] ** 1.1
solution = solve(FitProblem(hours, np.array([200.0]), some, some), [np.sqrt(np.arange(1.0, 31.0))])
assert solution.is_feasible
solve(FitProblem(hours, np.array([200.0]), ~some, some), [np.ones(30)])
"""


def test_the_solver_is_not_heard() -> None:
    done = subprocess.run([sys.executable, "-c", CHOOSING], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_standard_output_may_be_closed() -> None:
    code = f"import os\nos.close(1)\n{CHOOSING}"
    done = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
