"""What one core of this machine can do at best, measured in the same minute as what is held against it."""

from collections.abc import Callable

import numpy as np

from tnt.arrays import Floats

SIDE = 1024


def calibration(people: Floats, output: tuple[int, int]) -> dict[str, Callable[[], object]]:
    """What to time: a large square product, reading all the people, writing the output into fresh and used memory."""
    square = np.random.default_rng(0).random((SIDE, SIDE))
    flat = people.reshape(-1)
    touched = np.ones(output)
    return {
        "product": lambda: square @ square,
        "read": lambda: flat @ flat,
        "write fresh": lambda: np.empty(output).fill(1.0),
        "write touched": lambda: touched.fill(2.0),
    }


def least_seconds(spent: dict[str, float], shape: tuple[int, int, int], write: str) -> float:
    """max(flops ÷ GEMM peak, bytes ÷ bandwidth) of lists x strata x columns.

    Bytes are the people read and the answer written, each at the speed measured for so many bytes; `write` says whether
    the answer goes into fresh memory, which the system must clear first, or into memory that was used before.
    """
    lists, strata, columns = shape
    flops = spent["product"] / (2 * SIDE**3) * 2 * lists * strata * columns
    return max(flops, spent["read"] + spent[write])


def described(spent: dict[str, float], bytes_in: int, bytes_out: int) -> str:
    """The calibration in words, for people who wonder what machine this was."""
    speeds = [("read", bytes_in), ("write fresh", bytes_out), ("write touched", bytes_out)]
    bandwidths = ", ".join(f"{name} {size / spent[name] / 1e9:.0f}" for name, size in speeds)
    return f"GEMM peak {2 * SIDE**3 / spent['product'] / 1e9:.0f} GFLOP/s; GB/s: {bandwidths}"
