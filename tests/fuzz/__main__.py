"""`python -m tests.fuzz`: fuzz for some minutes or inputs, or play inputs that were saved."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.fuzz.corpus import corpus
from tests.fuzz.inputs import Inputs
from tests.fuzz.oracle import faults
from tests.fuzz.play import play
from tests.fuzz.run import Wanted, fuzz
from tests.fuzz.saved import load, save


def main() -> int:
    """0 where nothing was found, 1 where something was."""
    asked = _arguments().parse_args()
    if asked.replay:
        return max(_replay(path) for path in asked.replay)
    wanted = Wanted(asked.seed, asked.keep, asked.inputs, asked.minutes * 60, asked.jobs, tuple(asked.also))
    found = fuzz(wanted, lambda fault: _tell(fault, wanted))
    each = found.inputs / max(found.seconds, 1)
    took = f"{found.seconds:.0f} s ({each:.0f}/s)"
    print(f"fuzz: seed {asked.seed}, {found.inputs} inputs in {took}, {len(found.faults)} faults")
    return 1 if found.faults or not found.inputs else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seed", default="1", help="the same seed gives the same inputs")
    parser.add_argument("--inputs", type=int, default=10**9, help="how many, at most")
    parser.add_argument("--minutes", type=float, default=10**6, help="how long, at most")
    parser.add_argument("--jobs", type=int, default=2, help="workers side by side")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="folder for inputs that made a fault")
    parser.add_argument(
        "--also", type=Path, action="append", default=[], help="a folder to mutate beside the project's own"
    )
    parser.add_argument("--replay", type=Path, nargs="+", help="saved inputs to play instead")
    return parser


def _tell(fault: dict[str, Any], wanted: Wanted) -> None:
    file = fault.get("file") or _kept(fault, wanted)
    print(f"{fault['seconds']:6.0f} s, input {fault['number']}: {fault['key']}")
    for detail in (fault.get("fault", {}).get("detail"), file):
        if detail:
            print(f"         {json.dumps(detail)}", flush=True)


def _kept(fault: dict[str, Any], wanted: Wanted) -> str:
    """The input that took its worker with it, saved by who is left."""
    path = wanted.keep / f"input-{wanted.seed}-{fault['number']}.json"
    save(path, Inputs(corpus(wanted.also), wanted.seed)[fault["number"]])
    return str(path)


def _replay(path: Path) -> int:
    given = load(path)
    with tempfile.TemporaryDirectory() as folder:
        here = Path.cwd()
        played = play(given, Path(folder).resolve())
        found = faults(given, played)
        os.chdir(here)
    print(f"{path}: {json.dumps(given.words)} left with {played.code}; {len(found)} faults")
    sys.stdout.write(played.out.decode("utf-8", "backslashreplace")[:2000] + played.err[:4000])
    for fault in found:
        print(f"FAULT {fault.key}: {fault.detail!a}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
