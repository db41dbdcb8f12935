"""The whole way, English lists and Norwegian pack, stage by stage: what the time goes to."""

import subprocess
import sys
import time
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tnt.compile.inputs import load
from tnt.reading.shipped import default_pack
from tnt.result.estimate import estimate
from tnt.result.to_csv import write_csv

IMPORTS = "import time; t = time.perf_counter(); import tnt; tnt.load, tnt.estimate; import tnt.result.to_csv; print(time.perf_counter() - t)"


@pytest.mark.bench
def test_where_the_time_goes(shared: Path, benchmark: Any) -> None:
    lists = shared / "examples" / "lists-england.yaml"
    imports = min(
        float(subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )
    stages = {"import": imports, "read, check, compile": 9.0, "compute": 9.0, "write": 9.0}

    def whole_way() -> None:
        start = time.perf_counter()
        inputs = load(default_pack(), lists=lists, as_of=date(2026, 11, 22))
        read = time.perf_counter()
        result = estimate(inputs)
        computed = time.perf_counter()
        write_csv(result.lists, BytesIO())
        written = time.perf_counter()
        for stage, seconds in zip(list(stages)[1:], (read - start, computed - read, written - computed), strict=True):
            stages[stage] = min(stages[stage], seconds)

    benchmark.pedantic(whole_way, rounds=5)
    total = sum(stages.values())
    print(
        "\nEngland 2016 x the Norwegian pack, CSV of every list: "
        + ", ".join(f"{stage} {seconds / total:.0%}" for stage, seconds in stages.items())
    )
    assert stages["write"] < stages["read, check, compile"] + stages["compute"]
