"""Runs the main job once and prints the CPU time of each stage: `python stages.py PACK LISTS OUT`."""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

STAGES = {
    "choose": "read and check the guidelines",
    "read_lists": "read and check the lists",
    "reference_population": "read and check the lists",
    "compile_rules": "compile",
    "counts": "compile",
    "_capacity": "compile",
    "records": "compile",
    "fold": "compile",
    "notices": "compile",
}
"""What `tnt.load` calls, and the stage it belongs to."""


def main(pack: str, lists: str, out: str) -> dict[str, float]:
    """Stage -> CPU seconds, all threads; the start of Python itself is not in it."""
    spent: dict[str, float] = defaultdict(float)

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                result = function(*arguments, **named)
                return list(result) if hasattr(result, "__next__") else result
            finally:
                spent[stage] += time.process_time() - begun

        return run

    def imported() -> tuple[Any, ...]:
        import tnt.compile.inputs
        from tnt.estimating.estimate import estimate
        from tnt.report.files.csv import write_csv

        return tnt.compile.inputs, estimate, write_csv

    inputs, estimate, write_csv = timed("import", imported)()
    for name, stage in STAGES.items():
        setattr(inputs, name, timed(stage, getattr(inputs, name)))
    compiled = inputs.load(pack, lists=lists)
    result = timed("compute", estimate)(compiled)
    with Path(out).open("wb") as file:
        timed("write CSV of every list", write_csv)(result.lists, file)
    spent["other"] = time.process_time() - sum(spent.values())
    return spent


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
