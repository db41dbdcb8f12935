"""What goes wrong shows a sentence and the right exit code, and never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT, Run
from tests.safety.tools.forked import DESERTED
from tests.safety.tools.process import ready
from tests.safety.tools.terminal import at_a_terminal
from tnt.main import run

CODE = "from tnt.main import main; main()"


def test_a_file_that_is_not_there(tnt: Run) -> None:
    done = tnt("estimate", "nothing.yaml")
    assert done.returncode == 1
    assert b"nothing.yaml" in done.stderr
    assert b"TNT001" in done.stderr


def test_problems_are_told_in_the_language_asked_for(tnt: Run) -> None:
    assert b": feil TNT001" in tnt("estimate", "nothing.yaml", "--lang", "nb").stderr
    assert b": feil TNT001" in tnt("estimate", "nothing.yaml", LANG="nb_NO.UTF-8").stderr


def test_a_file_that_holds_no_ids_of_lists_is_not_read(tnt: Run, pack: Path) -> None:
    (pack / "elsewhere").write_text("a secret\n")
    capacity = pack / "own.yaml"
    reserved = "{a: {time: 3 h / week, lists: elsewhere}}"
    capacity.write_text(
        f"format: tnt/1\ncapacity: own\nroles: {{gp: {{hours: 37 h / week, weeks: 46, reserved: {reserved}}}}}\n"
    )
    done = tnt("estimate", pack, "--capacity", capacity)
    assert done.returncode == 1
    assert b"TNT104" in done.stderr
    assert b"secret" not in done.stderr


def test_numbers_beyond_all_reason_are_problems_of_the_file(tnt: Run, tmp_path: Path) -> None:
    task = "{after: t, role: gp, time: 5 min, times: 1.0e+200}"
    tasks = f"{{t: {{role: gp, time: 5 min, frequency: 1 / year}}, u: {task}, v: {task.replace('t,', 'u,', 1)}}}"
    path = tmp_path / "own.yaml"
    path.write_text(f"format: tnt/1\nguideline: own\nrecommendations: {{r: {{population: {{}}, tasks: {tasks}}}}}\n")
    done = tnt("estimate", path)
    assert done.returncode == 1
    assert b"2 errors" in done.stderr
    assert b"TNT206" in done.stderr


def test_a_folder_that_cannot_be_written_to(tnt: Run, pack: Path) -> None:
    done = tnt("estimate", pack, "--format", "csv", "--out", pack / "no" / "such" / "out.csv")
    assert done.returncode == 1
    assert done.stderr.decode().strip().endswith("out.csv: No such file or directory")


def test_a_reader_who_stops_reading(pack: Path) -> None:
    command = [sys.executable, "-c", CODE, "estimate", str(pack), "--format", "csv"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert child.stdout is not None
    child.stdout.close()
    _, said = child.communicate(timeout=60)
    assert (child.returncode, said) == (141, b"")
    for form in ("json", "table", "parquet"):
        done = ready().run("estimate", pack, "--format", form, cwd=ROOT, out=DESERTED)
        assert (done.code, done.err) == (141, "")


def test_a_terminal_that_knows_only_ascii(tnt: Run, pack: Path) -> None:
    done = tnt("estimate", pack, "--lang", "nb", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()


def test_interrupted(monkeypatch: pytest.MonkeyPatch, pack: Path) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tnt.compile.inputs.load", interrupt)
    assert run(["estimate", str(pack)]) == 130


def test_a_fault_of_our_own(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], pack: Path) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("surprise")

    monkeypatch.setattr("tnt.compile.inputs.load", fail)
    assert run(["estimate", str(pack), "--lang", "en"]) == 1
    said = capfd.readouterr().err
    assert "RuntimeError: surprise" in said
    assert "Traceback" not in said
    monkeypatch.setenv("TNT_TRACEBACK", "1")
    assert run(["estimate", str(pack), "--lang", "nb"]) == 1
    said = capfd.readouterr().err
    assert "Traceback" in said
    assert "en feil i tnt" in said


def test_more_rows_than_excel_holds(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], pack: Path
) -> None:
    monkeypatch.setattr("tnt.show.xlsx.MOST_ROWS", 3)
    out = pack / "out.xlsx"
    assert run(["estimate", str(pack), "--format", "xlsx", "--out", str(out)]) == 1
    assert "--format parquet" in capfd.readouterr().err
    assert not out.exists()


def test_binary_output_is_not_thrown_at_a_terminal(pack: Path) -> None:
    for arguments in (["estimate", str(pack), "--format", "xlsx"], ["estimate", "--format", "parquet"], ["report"]):
        code, seen = at_a_terminal(*arguments, cwd=ROOT)
        assert code == 2
        assert "--out" in seen


def test_a_terminal_gets_emphasis_and_no_color_takes_the_colour_away(
    pack: Path,
) -> None:
    code, seen = at_a_terminal("estimate", pack, cwd=ROOT)
    assert code == 0
    assert "\x1b[1m" in seen
    (pack / "demo.yaml").write_text("format: tnt/1\n", encoding="utf-8")
    assert "\x1b[31m" in at_a_terminal("check", pack, cwd=ROOT)[1]
    assert "\x1b[31m" not in at_a_terminal("check", pack, cwd=ROOT, env={"NO_COLOR": "1"})[1]
