"""Tests against one mutant after another, each in a copy of the tree."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.draw import Mutant

_NOT_RUN = {"mutants", "bench"}
_DEAR = {"safety", "fuzz", "packs"}
"""Folders whose tests come last."""


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: the test that failed, or None."""

    mutant: Mutant
    killed_by: str | None


@contextmanager
def copy_of(root: Path, commit: str, folder: Path) -> Iterator[Path]:
    """The tree of a commit below the folder, with `shared` beside it where it lies beside the project."""
    tree = folder / "tnt"
    tree.mkdir()
    packed = subprocess.run(["git", "archive", commit], cwd=root, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(tree, filter="data")
    if (shared := root.parent / "shared").is_dir():
        (folder / "shared").symlink_to(shared.resolve())
    yield tree


def tried(mutant: Mutant, tree: Path, limit_seconds: float, first: Sequence[str] = ()) -> Outcome:
    """Run the tests of the files in `first`, then the likeliest.

    ValueError where the function does not stand in the tree as it was drawn.
    """
    files = [path for path in (tree / "tnt").rglob("*.py") if mutant.function.text in path.read_text("utf-8")]
    if len(files) != 1:
        raise ValueError(f"{mutant.where} stands in {len(files)} files")
    source = files[0].read_text("utf-8")
    _write(files[0], mutant.applied(source))
    try:
        module = files[0].relative_to(tree).with_suffix("").parts
        known = [name for name in first if (tree / name).exists()]
        for tests in [*([known] if known else []), *likeliest_first(module, tree)]:
            if killer := _killer(tests, tree, limit_seconds):
                return Outcome(mutant, killer)
        return Outcome(mutant, None)
    finally:
        _write(files[0], source)


def likeliest_first(module: tuple[str, ...], tree: Path) -> list[list[str]]:
    """Files of tests: those that name the module, its package, others, and those that take long."""
    stages: list[list[str]] = [[], [], [], []]
    package, name = ".".join(module[:-1]), module[-1]
    for path in sorted((tree / "tests").rglob("test_*.py")):
        folders = path.relative_to(tree / "tests").parts[:-1]
        if _NOT_RUN & set(folders):
            continue
        text = path.read_text("utf-8")
        if re.search(rf"\b{re.escape(package)}(\.| import .*\b){name}\b", text) or path.stem == f"test_{name}":
            stage = 0
        elif module[1] in folders or package in text:
            stage = 1
        else:
            stage = 3 if _DEAR & set(folders) else 2
        stages[stage].append(str(path.relative_to(tree)))
    return [stage for stage in stages if stage]


def _killer(tests: list[str], tree: Path, limit_seconds: float) -> str | None:
    """The first test that fails; a run that takes too long has failed too. RuntimeError where pytest cannot run."""
    words = ["-x", "-n", "0", "-q", "--tb=no", "-p", "no:cacheprovider", "--hypothesis-seed=0", *tests]
    environment = os.environ | {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "pytest", *words],
        cwd=tree,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as run:
        try:
            said, _ = run.communicate(timeout=limit_seconds)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            return f"more than {limit_seconds:.0f} s in {tests[0]} and others"
    if run.returncode in (0, 5):  # all passed, or none was chosen
        return None
    failed = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - |$)", said, re.MULTILINE)
    if failed is None and run.returncode > 2:
        raise RuntimeError(said[-2000:])
    return failed[1] if failed else f"pytest ended with {run.returncode}"


def _write(path: Path, source: str) -> None:
    path.write_text(source, "utf-8")
    for compiled in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
        compiled.unlink()
