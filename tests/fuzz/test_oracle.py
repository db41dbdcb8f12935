"""The oracle flags each kind of fault, and nothing in an ordinary run."""

from __future__ import annotations

import time
import warnings
from pathlib import Path

import pytest

import tnt.check.check
from tests.fuzz import bounds
from tests.fuzz.corpus import corpus
from tests.fuzz.inputs import Input
from tests.fuzz.mutations.hostile import OUTSIDE, SCRIPT
from tests.fuzz.oracle import faults
from tests.fuzz.play import Played, play
from tests.fuzz.saved import load, save
from tests.fuzz.shrink import shrunk

CHECK = Input({"a.yaml": b"format: tnt/1\n"}, ("check", "."), "80")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kinds_of(given: Input, played: Played) -> set[str]:
    return {fault.kind for fault in faults(given, played)}


ENDS = {
    "nothing said": (CHECK, Played(1, b"", "", {}), "silence"),
    "nothing done": (CHECK, Played(0, b"", "", {}), "silence"),
    "a code there is not": (CHECK, Played(3, b"x", "", {}), "exit code"),
    "what lies outside": (CHECK, Played(1, b"", OUTSIDE, {}), "leak"),
    "a control character": (CHECK, Played(1, b"\x1b[31m", "", {}), "output"),
    "one on standard error": (CHECK, Played(1, b"", "\x9b31m", {}), "output"),
    "a direction mark": (CHECK, Played(1, "\u202e".encode(), "", {}), "output"),
    "a second file": (CHECK, Played(0, b"x", "", {"watched/pack/.x.part": b""}), "stray file"),
    "no JSON": (Input({}, ("check", ".", "--format", "json"), "80"), Played(1, b"[", "", {}), "output"),
    "no number": (Input({}, ("lists", "--format", "json"), "80"), Played(0, b"[NaN]", "", {}), "output"),
    "a ragged table": (Input({}, ("lists", "--format", "csv"), "80"), Played(0, b"a,b\n1\n", "", {}), "output"),
    "nan for a figure": (Input({}, ("lists",), "80"), Played(0, b"hours nan\n", "", {}), "output"),
    "a script": (Input({}, ("report",), "80"), Played(0, f"<html>{SCRIPT}".encode(), "", {}), "output"),
    "an address that runs": (
        Input({}, ("report",), "80"),
        Played(0, b"<html><a href=javascript:x>", "", {}),
        "output",
    ),
    "no annotation": (Input({}, ("check", "--format", "github"), "80"), Played(1, b"x\n", "", {}), "output"),
    "no workbook": (
        Input({}, ("estimate", "--format", "xlsx", "--out", "../out/o.xlsx"), "80"),
        Played(0, b"", "", {"watched/out/o.xlsx": b"PK"}),
        "output",
    ),
}


@pytest.mark.parametrize("name", ENDS)
def test_each_kind_of_end_is_a_fault(name):
    given, played, kind = ENDS[name]
    assert kinds_of(given, played) == {kind}


def test_an_exception_is_a_fault_named_by_its_place(root, monkeypatch):
    monkeypatch.setattr(tnt.check.check, "check", lambda paths: {}["nothing"])
    (fault,) = faults(CHECK, play(CHECK, root))
    assert fault.key == "KeyError at check/command.py:check"


def test_a_warning_is_a_fault(root, monkeypatch):
    def warned(paths: object) -> None:
        warnings.warn("overflow", RuntimeWarning, stacklevel=1)

    monkeypatch.setattr(tnt.check.check, "check", warned)
    assert "warning" in kinds_of(CHECK, play(CHECK, root))


def test_a_hang_is_a_fault_and_ends(root, monkeypatch):
    def spins(paths: object) -> None:
        while True:
            time.monotonic()

    play(CHECK, root)  # so that the time goes where it is meant to
    monkeypatch.setattr(bounds, "CPU_SECONDS", 1)
    monkeypatch.setattr(tnt.check.check, "check", spins)
    assert kinds_of(CHECK, play(CHECK, root)) == {"hang"}


def test_so_is_waiting_for_nothing(root, monkeypatch):
    play(CHECK, root)
    monkeypatch.setattr(bounds, "WALL_SECONDS", 2)
    monkeypatch.setattr(tnt.check.check, "check", lambda paths: time.sleep(60))
    assert kinds_of(CHECK, play(CHECK, root)) == {"hang"}


def test_too_much_memory_is_a_fault(root, monkeypatch):
    monkeypatch.setattr(tnt.check.check, "check", lambda paths: bytearray(3 * 10**9))
    assert kinds_of(CHECK, play(CHECK, root)) == {"memory"}


def test_an_input_that_is_changed_is_a_fault(root, monkeypatch):
    monkeypatch.setattr(tnt.check.check, "check", lambda paths: Path("a.yaml").write_bytes(b""))
    assert "input changed" in kinds_of(CHECK, play(CHECK, root))


@pytest.mark.parametrize("name", ["seed/clinic", "seed/country", "seed/clinic-parquet", "shipped/no"])
@pytest.mark.parametrize("form", ["table", "json", "csv", "xlsx", "parquet"])
def test_an_ordinary_run_has_none(root, name, form):
    (files,) = (world.files for world in corpus() if world.name == name)
    words = ("estimate", ".", "--as-of", "2026-11-22", "--format", form, "--out", f"../out/o.{form}")
    played = play(Input(files, words, "80"), root)
    assert (played.code, faults(Input(files, words, "80"), played)) == (0, [])


def test_what_is_saved_is_the_same_when_it_is_played_again(root):
    given = Input({"a.yaml": b"\xff", "b\udcff.yaml": b"x: \xc3\xb8\n"}, ("check", "b\udcff.yaml"), "40", "a")
    save(root / "a.json", given)
    assert load(root / "a.json") == given


def test_what_does_not_matter_is_left_out():
    files = {"a.yaml": b"1\n2\nthree\n4\n", "b.yaml": b"5\n"}
    found = shrunk(
        Input(files, ("check", ".", "--lang", "nb"), "80"), lambda one: b"three" in one.files.get("a.yaml", b"")
    )
    assert (found.files, found.words) == ({"a.yaml": b"three\n"}, ("check",))
