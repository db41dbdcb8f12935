"""No name from a file is obeyed by a terminal or a build server; files and pipes get every byte of it."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.command_line import CAPACITY, GUIDELINE, Run
from tests.safety.tools.terminal import at_a_terminal, started_at_a_terminal

ESCAPE, CONTROL, RIGHT_TO_LEFT = "\x1b", "\x9b", "\u202e"
HOSTILE = f"{ESCAPE}]0;owned\x07{CONTROL}31m{RIGHT_TO_LEFT}txt"
IN_YAML = r"\e]0;owned\x07\x9b31m\u202Etxt"
_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_PROGRESS = re.compile("\x1b\\[(?:\\?25[lh]|[0-9]*[AKG]|2K)|\r")
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A pack whose titles and list names want to be obeyed."""
    table = f"id,name,gp,female_0-39,female_40+,male_0-39,male_40+\na,{HOSTILE},1,400,700,400,500\n"
    lists = (
        "format: tnt/1\nlists: two\ntable: lists.csv\nid: id\nname: name\npeople: '{sex}_{ages}'\n"
        f'staff: {{gp: {{posts: gp}}}}\ntitle: {{nb: "{IN_YAML}", en: "{IN_YAML}"}}\n'
    )
    guideline = GUIDELINE.replace("Yearly check", f'"{IN_YAML}"').replace("Demo", f'"{IN_YAML}"')
    capacity = CAPACITY.replace("Normal hours", f'"{IN_YAML}"')
    files = {"demo.yaml": guideline, "lists.yaml": lists, "lists.csv": table, "capacity.yaml": capacity}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "answers.csv").write_text(
        "respondent,task,minutes\n" + "".join(f"r{one},demo/check/tasks/visit,{10 + one}\n" for one in range(6))
    )
    return tmp_path


SHOWN = {
    "table": ("estimate", "."),
    "csv": ("estimate", ".", "--format", "csv"),
    "json": ("estimate", ".", "--format", "json"),
    "out": ("estimate", ".", "--format", "csv", "--out", "/dev/stdout"),
    "lists csv": ("lists", ".", "--format", "csv"),
    "lists": ("lists", "."),
    "svg": ("compare", "base", "2020-01-01", "--pack", ".", "--format", "svg"),
    "html": ("years", ".", "--format", "html"),
    "explain": ("explain", "demo/check", "."),
    "survey": ("survey", "read", "answers.csv", "--pack", "."),
    "survey json": ("survey", "read", "answers.csv", "--pack", ".", "--format", "json"),
}


@pytest.mark.parametrize("shown", SHOWN)
def test_a_terminal_obeys_no_name(shown: str, hostile: Path) -> None:
    code, seen = at_a_terminal(*SHOWN[shown], cwd=hostile)
    assert code == 0, seen
    assert _OBEYED.findall(_COLOUR.sub("", _PROGRESS.sub("", seen))) == []
    assert "owned\x07" not in seen


def test_what_is_forked_sees_the_terminal_that_what_starts_there_sees(hostile: Path) -> None:
    code, seen = started_at_a_terminal(*SHOWN["table"], cwd=hostile, env={})
    assert code == 0
    assert _OBEYED.findall(_COLOUR.sub("", _PROGRESS.sub("", seen))) == []
    lines = at_a_terminal(*SHOWN["table"], cwd=hostile)[1].splitlines()
    assert len(lines) > 10
    assert seen.splitlines()[-len(lines) + 1 :] == lines[1:]  # what comes before says how far a slow start has come


def test_json_on_a_terminal_is_still_json(hostile: Path) -> None:
    words = ("estimate", ".", "--format", "json")
    _, seen = started_at_a_terminal(*words, cwd=hostile, env={"TNT_TRACEBACK": ""})
    document = json.loads(_PROGRESS.sub("", seen[seen.index("{\n") :]))
    assert document["lists"]["title"]["en"] == HOSTILE


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_pipe_gets_every_byte(form: str, hostile: Path, tnt: Run) -> None:
    done = tnt("estimate", hostile, "--format", form)
    assert f"{CONTROL}31m{RIGHT_TO_LEFT}".encode() in done.stdout


def test_messages_show_the_names_of_files(tmp_path: Path) -> None:
    name = f"{ESCAPE}[31m{CONTROL}x{RIGHT_TO_LEFT}.yaml"
    (tmp_path / name).mkdir()
    for words in (
        ("check", name + "?"),
        ("check", name + "?", "--format", "json"),
        ("check", name + "?", "--format", "sarif"),
        ("check", name + "?", "--format", "github"),
        ("estimate", "--out", name),
        ("schema", "--out", f"{name}/no/out"),
        ("new", "guideline", "--out", f"{name}/../{name}/none/x"),
        ("estimate", "--lists", name),
        ("explain", name),
        ("compare", name + "?", "base"),
        ("nonsense" + name,),
        (f"--{name}",),
        ("estimate", "--as-of", name),
    ):
        code, seen = at_a_terminal(*words, cwd=tmp_path, env={"NO_COLOR": "1"})
        assert code in (1, 2)
        assert _OBEYED.findall(_PROGRESS.sub("", seen)) == [], words


