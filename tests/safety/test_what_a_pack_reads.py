"""A pack reads its own files: nothing through a link, by an absolute path or with `..`, but for a table of lists."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import pytest

from tests.command_line import CAPACITY, GUIDELINE, LISTS, TABLE, in_this_process, write_pack
from tests.safety.tools.repositories import git
from tnt import limits
from tnt.check.check import check
from tnt.compile.inputs import load
from tnt.compile.notice import Joined
from tnt.diagnostics import Code, Diagnostic, Problems, ProblemSink
from tnt.reading.files import expand
from tnt.reading.git.revision import files_at

SECRET = "female,secret-of-somebody\n"
POPULATION = "format: tnt/1\npopulation: own\ntable: {}\n"
PEOPLE = "sex,age,people\n" + "".join(f"{sex},{age},10\n" for sex in ("female", "male") for age in range(106))
RESERVED = "{{gp: {{hours: 37 h / week, weeks: 46, reserved: {{a: {{time: 3 h / week, lists: {} }}}}}}}}"


def ids_file(name: str) -> str:
    return "format: tnt/1\ncapacity: hours\nroles: " + RESERVED.format(json.dumps(name)) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack, and beside it a file that is none of its business."""
    folder = tmp_path / "pack"
    folder.mkdir()
    write_pack(folder)
    for name in ("secret.txt", "secret.csv", "secret.yaml"):
        (tmp_path / name).write_text(SECRET, encoding="utf-8")
    return folder


def found(*paths: Path) -> list[Diagnostic]:
    """What an estimate says, or nothing."""
    try:
        load(*paths)
    except Problems as problems:
        return list(problems.diagnostics)
    return []


def codes(*paths: Path) -> list[Code]:
    return [one.code for one in found(*paths)]


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def name_a_file(folder: Path, kind: str, name: str) -> None:
    """Makes the pack name a file where it may name one."""
    if kind == "lists":
        write(folder / "lists.yaml", LISTS.replace("lists.csv", json.dumps(name)))
    elif kind == "second":
        posts = f"{{gp: {{posts: {{table: {json.dumps(name)}, column: gp}}}}}}"
        write(folder / "lists.yaml", LISTS.replace("{gp: {posts: gp}}", posts))
    elif kind == "population":
        write(folder / "lists.yaml", LISTS + "reference_population: own\n")
        write(folder / "population.yaml", POPULATION.format(json.dumps(name)))
    else:
        write(folder / "capacity.yaml", ids_file(name))


KINDS = ("lists", "second", "population", "capacity")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name", ["{}/secret.csv", "C:secret.csv", "C:\\secret.csv", "\\secret.csv", "\\\\host\\secret.csv", "file:///x.csv"]
)
def test_no_absolute_path_drive_or_address(folder: Path, kind: str, name: str) -> None:
    name_a_file(folder, kind, name.format(folder.parent))
    assert codes(folder) == [Code.TABLE_ADDRESS]


@pytest.mark.parametrize("kind", KINDS)
def test_no_link_at_the_end_of_a_path_or_on_the_way(folder: Path, kind: str) -> None:
    for name, link, target in (
        ("data.csv", "data.csv", "secret.csv"),
        ("data.csv", "data.csv", "lists.csv"),
        ("data/secret.csv", "data", "."),
        ("data.csv", "data.csv", "data.csv"),
        ("data.csv", "data.csv", "nothing.csv"),
    ):
        name_a_file(folder, kind, name)
        (folder / link).symlink_to(folder.parent / target if target.startswith(("secret", ".")) else folder / target)
        (problem,) = found(folder)
        assert problem.code is Code.LINK
        assert problem.values["found"] == link
        (folder / link).unlink()


def test_a_link_after_leaving_the_folder(folder: Path) -> None:
    (folder.parent / "data").symlink_to(folder)
    name_a_file(folder, "lists", "../data/lists.csv")
    assert codes(folder) == [Code.LINK]


@pytest.mark.parametrize("name", ["../ids.txt", "below/../../ids.txt", "..\\ids.txt", "./../ids.csv"])
def test_ids_of_lists_stand_in_the_folder(folder: Path, name: str) -> None:
    write(folder.parent / "ids.txt", "a\n")
    name_a_file(folder, "capacity", name)
    (problem,) = found(folder)
    assert (problem.code, problem.values["reason"]) == (Code.OUTSIDE_PACK, "only-tables")


def test_a_file_of_ids_has_a_limit(folder: Path) -> None:
    name_a_file(folder, "capacity", "ids.txt")
    write(folder / "ids.txt", "a".ljust(limits.YAML_FILE_BYTES))
    assert found(folder) == []
    write(folder / "ids.txt", "a".ljust(limits.YAML_FILE_BYTES + 1))
    assert codes(folder) == [Code.TABLE_TOO_LARGE]


