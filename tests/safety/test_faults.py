"""Whatever befalls a run, a file is absent, as it was, or new and whole; nothing else stays; one sentence is said."""

from __future__ import annotations

import os
import random
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.safety.tools.forked import CLOSED, DESERTED, ROOT, Ended, Forks, forks
from tests.safety.tools.outputs import PRINTED, WRITTEN, parse, write_inputs

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are forked"),
]
OLD = b"what was there before\n"
LONGEST_RUN_SECONDS = 0.25
MOST_BYTES = 150
BROKEN_PIPE = 128 + signal.SIGPIPE


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that every user may look into."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o777)
        write_inputs(path)
        yield path


@pytest.fixture(scope="module")
def tnt(folder: Path) -> Iterator[Forks]:
    with tempfile.TemporaryDirectory() as made:
        first = [[*words, "--out", str(Path(made) / name)] for name, words in WRITTEN.items()]
        with forks(first, folder) as server:
            yield server


@pytest.fixture(scope="module")
def whole(tnt: Forks, folder: Path) -> dict[str, bytes]:
    """What each command writes when nothing befalls it."""
    made = folder / "whole"
    made.mkdir()
    for name, words in WRITTEN.items():
        assert tnt.run(*words, "--out", made / name, cwd=folder).code == 0
    return {name: (made / name).read_bytes() for name in WRITTEN}


@pytest.fixture
def place(folder: Path) -> Iterator[Path]:
    """An empty folder to write into."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        Path(name).chmod(0o777)
        yield Path(name)


@pytest.mark.parametrize("name", WRITTEN)
def test_undisturbed_it_is_whole_and_replaces_what_was_there(
    name: str, tnt: Forks, folder: Path, whole: dict[str, bytes], place: Path
) -> None:
    parse(name, whole[name])
    assert _into_old(name, tnt, folder, place).code == 0
    assert _content(place) == {name: whole[name]}


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL], ids=lambda one: one.name
)
@pytest.mark.parametrize("name", WRITTEN)
def test_a_signal_at_any_moment(
    name: str, number: signal.Signals, tnt: Forks, folder: Path, whole: dict[str, bytes], place: Path
) -> None:
    moment = random.Random(f"{name} {number.name}").uniform(0, LONGEST_RUN_SECONDS)
    done = _into_old(name, tnt, folder, place, signal=number, after_seconds=moment)
    left = _content(place)
    written = left.pop(name, OLD)
    assert written in (OLD, whole[name])
    if number == signal.SIGKILL:
        assert done.code in (0, -number)
        assert _into_old(name, tnt, folder, place).code == 0  # the next run tidies up
        left = _content(place)
        assert left.pop(name) == whole[name]
    else:
        assert done.code in (0, -number, 128 + number)
    assert left == {}
    assert done.code == 0 or done.err == "" or written == whole[name]  # what is said of the file comes after it


@pytest.mark.parametrize("name", WRITTEN)
def test_a_full_device(name: str, tnt: Forks, folder: Path, place: Path) -> None:
    if name.startswith("new."):
        pytest.skip("leaves what is there alone")
    (place / name).symlink_to("/dev/full")  # a form must have the ending of one
    _failed_in_a_sentence(tnt.run(*WRITTEN[name], "--out", place / name, cwd=folder), name, "No space left")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_disk_that_fills_up(name: str, tnt: Forks, folder: Path, whole: dict[str, bytes], place: Path) -> None:
    done = _into_old(name, tnt, folder, place, most_bytes=MOST_BYTES)
    if len(whole[name]) <= MOST_BYTES:
        assert done.code == 0
        return
    _failed_in_a_sentence(done, "", "larger than is allowed")
    assert _content(place) == ({} if name.startswith("new.") else {name: OLD})


@pytest.mark.parametrize("name", WRITTEN)
def test_a_folder_that_may_only_be_read(name: str, tnt: Forks, folder: Path, place: Path) -> None:
    _needs_another_user()
    place.chmod(0o555)
    done = tnt.run(*WRITTEN[name], "--out", place / name, cwd=folder, is_nobody=True)
    _failed_in_a_sentence(done, name, "Permission denied")
    assert _content(place) == {}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_that_may_only_be_read(name: str, tnt: Forks, folder: Path, place: Path) -> None:
    if name.startswith("new."):
        pytest.skip("leaves a file that is there alone")
    _needs_another_user()
    (place / name).write_bytes(OLD)
    (place / name).chmod(0o444)
    done = tnt.run(*WRITTEN[name], "--out", place / name, cwd=folder, is_nobody=True)
    _failed_in_a_sentence(done, name, "Permission denied")
    assert _content(place) == {name: OLD}


@pytest.mark.parametrize("name", PRINTED)
def test_standard_output_on_a_full_device(name: str, tnt: Forks, folder: Path) -> None:
    done = tnt.run(*PRINTED[name], cwd=folder, out="/dev/full")
    _failed_in_a_sentence(done, "standard output", "No space left")


@pytest.mark.parametrize("name", PRINTED)
def test_standard_output_that_is_closed(name: str, tnt: Forks, folder: Path) -> None:
    done = tnt.run(*PRINTED[name], cwd=folder, out=CLOSED)
    _failed_in_a_sentence(done, "standard output", "It is closed")


@pytest.mark.parametrize("name", PRINTED)
def test_a_reader_who_has_gone(name: str, tnt: Forks, folder: Path) -> None:
    done = tnt.run(*PRINTED[name], cwd=folder, out=DESERTED)
    assert (done.code, done.err) == (BROKEN_PIPE, "")


@pytest.mark.parametrize("name", PRINTED)
def test_every_stream_closed(name: str, tnt: Forks, folder: Path) -> None:
    assert tnt.run(*PRINTED[name], cwd=folder, given=CLOSED, out=CLOSED, err=CLOSED).code == 1


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_needs_no_streams(name: str, tnt: Forks, folder: Path, whole: dict[str, bytes], place: Path) -> None:
    done = tnt.run(*WRITTEN[name], "--out", place / name, cwd=folder, given=CLOSED, out=CLOSED, err=CLOSED)
    assert done.code == 0
    assert _content(place) == {name: whole[name]}


def _into_old(name: str, tnt: Forks, folder: Path, place: Path, **befalls: int | float) -> Ended:
    """Write over a file that is there; `new` writes over none, so there is none."""
    (place / name).write_bytes(OLD)
    if name.startswith("new."):
        (place / name).unlink()
    return tnt.run(*WRITTEN[name], "--out", place / name, cwd=folder, **befalls)  # type: ignore[arg-type]


def _content(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.iterdir()}


def _failed_in_a_sentence(done: Ended, about: str, reason: str) -> None:
    assert done.code == 1
    assert done.out == b""
    assert about in done.err
    assert reason in done.err
    assert done.err.count("\n") == 1


def _needs_another_user() -> None:
    """Rights do not hold root back; another user must then be able to read Python and this project."""
    if os.getuid() == 0 and not all(path.stat().st_mode & 0o001 for path in (ROOT, *ROOT.parents)):
        pytest.skip("run by root, and nobody else may look into the project")
