import errno
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

import pytest

from tnt.show.files import write_whole
from tnt.show.unfinished import remove_leftovers, scratch_folder, unfinished_file


def put(data: bytes):  # type: ignore[no-untyped-def]
    def write(file: BinaryIO) -> None:
        file.write(data)

    return write


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_whole(path, put(b"one"))
    write_whole(path, put(b"two"))
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_halfway_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")

    def fail(file: BinaryIO) -> None:
        file.write(b"half")
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        write_whole(path, fail)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "there" / "out.csv")
    write_whole(link, put(b"new"))
    assert link.is_symlink()
    assert (tmp_path / "there" / "out.csv").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_straight(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, put(b"through"))
    reader.join(timeout=5)
    assert read == [b"through"]


def test_the_new_file_has_the_rights_every_new_file_has(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_whole(path, put(b""))
    (tmp_path / "plain").touch()
    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o200])
def test_a_file_that_is_written_over_keeps_its_rights(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    path.chmod(mode)
    write_whole(path, put(b"new"))
    assert path.stat().st_mode & 0o777 == mode
    assert path.stat().st_size == 3


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root gives files away")
def test_a_file_that_is_written_over_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    os.chown(path, 1234, 4321)
    write_whole(path, put(b"new"))
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 4321)


def test_a_group_that_cannot_be_kept_sees_no_more_than_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    path.chmod(0o664)
    old = list(path.stat())
    old[5] += 1  # the group

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tnt.show.files._there", lambda _: os.stat_result(old))
    monkeypatch.setattr(os, "chown", refuse)
    write_whole(path, put(b"new"))
    assert path.stat().st_mode & 0o777 == 0o644


def test_nothing_can_be_seen_of_a_private_file_while_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.touch(mode=0o600)
    modes = []

    def write(file: BinaryIO) -> None:
        modes.extend(one.stat().st_mode & 0o077 for one in tmp_path.iterdir())

    write_whole(path, write)
    assert modes == [0, 0]


def test_a_file_with_other_names_is_left_as_it_is(tmp_path: Path) -> None:
    path, other = tmp_path / "out.csv", tmp_path / "other.csv"
    path.write_bytes(b"old")
    other.hardlink_to(path)
    with pytest.raises(OSError, match=r"out\.csv") as told:
        write_whole(path, put(b"new"))
    assert told.value.errno == errno.EMLINK
    assert other.read_bytes() == path.read_bytes() == b"old"
    assert path.samefile(other)


def test_a_link_that_leads_back_to_itself_is_an_error_of_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.symlink_to(path)
    with pytest.raises(OSError, match=r"out\.csv") as told:
        write_whole(path, put(b"new"))
    assert told.value.errno == errno.ELOOP
    assert path.is_symlink()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_device_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="/dev/full"):
        write_whole(Path("/dev/full"), put(b"new"))


def test_a_name_may_be_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".csv")
    write_whole(path, put(b"new"))
    assert path.read_bytes() == b"new"


def test_two_runs_never_have_the_same_name_for_what_is_unfinished(tmp_path: Path) -> None:
    with unfinished_file(tmp_path, 0o600) as (one, _), unfinished_file(tmp_path, 0o600) as (other, _):
        assert one != other
        assert str(os.getpid()) not in one.name.split(".")


_WAITS = """
import sys
from pathlib import Path
from tnt.show.unfinished import scratch_folder, unfinished_file
with unfinished_file(Path(sys.argv[1]), 0o600) as (path, _), scratch_folder() as folder:
    print(path.name, folder.name, flush=True)
    sys.stdin.read()
"""


def test_what_a_run_that_lives_has_not_finished_stays_and_what_a_dead_one_left_goes(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _WAITS, str(tmp_path)]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, text=True) as run:
        assert run.stdout is not None
        names = set(run.stdout.readline().split())
        assert len(names) == 2
        (tmp_path / ".tnt-0000000000000000.part").write_bytes(b"left by a run that is no more")
        remove_leftovers(tmp_path)
        assert {path.name for path in tmp_path.iterdir()} == names
        run.kill()
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_only_looks_like_a_leftover_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    (tmp_path / ".tnt-0000000000000000.part").symlink_to(tmp_path / "kept")
    (tmp_path / ".tnt-1.part").touch()
    (tmp_path / "x.tnt-0000000000000000.part").touch()
    remove_leftovers(tmp_path)
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root gives files away")
def test_what_another_user_left_stays(tmp_path: Path) -> None:
    path = tmp_path / ".tnt-0000000000000000.part"
    path.touch()
    os.chown(path, 1234, -1)
    remove_leftovers(tmp_path)
    assert path.exists()


def test_where_there_are_no_locks_nothing_is_taken_for_a_leftover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    path = tmp_path / ".tnt-0000000000000000.part"
    path.touch()
    write_whole(tmp_path / "out.csv", put(b"new"))
    assert {one.name for one in tmp_path.iterdir()} == {path.name, "out.csv"}


def test_a_file_taken_for_a_leftover_before_it_was_held_is_made_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    held, taken = fcntl.flock, []

    def take_first(number: int, how: int) -> None:
        for path in tmp_path.glob(".tnt-*") if not taken else ():
            taken.append(path)
            path.unlink()
        held(number, how)

    monkeypatch.setattr("fcntl.flock", take_first)
    write_whole(tmp_path / "out.csv", put(b"new"))
    assert len(taken) == 1
    assert (tmp_path / "out.csv").read_bytes() == b"new"


def test_a_scratch_folder_is_private_and_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with scratch_folder() as folder:
        assert folder.parent == tmp_path
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "x").touch()
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_a_scratch_folder_names_where_there_was_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(OSError, match="No space") as told, scratch_folder():
        raise OSError(errno.ENOSPC, "No space left on device")
    assert told.value.filename == str(tmp_path)