def test_a_file_of_ids_in_the_folder_is_read(folder: Path) -> None:
    (folder / "below").mkdir()
    write(folder / "below" / "ids.txt", "a\n")
    name_a_file(folder, "capacity", "below/ids.txt")
    assert load(folder).capacity is not None


def outside(folder: Path) -> Path:
    """A pack whose tables stand beside it, as those of the examples do."""
    data = folder.parent / "data"
    data.mkdir()
    write(data / "lists.csv", TABLE)
    write(data / "people.csv", PEOPLE)
    write(folder / "lists.yaml", LISTS.replace("lists.csv", "../data/lists.csv") + "reference_population: own\n")
    write(folder / "population.yaml", POPULATION.format("../data/people.csv"))
    return folder


def test_tables_outside_the_pack_are_read_and_told(folder: Path) -> None:
    inputs = load(outside(folder))
    (notice,) = [one for one in inputs.notices if one.code == "outside-pack"]
    data = folder.parent / "data"
    assert notice.values == {"files": Joined((f"{data}/lists.csv", f"{data}/people.csv"))}
    assert {f"{data}/lists.csv", f"{data}/people.csv"} <= {file.path for file in inputs.files}
    assert not [one for one in check([folder]).diagnostics if one.severity == "error"]


def test_a_second_table_outside_is_read_and_told_too(folder: Path) -> None:
    write(folder / "lists.yaml", LISTS.replace("{gp: {posts: gp}}", "{gp: {posts: {table: ../staff.csv, column: gp}}}"))
    write(folder.parent / "staff.csv", "id,gp\na,1\n")
    inputs = load(folder)
    (notice,) = [one for one in inputs.notices if one.code == "outside-pack"]
    assert notice.values == {"files": Joined((f"{folder.parent}/staff.csv",))}
    assert f"{folder.parent}/staff.csv" in {file.path for file in inputs.files}


def test_tables_that_are_in_the_folder_given_are_not_told(folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "lists.yaml").unlink()
    write(folder / "below" / "lists.yaml", LISTS.replace("lists.csv", "../lists.csv"))
    assert "outside-pack" not in {one.code for one in load(folder).notices}
    (folder / "demo.yaml").rename(folder / "below" / "demo.yaml")
    assert "outside-pack" in {one.code for one in load(folder / "below").notices}


def test_a_notice_is_in_both_languages(folder: Path) -> None:
    outside(folder)
    for lang, words in (("en", "outside the files and folders given"), ("nb", "utenfor filene og mappene")):
        done = run(folder.parent, "estimate", "pack", "--lang", lang)
        assert words in " ".join(done.stdout.decode().split())


def test_a_revision_of_git_reads_nothing_outside(folder: Path) -> None:
    outside(folder)
    git(folder.parent, "init", "--quiet")
    git(folder.parent, "add", "pack", "data")
    git(folder.parent, "commit", "--quiet", "--message", "First")
    for given in (folder, folder.parent):
        with TemporaryDirectory() as into:
            problems = found(*files_at("HEAD", [given], Path(into)))
        assert {(one.code, one.values["reason"]) for one in problems} == {(Code.OUTSIDE_PACK, "in-revision")}


def test_links_in_a_folder(folder: Path) -> None:
    (folder / "link.yaml").symlink_to(folder / "demo.yaml")
    (folder / "round.yml").symlink_to(folder / "round.yml")
    (folder / "gone.yaml").symlink_to(folder / "nothing.yaml")
    (folder / ".hidden.yaml").symlink_to(folder / "demo.yaml")
    (folder / "run.sh").symlink_to(folder / "demo.yaml")
    problems = found(folder)
    assert [one.code for one in problems] == [Code.LINK] * 3
    assert sorted(Path(one.place.file).name for one in problems) == ["gone.yaml", "link.yaml", "round.yml"]


def test_a_linked_folder_is_told(folder: Path) -> None:
    (folder / "more").symlink_to(folder.parent)
    (folder / ".hidden").symlink_to(folder.parent)
    (warning,) = [one for one in check([folder]).diagnostics if one.code == Code.LINKED_FOLDER]
    assert Path(warning.place.file).name == "more"
    assert found(folder) == []


def test_what_is_named_on_the_command_line_may_be_a_link(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)
    (folder.parent / "own.yaml").symlink_to(folder / "demo.yaml")
    (folder.parent / "hours.yaml").symlink_to(folder / "capacity.yaml")
    assert found(folder.parent / "link") == []
    assert found(folder.parent / "own.yaml") == []
    assert load(folder / "demo.yaml", capacity=folder.parent / "hours.yaml").capacity is not None


def run(folder: Path, *arguments: str | Path) -> CompletedProcess[bytes]:
    """`tnt` in a folder, in English."""
    return in_this_process([*map(str, arguments)], folder, {**os.environ, "LC_ALL": "C.UTF-8"})


