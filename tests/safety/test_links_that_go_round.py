"""A link that leads back to itself, wherever a path may be given: a sentence that says so, and no fault of tnt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import Run
from tests.command_line import pack as pack
from tests.command_line import tnt as tnt
from tests.safety.tools.repositories import git

STRATEGIES = """\
format: tnt/1
strategies: s
cohort: {ages: 40-49}
horizon: 5 years
options: {a: {recommendations: [demo/check]}}
"""
GIVEN = [
    "check round.yaml",
    "check . round.yaml",
    "estimate round.yaml",
    "estimate . round.yaml",
    "estimate . --lists round.yaml",
    "estimate . --capacity round.yaml",
    "estimate . --capacity hours --capacity round.yaml",
    "estimate . --scenario round.yaml",
    "report round.yaml",
    "lists round.yaml",
    "lists . --lists round.yaml",
    "years round.yaml",
    "years . --projection round.yaml",
    "years . --capacity round.yaml",
    "strategies round.yaml",
    "strategies . strategies.yaml --lists round.yaml",
    "compare base round.yaml",
    "compare round.yaml base",
    "compare base round",
    "compare base base --pack round.yaml",
    "compare base 2020-01-01 --lists round.yaml",
    "explain demo/check round.yaml",
    "test round.yaml",
    "survey write round.yaml --out form.xlsx",
    "survey read round.csv",
    "survey read round.xlsx",
    "survey read answers.csv --pack round.yaml",
    "estimate round/demo.yaml",
    "check round",
]
WRITTEN = [
    "estimate . --format csv --out {}",
    "estimate . --format json --out {}",
    "report . --out {}",
    "compare base 2020-01-01 --out {}",
    "lists . --out {}",
    "years demo.yaml --out {}",
    "schema --out {}",
    "new guideline --out {}",
    "survey read answers.csv --out {}",
    "survey write . --out {}.html",
]


@pytest.fixture
def folder(pack: Path) -> Path:
    """The pack below a folder in which links go round."""
    for name in ("round", "round.yaml", "round.csv", "round.xlsx", "round.html"):
        (pack / name).symlink_to(name)
    (pack / "strategies.yaml").write_text(STRATEGIES, encoding="utf-8")
    (pack / "answers.csv").write_text("respondent,task,minutes\nr-01,demo/check/tasks/visit,10\n")
    return pack


@pytest.mark.parametrize("words", GIVEN)
def test_as_what_is_read(tnt: Run, folder: Path, words: str) -> None:
    if " ." in words:  # the pack by its files, since a link in a folder is another matter
        words = words.replace(" .", " demo.yaml lists.yaml capacity.yaml", 1)
    done = tnt(*words.split())
    said = done.stderr.decode() + done.stdout.decode()
    assert done.returncode == 1
    assert "fault in tnt" not in said
    assert "the link leads back to itself" in said
    assert "TNT001" in said


@pytest.mark.parametrize("words", WRITTEN)
def test_as_what_is_written(tnt: Run, folder: Path, words: str) -> None:
    words = words.format("round").replace(" .", " demo.yaml lists.yaml capacity.yaml", 1)
    done = tnt(*words.split())
    said = done.stderr.decode()
    assert done.returncode == 1
    assert "fault in tnt" not in said
    assert "round" in said
    assert "link" in said


def test_as_a_folder_of_git(tnt: Run, folder: Path) -> None:
    (folder / ".git").symlink_to(".git")
    for side in ("git:HEAD",):
        said = tnt("compare", side, "base", "--pack", "demo.yaml").stderr.decode()
        assert "TNT807" in said
    (folder / ".git").unlink()
    (folder / ".git").write_text("gitdir: round\n")
    assert "TNT807" in tnt("compare", "git:HEAD", "base", "--pack", "demo.yaml").stderr.decode()


def test_as_the_pack_at_a_revision(tnt: Run, folder: Path) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", "demo.yaml")
    git(folder, "commit", "--quiet", "--message", "First")
    done = tnt("compare", "git:HEAD", "base", "--pack", "round.yaml")
    assert done.returncode == 1
    assert "TNT807" in done.stderr.decode()


def test_in_norwegian(tnt: Run, folder: Path) -> None:
    assert "fører tilbake til seg selv" in tnt("check", "round.yaml", "--lang", "nb").stdout.decode()
