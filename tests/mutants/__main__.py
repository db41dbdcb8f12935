"""`python -m tests.mutants`: small faults put into the program one at a time; does a test notice?

mutmut was looked at first. It draws nothing by a seed, and chooses itself which tests meet a mutant, in which order;
it changes the functions of a tree in place of a commit's, so that "the same mutants before and after" cannot be asked.
"""

from __future__ import annotations

import argparse
import queue
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from tests.mutants.draw import Mutant, draw
from tests.mutants.run import Outcome, copy_of, tried

ROOT = Path(__file__).parents[2]


def main() -> int:
    """0 where every mutant was killed, 1 where one survived."""
    asked = _arguments().parse_args()
    numbered = list(enumerate(draw(ROOT, asked.seed, asked.count, asked.since), 1))
    chosen = [(number, one) for number, one in numbered if not asked.only or number in asked.only]
    if asked.list:
        print(*(f"{number:3}  {one.where}: {one.change.what}\n{one.text}" for number, one in chosen), sep="\n")
        return 0
    with ExitStack() as stack, ThreadPoolExecutor(asked.jobs) as pool:
        trees: queue.Queue[Path] = queue.Queue()
        for _ in range(asked.jobs):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            trees.put(stack.enter_context(copy_of(ROOT, asked.at, folder)))

        def outcome(one: tuple[int, Mutant]) -> Outcome:
            tree = trees.get()
            try:
                found = tried(one[1], tree, asked.limit, asked.first)
            finally:
                trees.put(tree)
            told = "SURVIVED" if found.killed_by is None else found.killed_by
            print(f"{one[0]:3}  {found.mutant.where} | {found.mutant.change.what} | {told}", flush=True)
            return found

        outcomes = list(pool.map(outcome, chosen))
    killed = sum(one.killed_by is not None for one in outcomes)
    print(f"mutants: seed {asked.seed}, {killed} of {len(outcomes)} killed")
    return 0 if killed == len(outcomes) else 1


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--seed", default="1", help="the same seed draws the same mutants")
    parser.add_argument("--count", type=int, default=60, help="how many, a fourth of them from each area")
    parser.add_argument("--since", help="a commit: only functions that are the same there")
    parser.add_argument("--at", default="HEAD", help="the commit whose program and tests are used")
    parser.add_argument("--only", type=int, nargs="+", help="numbers of mutants, from 1")
    parser.add_argument("--first", nargs="+", default=[], help="files of tests to run before all others")
    parser.add_argument("--jobs", type=int, default=1, help="copies side by side")
    parser.add_argument(
        "--limit", type=float, default=900, help="seconds a run of tests may take; more counts as failed"
    )
    parser.add_argument("--list", action="store_true", help="show the changed functions and run nothing")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