def test_links_in_a_folder_of_answers(folder: Path) -> None:
    answers = folder.parent / "answers"
    answers.mkdir()
    (answers / "form.csv").symlink_to(folder.parent / "secret.csv")
    done = run(folder.parent, "survey", "read", "answers")
    assert done.returncode == 1
    assert b"TNT013" in done.stderr
    assert b"secret-of" not in done.stderr


def hostile(folder: Path, way: str) -> list[str]:
    """Makes the pack show the file beside it if it can; answers the arguments."""
    target = folder.parent / "secret.txt"
    if way == "ids":
        name_a_file(folder, "capacity", "ids.txt")
        (folder / "ids.txt").symlink_to(target)
    elif way == "ids-above":
        name_a_file(folder, "capacity", "../secret.txt")
    elif way == "ids-as-csv":
        name_a_file(folder, "capacity", "ids.csv")
        (folder / "ids.csv").symlink_to(target)
    elif way == "table":
        name_a_file(folder, "lists", "lists-2.csv")
        (folder / "lists-2.csv").symlink_to(target)
    elif way == "population":
        name_a_file(folder, "population", "people.csv")
        (folder / "people.csv").symlink_to(target)
    elif way == "yaml":
        (folder / "more.yaml").symlink_to(target)
    elif way == "yaml-below":
        (folder / "below").mkdir()
        (folder / "below" / "more.yml").symlink_to(target)
    elif way == "yaml-in-linked-folder":
        (folder / "below").symlink_to(folder.parent)
    elif way == "shipped":  # a problem of a file that comes with tnt is told by a name that leads into the pack here
        (folder / "guidelines" / "no").mkdir(parents=True)
        (folder / "guidelines" / "no" / "capacity-2018.yaml").symlink_to(target)
        write(folder / "capacity.yaml", CAPACITY.replace("capacity: hours", "capacity: norwegian-gp-2018"))
    return ["estimate", "."]


WAYS = (
    "ids",
    "ids-above",
    "ids-as-csv",
    "table",
    "population",
    "yaml",
    "yaml-below",
    "yaml-in-linked-folder",
    "shipped",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("command", ["estimate", "check", "test"])
def test_no_line_of_a_foreign_file_is_shown(folder: Path, way: str, command: str) -> None:
    hostile(folder, way)
    packs = [Path(__file__).parents[2] / "guidelines" / "no" / "capacity-2018.yaml"] if way == "shipped" else []
    done = run(folder, command, ".", *packs)
    assert b"secret-of" not in done.stderr + done.stdout


def test_lines_of_a_file_of_the_pack_are_shown(folder: Path) -> None:
    write(folder / "demo.yaml", GUIDELINE.replace("15 min", "15"))
    assert b"time: 15," in run(folder, "estimate", ".").stderr


@contextmanager
def nobody() -> Iterator[None]:
    """Without the rights of root, who may open everything."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="rights of folders as POSIX has them")
@pytest.mark.parametrize("closed", [".", "below", "below/deeper"])
def test_a_folder_that_cannot_be_read_is_told(closed: str) -> None:
    with TemporaryDirectory() as place:
        top = Path(place)
        (top / "below" / "deeper").mkdir(parents=True)
        write(top / "demo.yaml", GUIDELINE)
        top.chmod(0o755)
        (top / closed).chmod(0)
        with nobody():
            (problem, *others) = [one for one in check([top]).diagnostics if one.severity != "note"]
            assert (problem.code, others) == (Code.FILE_UNREADABLE, [])
            assert problem.values["reason"] == "Permission denied"
            assert Path(problem.place.file) == top / closed
        (top / closed).chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="rights of folders as POSIX has them")
def test_a_file_in_a_folder_that_is_closed(folder: Path) -> None:
    with TemporaryDirectory() as place:
        top = Path(place)
        (top / "below").mkdir()
        top.chmod(0o755)
        (top / "below").chmod(0)
        with nobody():
            assert codes(top / "below" / "demo.yaml") == [Code.FILE_UNREADABLE]
        (top / "below").chmod(0o755)


def test_folders_deep_inside_one_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1_200):
        Path("a").mkdir()
        os.chdir("a")
    write(Path("demo.yaml"), GUIDELINE)
    os.chdir(tmp_path)
    problems = ProblemSink()
    assert expand(["."], problems) == []
    (problem,) = problems
    assert (problem.code, problem.values["limit"]) == (Code.TOO_MANY_FILES, str(limits.FOLDER_DEPTH))
    for _ in range(1_200):  # what removes folders after a test stops at fewer
        os.chdir("a")
    Path("demo.yaml").unlink()
    for _ in range(1_200):
        os.chdir("..")
        Path("a").rmdir()


def test_these_are_all_the_keys_that_name_a_file() -> None:
    """A new one comes to the tests above."""
    page = (Path(__file__).parents[2] / "docs" / "language.md").read_text("utf-8")
    rows = [line.split("|") for line in page.splitlines() if "relative to this" in line]
    assert [row[1].strip(" `") for row in rows] == ["lists", "table", "table", "table"]
