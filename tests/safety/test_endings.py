"""Signals, temporary files and inputs that are gone: beside what befalls every format."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from tests.command_line import Run
from tests.safety.tools.forked import ROOT, Forks, forks
from tests.safety.tools.outputs import ENDING, PRINTED, WRITTEN, write_inputs

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("endings")
    write_inputs(path)
    return path


@pytest.fixture(scope="module")
def forked(folder: Path) -> Iterator[Forks]:
    with forks([["estimate", "in", "--format", "xlsx", "--out", os.devnull]], folder) as server:
        yield server


_STOPS_HALFWAY = """
import signal, sys, time
from tnt import main
from tnt.cli import output
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)  # whoever started the tests may have told them to pass these over
def half(file, data):
    file.write(data[:10])
    file.flush()
    print("half", file=sys.stderr, flush=True)
    time.sleep(60)
output._write = half
main.main()
"""


@pytest.mark.parametrize("number", ENDING, ids=lambda one: one.name)
def test_a_signal_while_the_file_is_half_written(number: signal.Signals, tmp_path: Path, tnt: Run) -> None:
    (tmp_path / "out.json").write_text("old")
    command = [sys.executable, "-c", _STOPS_HALFWAY, "schema", "--out", "out.json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"half\n"
        process.send_signal(number)
        code = process.wait(timeout=20)
        assert process.stderr.read() == b""
    assert (tmp_path / "out.json").read_text() == "old"
    if number == signal.SIGKILL:
        assert len(list(tmp_path.iterdir())) == 2
        assert tnt("schema", "--out", "out.json").returncode == 0
    else:
        assert code == 128 + number
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("name", ["estimate.xlsx", "lists.xlsx", "write.xlsx", "compare.table"])
def test_a_killed_run_leaves_nothing_among_temporary_files_that_the_next_does_not_remove(
    name: str, forked: Forks, folder: Path, tmp_path: Path
) -> None:
    environment, out = {"TMPDIR": str(tmp_path)}, folder / name
    for moment in (0.02, 0.05, 0.08, 0.11):
        forked.run(
            *WRITTEN[name], "--out", out, cwd=folder, env=environment, signal=signal.SIGKILL, after_seconds=moment
        )
    assert forked.run(*WRITTEN[name], "--out", out, cwd=folder, env=environment).code == 0
    assert list(tmp_path.iterdir()) == []
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        forked.run(*WRITTEN[name], "--out", out, cwd=folder, env=environment, signal=number, after_seconds=0.06)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["estimate.xlsx", "lists.xlsx", "write.xlsx", "compare.table"])
@pytest.mark.parametrize("lang", ["en", "nb"])
def test_no_place_for_temporary_files(
    name: str, lang: str, tnt: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", nowhere)
    monkeypatch.chdir(folder)
    words = [str(folder / word) if word in ("in", "answers.csv") else word for word in WRITTEN[name]]
    done = tnt(*words, "--out", tmp_path / name, "--lang", lang)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("TMPDIR: ")
    assert done.stderr.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["estimate.xlsx", "lists.xlsx", "write.xlsx"])
def test_the_place_for_temporary_files_is_full(
    name: str, tnt: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> tuple[int, str]:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    words = [str(folder / word) if word == "in" else word for word in WRITTEN[name]]
    done = tnt(*words, "--out", tmp_path / name)
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_missing_place_for_temporary_files_is_passed_over(forked: Forks, folder: Path, tmp_path: Path) -> None:
    environment = {"TMPDIR": str(tmp_path / "none")}
    done = forked.run(*WRITTEN["estimate.xlsx"], "--out", tmp_path / "out.xlsx", cwd=folder, env=environment)
    assert (done.code, done.err) == (0, "")


def test_what_the_parent_has_said_to_ignore_stays_ignored(forked: Forks, folder: Path, tmp_path: Path) -> None:
    done = forked.run(
        *WRITTEN["report.html"],
        "--out",
        tmp_path / "out.html",
        cwd=folder,
        signal=signal.SIGHUP,
        after_seconds=0.03,
        ignored=[signal.SIGHUP],
    )
    assert done.code == 0
    assert (tmp_path / "out.html").exists()


def test_a_run_whose_output_nobody_reads_ends_when_it_is_asked_to(folder: Path) -> None:
    command = [sys.executable, "-m", "tnt", *WRITTEN["schema.json"]]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        _wait_until_full(process.stdout.fileno())
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) in (-signal.SIGTERM, 128 + signal.SIGTERM)
        assert process.stderr is not None
        assert process.stderr.read() == b""


def _wait_until_full(pipe: int) -> None:
    """Until nothing has been added for a while to what stands in it."""
    waiting, before = bytearray(4), b""
    for _ in range(200):
        fcntl.ioctl(pipe, termios.FIONREAD, waiting)
        if before == waiting != bytes(4):
            return
        before = bytes(waiting)
        time.sleep(0.1)


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_a_file_with_other_names_is_refused_in_a_sentence(lang: str, tnt: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("old")
    (tmp_path / "other.json").hardlink_to(tmp_path / "out.json")
    done = tnt("schema", "--out", "out.json", LC_ALL=lang)
    assert done.returncode == 1
    assert b"out.json: " in done.stderr
    assert ("hard links" if lang == "en" else "harde lenker").encode() in done.stderr
    assert (tmp_path / "other.json").read_text() == "old"


def test_a_link_that_leads_back_to_itself(tnt: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").symlink_to("out.json")
    done = tnt("schema", "--out", "out.json")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"leads back to itself" in done.stderr


READ = {name: words for name, words in (WRITTEN | PRINTED).items() if {"in", "answers.csv"} & set(words)}


@pytest.mark.parametrize("gone", ["demo.yaml", "lists.yaml", "lists.csv", "capacity.yaml", "answers.csv"])
@pytest.mark.parametrize("name", READ)
def test_an_input_that_is_gone_between_looking_and_reading(
    name: str, gone: str, tnt: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_inputs(tmp_path)
    before = Path.open

    def open_or_not(path: Path, *words: Any, **named: Any) -> IO[Any]:
        if path.name == gone:
            path.unlink(missing_ok=True)
        return before(path, *words, **named)

    monkeypatch.setattr(Path, "open", open_or_not)
    out = [] if name in PRINTED else ["--out", tmp_path / "out" / name]
    (tmp_path / "out").mkdir()
    done = tnt(*READ[name], *out)
    assert done.returncode in (0, 1)
    assert b"fault in tnt" not in done.stderr
    assert b"Traceback" not in done.stderr
    assert (list((tmp_path / "out").iterdir()) != []) == (done.returncode == 0 and out != [])


def test_a_pipe_by_name_gets_everything(tnt: Run, tmp_path: Path) -> None:
    read, write = os.pipe()
    got: list[bytes] = []

    def take() -> None:
        with os.fdopen(read, "rb") as file:
            got.append(file.read())

    reader = threading.Thread(target=take)
    reader.start()
    assert tnt("schema", "--out", f"/dev/fd/{write}").returncode == 0
    os.close(write)
    reader.join(timeout=20)
    assert got[0].endswith(b"}\n")
