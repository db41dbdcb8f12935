"""Benchmarks print ratios of two things measured in one run, in turns; seconds mean nothing elsewhere."""

from collections.abc import Iterator

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits


@pytest.fixture(autouse=True, scope="session")
def one_blas_thread() -> Iterator[None]:
    """Two threads stall on small products, and a limit of the machine for one thread is a limit for one thread."""
    np.ones((2, 2)) @ np.ones((2, 2))
    with threadpool_limits(1, user_api="blas"):
        yield


@pytest.fixture(scope="session")
def kernel() -> str:
    """The BLAS kernel in use: half of the speed of a product hangs on it."""
    blas = [library for library in threadpool_info() if library["user_api"] == "blas"]
    return ", ".join(f"{library['internal_api']} {library.get('architecture', '?')}" for library in blas) or "unknown"