@pytest.mark.parametrize("columns", ["0", "1", "-5", "x", "²", "", "9" * 5000, "99999999", "40", "1e3"])
def test_whatever_columns_is_said_to_be(columns: str, hostile: Path) -> None:
    for words in (("estimate", "."), ("estimate", "--help")):
        code, seen = at_a_terminal(*words, cwd=hostile, env={"COLUMNS": columns, "LINES": columns})
        assert code == 0
        assert max(len(line) for line in seen.splitlines() if not line.startswith("  tnt ")) > 30


COMMANDS = ("::error::pwned", "##vso[task.setvariable x]", "##[error]pwned", "##teamcity[buildStop]")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_build_server_obeys_no_name(command: str, tnt: Run, tmp_path: Path) -> None:
    guideline = GUIDELINE.replace("Yearly check", f"'{command}'").replace("id: demo", "id: demo")
    table = f"id,name,gp,female_0-39,female_40+,male_0-39,male_40+\na,'{command}',1,400,700,400,500\n"
    lists = (
        "format: tnt/1\nlists: two\ntable: lists.csv\nid: id\nname: name\npeople: '{sex}_{ages}'\n"
        f"staff: {{gp: {{posts: gp}}}}\ntitle: '{command}'\n"
    )
    files = {"demo.yaml": guideline, "lists.yaml": lists, "lists.csv": table.replace("'", ""), "c.yaml": CAPACITY}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    said = []
    for words in (
        ("estimate", "."),
        ("lists", "."),
        ("explain", "demo/check", "."),
        ("compare", "base", "2020-01-01", "--pack", "."),
        ("check", f"{command}.yaml"),
        ("check", f"{command}.yaml", "--format", "concise"),
        ("estimate", "--lists", command),
        ("estimate", command),
        ("schema", "--out", f"{command}/x"),
        ("new", "guideline", "--out", "demo.yaml"),
        (command,),
    ):
        for force in ({}, {"FORCE_COLOR": "1"}):
            done = tnt(*words, **force)
            said += done.stdout.decode().splitlines() + done.stderr.decode().splitlines()
    assert any(command[2:] in line for line in said)
    obeyed = [line for line in said if _COLOUR.sub("", line).lstrip().startswith("::") or re.search(r"##(\w*)\[", line)]
    assert obeyed == []


def test_annotations_of_github_are_commands(tnt: Run) -> None:
    assert tnt("check", "none.yaml", "--format", "github").stdout.startswith(b"::error file=none.yaml,")


@pytest.mark.skipif(os.name != "posix", reason="needs names of bytes")
def test_names_that_are_not_utf8_are_shown_in_every_format(tmp_path: Path, tnt: Run) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    folder.mkdir()
    name = os.fsdecode(b"r\xe8gles.yaml")
    (folder / name).write_text(GUIDELINE, encoding="utf-8")
    (folder / "capacity.yaml").write_text(CAPACITY, encoding="utf-8")
    answers = folder / os.fsdecode(b"r\xe9ponses.csv")
    answers.write_text("respondent,task,minutes\nr1,demo/check/tasks/visit,10\nr2,demo/check/tasks/visit,12\n")
    runs: list[tuple[str | Path, ...]] = [
        *(("estimate", folder, "--format", form) for form in ("table", "csv", "json", "parquet", "xlsx")),
        ("report", folder),
        *(("compare", "base", folder, "--pack", folder, "--format", form) for form in ("table", "json", "svg")),
        *(("lists", folder, "--format", form) for form in ("table", "csv", "json", "xlsx")),
        *(("years", folder, "--format", form) for form in ("table", "csv", "json", "html")),
        *(("survey", "read", answers, "--pack", folder, "--format", form) for form in ("table", "json", "scenario")),
        *(("check", folder, "--format", form) for form in ("text", "concise", "json", "github", "sarif")),
        ("explain", "demo/check", folder),
    ]
    for words in runs:
        for out in ((), ("--out", folder / os.fsdecode(b"\xff.out"))):
            if out and words[0] in ("check", "explain"):
                continue
            done = tnt(*words, *out)
            assert done.returncode == 0, (words, done.stderr)
            assert b"Traceback" not in done.stderr
    for words in (
        ("survey", "write", folder, "--out", folder / os.fsdecode(b"\xff.xlsx")),
        ("survey", "write", folder, "--out", folder / os.fsdecode(b"\xff.html")),
        ("new", "guideline", "--out", folder / os.fsdecode(b"\xfe.yaml")),
        ("schema", "--out", folder / os.fsdecode(b"\xfe.json")),
        ("test", folder.parent / "none"),
    ):
        assert tnt(*words).returncode in (0, 1)
    for words in (("estimate", folder / "none"), ("compare", name, "base"), ("explain", name), (name,), ("test", name)):
        done = tnt(*words)
        assert done.returncode in (1, 2)
        assert b"fault in tnt" not in done.stderr
