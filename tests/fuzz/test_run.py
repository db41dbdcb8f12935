"""The loop goes on when a worker ends or is stuck, and what was found stays found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.oracle import faults
from tests.fuzz.play import play
from tests.fuzz.run import Wanted, fuzz
from tests.fuzz.saved import code_of, load

FOUND = sorted((Path(__file__).parent / "found").glob("*.json"))


def test_the_loop_survives_what_workers_do(tmp_path):
    wanted = Wanted("1", tmp_path, inputs=12, jobs=2, worker="tests.fuzz.planted", stuck_seconds=3)
    outcome = fuzz(wanted)
    assert outcome.inputs == 10
    assert {key: fault["number"] for key, fault in outcome.faults.items()} == {
        "worker left with 7": 2,
        "worker stuck": 4,
        "planted": 5,
    }


def test_the_loop_keeps_to_its_time(tmp_path):
    outcome = fuzz(Wanted("1", tmp_path, seconds=1, jobs=1, worker="tests.fuzz.planted"))
    assert outcome.seconds < 10


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_stays_mended(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = load(path)
    played = play(given, tmp_path)
    assert faults(given, played) == []
    assert played.code == code_of(path), played.err
