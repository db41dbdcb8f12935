"""The whole way in processes of their own: the English lists of 2016, the shipped Norwegian pack, CSV of every list."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.ratios import note
from tnt.reading.shipped import default_pack

SCRIPT = Path(__file__).parent / "stages.py"
RUNS = 5


@pytest.mark.bench
def test_the_share_of_each_stage(shared: Path, tmp_path: Path) -> None:
    """Prints them; what importing costs, and why, stands in docs/speed.md. Writing may not cost more than the work."""
    least: dict[str, float] = {}
    for _ in range(RUNS + 1):
        for stage, seconds in stages(shared / "examples" / "lists-england.yaml", tmp_path).items():
            least[stage] = min(seconds, least.get(stage, seconds))
    whole = sum(least.values())
    shares = ", ".join(f"{stage} {seconds / whole:.1%}" for stage, seconds in least.items())
    note(f"England 2016 x Norwegian pack, CSV of every list: {shares}")
    writing = least["write CSV of every list"]
    assert writing <= sum(
        seconds for stage, seconds in least.items() if stage.startswith(("read", "compile", "compute"))
    )


def stages(lists: Path, folder: Path) -> dict[str, float]:
    """CPU seconds of one run, by stage; compiled modules are kept in `folder`, as an installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, str(SCRIPT), str(default_pack()), str(lists), str(folder / "lists.csv")]
    environment = kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    spent: dict[str, float] = json.loads(done.stdout)
    return spent
