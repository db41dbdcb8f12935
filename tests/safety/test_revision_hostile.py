"""`git:REV` with objects, names and links that were made to hurt: refused, and nothing is written outside."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.safety.tools.process import run_tnt
from tests.safety.tools.repositories import GUIDELINE, blob, commit, delta_bomb, git, loose, repository, tree
from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Problems
from tnt.reading.git.revision import files_at

FILE, FOLDER = "100644", "40000"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "pack")


def problems(folder: Path, revision: str = "HEAD", path: str = ".") -> list[Diagnostic]:
    into = folder.parent / "into"
    with pytest.raises(Problems) as raised:
        files_at(revision, [folder / path], into)
    return list(raised.value.diagnostics)


def reasons(found: list[Diagnostic], code: Code) -> list[str]:
    assert {one.code for one in found} == {code}
    return [one.values["reason"] for one in found]


NAMES = {
    b"HERE/outside.yaml": "name-outside",
    b"../outside.yaml": "name-outside",
    b"a/../../outside.yaml": "name-outside",
    b"./a.yaml": "name-outside",
    b".. /a.yaml": "name-outside",
    b"..\\outside.yaml": "name-backslash",
    b"a\\b.csv": "name-backslash",
    b"C:outside.yaml": "name-drive",
    b"a/d:/outside.yaml": "name-drive",
    b".git/config.yaml": "name-git",
    b"a/.GIT/b.yaml": "name-git",
    b"git~1/b.yaml": "name-git",
    b"a//b.yaml": "name-outside",
    b"a\nb.yaml": "name-control",
    b"a\x1b[2Jb.yaml": "name-control",
    "a\x9bb.csv".encode(): "name-control",
}


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_a_name_that_cannot_be_written_safely(folder: Path, name: bytes) -> None:
    one, written = blob(folder), name.replace(b"HERE", str(folder.parent).encode())
    commit(folder, tree(folder, (FILE, written, one), (FILE, b"demo.yaml", one)))
    assert reasons(problems(folder), Code.REVISION_NAME) == [NAMES[name]]
    assert not list(folder.parent.rglob("outside.yaml"))


def test_parents_as_trees_and_all_names_at_once(folder: Path) -> None:
    one = blob(folder)
    below = tree(folder, (FILE, b"outside.yaml", one))
    root = tree(folder, (FOLDER, b"..", below), (FOLDER, b".git", below), (FILE, b"/etc/x.csv", one))
    commit(folder, root)
    assert reasons(problems(folder), Code.REVISION_NAME) == ["name-outside", "name-git", "name-outside"]


@pytest.mark.parametrize(
    "names", [(b"demo.yaml", b"Demo.yaml"), ("ås.csv".encode(), "a\u030as.csv".encode()), (b"a.yaml", b"a.yaml")]
)
def test_names_that_are_one_file_on_some_computers(folder: Path, names: tuple[bytes, bytes]) -> None:
    one = blob(folder)
    commit(folder, tree(folder, *((FILE, name, one) for name in names)))
    assert reasons(problems(folder), Code.REVISION_NAME) == ["name-twice"]


def test_a_file_where_a_folder_is(folder: Path) -> None:
    one = blob(folder)
    below = tree(folder, (FILE, b"b.yaml", one))
    commit(folder, tree(folder, (FILE, b"a.yaml", one), (FOLDER, b"A.yaml", below)))
    assert reasons(problems(folder), Code.REVISION_NAME) == ["name-folder"]


def test_what_is_not_asked_for_is_no_problem(folder: Path) -> None:
    one = blob(folder)
    below = tree(folder, (FILE, b"demo.yaml", one))
    commit(folder, tree(folder, (FOLDER, b"..", below), (FOLDER, b"good", below)))
    found = files_at("HEAD", [folder / "good"], folder.parent / "into")
    assert [path.name for path in found[0].iterdir()] == ["demo.yaml"]


def test_many_bad_names_are_counted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PROBLEMS_SHOWN", 2)
    one = blob(folder)
    commit(folder, tree(folder, *((FILE, b"/%d.yaml" % number, one) for number in range(5))))
    assert [found.code for found in problems(folder)] == [Code.REVISION_NAME] * 2 + [Code.MORE_PROBLEMS]


def test_the_command_line_says_which_name(folder: Path) -> None:
    commit(folder, tree(folder, (FILE, b"/nowhere/outside.yaml", blob(folder))))
    done = run_tnt("compare", "git:HEAD", "base", "--pack", "pack", cwd=folder.parent)
    assert done.code == 1
    assert "TNT808" in done.err
    assert "“/nowhere/outside.yaml”" in done.err


def cheaply(folder: Path) -> str:
    """Why it is refused, held against time and memory."""
    done = run_tnt("compare", "git:HEAD", "base", "--pack", "pack", cwd=folder.parent)
    assert done.code == 1, done.err
    assert done.is_cheap
    return done.err


def test_a_small_file_made_from_a_huge_one(folder: Path) -> None:
    small = delta_bomb(folder, 1_500_000_000)
    commit(folder, tree(folder, (FILE, b"demo.yaml", small)))
    assert "not all of the revision is there" in cheaply(folder)


def test_a_file_that_says_it_is_larger_than_it_is(folder: Path) -> None:
    name = loose(folder, b"blob 99999999999\0", b"short")
    commit(folder, tree(folder, (FILE, b"demo.yaml", name)))
    assert "more than can be read" in cheaply(folder)


def test_a_file_that_is_larger_than_it_says(folder: Path) -> None:
    name = loose(folder, b"blob 5\0", bytes(300_000_000))
    commit(folder, tree(folder, (FILE, b"demo.yaml", name)))
    assert "not all of the revision is there" in cheaply(folder)


def test_a_huge_tree_and_a_huge_commit(folder: Path) -> None:
    name = loose(folder, b"tree 2000000000\0", b"100644 a\0" + bytes(20))
    commit(folder, tree(folder, (FOLDER, b"below", name)))
    assert "not all of the revision is there" in cheaply(folder)
    name = loose(folder, b"commit 2000000000\0", b"tree " + b"1" * 40)
    (folder / ".git" / "refs" / "heads" / "main").write_text(name + "\n")
    assert "no such commit" in cheaply(folder)


def test_trees_inside_one_another(folder: Path) -> None:
    one = blob(folder)
    inner = tree(folder, *((FILE, b"%d.yaml" % number, one) for number in range(10)))
    for _ in range(12):
        inner = tree(folder, *((FOLDER, b"%d" % number, inner) for number in range(10)))
    commit(folder, inner)
    assert "more than can be read" in cheaply(folder)


def test_more_than_a_revision_may_hold(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REVISION_BYTES", len(GUIDELINE) - 1)
    assert reasons(problems(folder), Code.REVISION_UNREADABLE) == ["too-large"]
    monkeypatch.setattr(limits, "REVISION_BYTES", len(GUIDELINE))
    assert files_at("HEAD", [folder], folder.parent / "more")
    monkeypatch.setattr(limits, "REVISION_LISTING_BYTES", 10)
    assert reasons(problems(folder), Code.REVISION_UNREADABLE) == ["too-large"]


def test_git_that_does_not_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder.parent / "bin" / "git"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(limits, "REVISION_SECONDS", 0.2)
    began = time.monotonic()
    assert reasons(problems(folder), Code.REVISION_UNREADABLE) == ["no-git"]
    assert time.monotonic() - began < 10


def test_git_that_is_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    assert reasons(problems(folder), Code.REVISION_UNREADABLE) == ["no-git"]


def elsewhere(folder: Path) -> Path:
    """A repository of somebody else, with a file of the same name."""
    other = repository(folder.parent / "other")
    (other / "demo.yaml").write_text(GUIDELINE.replace("demo", "secret"), encoding="utf-8")
    git(other, "commit", "--quiet", "--all", "--message", "Secret")
    return other


def test_objects_of_another_repository(folder: Path) -> None:
    other = elsewhere(folder)
    secret = git(other, "rev-parse", "HEAD")
    alternates = folder / ".git" / "objects" / "info" / "alternates"
    alternates.parent.mkdir(exist_ok=True)
    alternates.write_text(f"{other / '.git' / 'objects'}\n", encoding="utf-8")
    assert reasons(problems(folder, secret), Code.REVISION_UNREADABLE) == ["elsewhere"]


@pytest.mark.parametrize("part", [".git", ".git/objects", ".git/objects/pack", ".git/objects/ab"])
def test_a_link_to_another_repository(folder: Path, part: str) -> None:
    other = elsewhere(folder)
    git(other, "gc", "--quiet")
    path = folder / part
    if path.exists():
        path.rename(folder.parent / "aside")
    path.symlink_to(other / part)
    assert reasons(problems(folder), Code.REVISION_UNREADABLE) == ["elsewhere"]


def test_a_pipe_among_the_objects(folder: Path) -> None:
    os.mkfifo(folder / ".git" / "objects" / "pack" / "pack-1.idx")
    assert reasons(problems(folder), Code.REVISION_UNREADABLE) == ["elsewhere"]


def test_a_branch_that_is_a_link_or_leaves_the_repository(folder: Path) -> None:
    other = elsewhere(folder)
    (folder / ".git" / "refs" / "heads" / "stolen").symlink_to(other / ".git" / "refs" / "heads" / "main")
    (folder / ".git" / "refs" / "heads" / "away").write_text("ref: ../../../other/.git/refs/heads/main\n")
    (folder / ".git" / "refs" / "heads" / "round").write_text("ref: refs/heads/round\n")
    for name in ("stolen", "away", "round"):
        assert reasons(problems(folder, name), Code.REVISION_UNREADABLE) == ["no-revision"]


@pytest.mark.parametrize("forged", [False, True])
def test_a_file_in_place_of_a_repository(folder: Path, forged: bool) -> None:
    other = elsewhere(folder)
    (folder / ".git").rename(folder.parent / "aside")
    target = other / ".git"
    if forged:  # an administrative folder of its own, which borrows the objects
        target = folder / "worktrees" / "w"
        target.mkdir(parents=True)
        (target / "gitdir").write_text(f"{folder / '.git'}\n")
        (target / "commondir").write_text(f"{other / '.git'}\n")
        (target / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / ".git").write_text(f"gitdir: {target}\n")
    assert reasons(problems(folder), Code.REVISION_UNREADABLE) == ["elsewhere"]


def test_a_worktree_and_a_submodule_are_read(folder: Path) -> None:
    tree_of_its_own = folder.parent / "worktree"
    git(folder, "worktree", "add", "--quiet", "--detach", str(tree_of_its_own))
    assert files_at("HEAD", [tree_of_its_own], folder.parent / "into")[0].joinpath("demo.yaml").exists()
    assert files_at("main", [tree_of_its_own], folder.parent / "again")[0].joinpath("demo.yaml").exists()
    outer = repository(folder.parent / "outer")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(folder), "inner")
    assert files_at("HEAD", [outer / "inner"], folder.parent / "third")[0].joinpath("demo.yaml").exists()


def test_every_way_to_name_a_revision(folder: Path) -> None:
    first = git(folder, "rev-parse", "HEAD")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Second")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "Third")
    git(folder, "tag", "light", first)
    git(folder, "tag", "-a", "signed/off", first, "-m", "A tag")
    git(folder, "branch", "work", first)
    git(folder, "update-ref", "refs/remotes/origin/work", first)
    git(folder, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/work")
    names = ["HEAD~2", "HEAD^^", "main~2", "light", "signed/off", "signed/off^{commit}", "work", "heads/work"]
    names += ["refs/heads/work", "tags/light", "origin/work", "origin", "remotes/origin/work", first, first[:7]]
    for packed in (False, True):
        if packed:
            git(folder, "pack-refs", "--all")
            git(folder, "gc", "--quiet")
        for number, name in enumerate(names):
            into = folder.parent / f"into-{packed}-{number}"
            found = files_at(name, [folder], into)
            assert found == [into / f"git-{first[:12]}"], name


def test_a_repository_with_longer_ids(tmp_path: Path) -> None:
    folder = tmp_path / "long"
    folder.mkdir()
    git(folder, "init", "--quiet", "--object-format=sha256")
    (folder / "demo.yaml").write_text(GUIDELINE, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "First")
    assert files_at("HEAD", [folder], tmp_path / "into")[0].joinpath("demo.yaml").exists()


def test_nothing_is_left_behind_and_the_repository_is_not_touched(folder: Path, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    files_at("HEAD", [folder], tmp_path / "into")
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert [path.name[:4] for path in (tmp_path / "into").iterdir()] == ["git-"]


def test_one_revision_may_be_asked_for_twice(folder: Path, tmp_path: Path) -> None:
    first = files_at("HEAD", [folder], tmp_path / "into")
    assert files_at("main", [folder], tmp_path / "into") == first
