"""What may be chosen or moved changes no figure of an estimate, and no draw of one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.command_line import CAPACITY, LISTS, TABLE
from tests.reading.fit.packs import guideline
from tnt import estimate, load, simulate
from tnt.report.files.json import to_json

MOVES = (
    ", may_move: {nurse: {share: {low: 20 %, mean: 60 %, high: 80 %}, minutes_factor: 2, "
    "supervision: {role: gp, time: 9 min}}}"
)
TASK = "{role: gp, time: {low: 8 min, mean: 10 min, high: 15 min}, frequency: 1 / year, activity: talk"


def figures(folder: Path, text: str) -> tuple[Any, str]:
    """An estimate without the bytes of its files and where in them its numbers stand, and what is drawn of it."""
    folder.mkdir()
    for name, said in {"g.yaml": text, "l.yaml": LISTS, "lists.csv": TABLE, "c.yaml": CAPACITY}.items():
        (folder / name).write_text(said, "utf-8")
    inputs = load(folder)
    result = json.loads(to_json(estimate(inputs)))
    del result["manifest"], result["inputs"]
    for number in result["numbers"]:
        del number["file"], number["line"]
    return result, repr(simulate(inputs, draws=128)).replace(str(folder), "")


def test_the_same_hours_with_and_without(tmp_path: Path) -> None:
    plain = guideline(task=TASK + "}", a="", b="", c="")
    said = guideline(
        task=f"{TASK}{MOVES}}}",
        a="instead_of: [b, heart/x], may_be_partial: true",
        b="needs: [c]",
        c="needs: {any: [heart/y]}",
    )
    assert figures(tmp_path / "plain", plain) == figures(tmp_path / "said", said)
