"""`git:REV` in a pack that brings its own repository: nothing the repository says is run, and nothing is fetched."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.safety.tools.process import run_tnt
from tests.safety.tools.repositories import GUIDELINE, blob, commit, git, repository, tree
from tnt.diagnostics import Code, Problems
from tnt.reading.git.revision import files_at

Attack = Callable[[Path, str], None]
"""Arms a repository with a command that leaves a mark."""
ATTACKS: dict[str, Attack] = {}


def attack(make: Attack) -> Attack:
    ATTACKS[make.__name__.replace("_", "-")] = make
    return make


def configured(folder: Path, *settings: tuple[str, str]) -> None:
    for name, value in settings:
        git(folder, "config", name, value)


@attack
def lazy_fetch(folder: Path, command: str) -> None:
    missing(folder)
    configured(
        folder,
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", str(folder)),
        ("remote.origin.uploadpack", f"{command}; git-upload-pack"),
    )


@attack
def remote_that_is_a_command(folder: Path, command: str) -> None:
    missing(folder)
    configured(
        folder,
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", f"ext::sh -c {command.replace(' ', '% ')}"),
        ("protocol.ext.allow", "always"),
    )


@attack
def ssh_proxy_and_credentials(folder: Path, command: str) -> None:
    missing(folder)
    configured(
        folder,
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", "ssh://localhost/nowhere"),
        ("core.sshCommand", command),
        ("core.gitProxy", command),
        ("core.askPass", command),
        ("credential.helper", f"!{command}"),
    )


@attack
def fsmonitor_and_hooks(folder: Path, command: str) -> None:
    configured(folder, ("core.fsmonitor", command), ("core.hooksPath", str(folder / "hooks")))
    for where in (folder / "hooks", folder / ".git" / "hooks"):
        for name in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
            executable(where / name, command)


@attack
def filters(folder: Path, command: str) -> None:
    configured(folder, *((f"filter.bad.{name}", command) for name in ("smudge", "clean", "process")))
    configured(folder, ("filter.bad.required", "true"))
    attributes(folder, "* filter=bad ident eol=crlf")


@attack
def textconv_and_external_diff(folder: Path, command: str) -> None:
    configured(folder, ("diff.bad.textconv", command), ("diff.bad.command", command), ("diff.external", command))
    configured(folder, ("merge.bad.driver", command))
    attributes(folder, "* diff=bad merge=bad")


@attack
def aliases(folder: Path, command: str) -> None:
    configured(folder, *((f"alias.{name}", f"!{command}") for name in ("rev-parse", "ls-tree", "cat-file")))


@attack
def pager_editor_and_signature(folder: Path, command: str) -> None:
    configured(folder, ("core.pager", command), ("pager.ls-tree", command), ("core.editor", command))
    configured(folder, ("gpg.program", command), ("log.showSignature", "true"), ("gc.auto", "1"))


@attack
def included_settings(folder: Path, command: str) -> None:
    missing(folder)
    more = folder / "more.config"
    more.write_text(
        f'[core]\nfsmonitor = "{command}"\n[remote "origin"]\npromisor = true\nurl = {folder}\n'
        f'uploadpack = "{command}; git-upload-pack"\n',
        encoding="utf-8",
    )
    configured(folder, ("include.path", str(more)), (f"includeIf.gitdir:{folder}/.path", str(more)))
    configured(folder, ("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin"))


@attack
def settings_of_a_worktree(folder: Path, command: str) -> None:
    configured(folder, ("extensions.worktreeConfig", "true"), ("core.repositoryformatversion", "1"))
    (folder / ".git" / "config.worktree").write_text(f'[core]\nfsmonitor = "{command}"\n', encoding="utf-8")


@attack
def submodule(folder: Path, command: str) -> None:
    text = f'[submodule "s"]\npath = s\nurl = ext::{command}\nupdate = "!{command}"\n'
    (folder / ".gitmodules").write_text(text, encoding="utf-8")
    configured(folder, ("submodule.s.update", f"!{command}"), ("submodule.recurse", "true"))
    (folder / "s").mkdir()
    git(folder, "add", ".gitmodules")
    git(folder, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},s")
    git(folder, "commit", "--quiet", "--message", "Second")


@attack
def git_in_the_folder(folder: Path, command: str) -> None:
    executable(folder / "git", command)


BLOB = hashlib.sha1(b"blob %d\0" % len(GUIDELINE) + GUIDELINE.encode()).hexdigest()


def answer(folder: Path, tmp_path: Path) -> str:
    """The guideline at the revision, or why it cannot be read."""
    try:
        return files_at("HEAD", [folder], tmp_path / "into")[0].joinpath("demo.yaml").read_text("utf-8")
    except Problems as problems:
        (found,) = problems.diagnostics
        return found.values["reason"]


def missing(folder: Path) -> None:
    """Takes away the blob of the guideline, and git's reason to doubt it."""
    (folder / ".git" / "objects" / BLOB[:2] / BLOB[2:]).unlink()


def executable(path: Path, command: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    path.chmod(0o755)


def attributes(folder: Path, line: str) -> None:
    for path in (folder / ".gitattributes", folder / ".git" / "info" / "attributes"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(line + "\n", encoding="utf-8")


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_a_repository_says_is_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, mark = repository(tmp_path / "pack"), tmp_path / "mark"
    ATTACKS[name](folder, f"touch {mark}")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", str(os.environ["PATH"])]))
    is_whole = (folder / ".git" / "objects" / BLOB[:2] / BLOB[2:]).exists()
    assert answer(folder, tmp_path) == (GUIDELINE if is_whole else "missing-object")
    assert not mark.exists()


def test_the_command_line_runs_nothing_either(tmp_path: Path) -> None:
    folder, mark = repository(tmp_path / "pack"), tmp_path / "mark"
    lazy_fetch(folder, f"touch {mark}")
    done = run_tnt("compare", "git:HEAD", "base", "--pack", "pack", cwd=tmp_path)
    assert (done.code, mark.exists()) == (1, False)
    assert "TNT807" in done.err
    assert "not all of the revision is there" in done.err


def test_the_attack_would_have_worked(tmp_path: Path) -> None:
    """Else the tests above would show nothing."""
    folder, mark = repository(tmp_path / "pack"), tmp_path / "mark"
    lazy_fetch(folder, f"touch {mark}")
    subprocess.run(["git", "-C", folder, "cat-file", "-p", "HEAD:demo.yaml"], capture_output=True, check=False)
    if not mark.exists():
        pytest.skip("this version of git fetches nothing by itself")


def test_the_settings_of_the_folder_of_work_are_not_believed(tmp_path: Path) -> None:
    folder, elsewhere = repository(tmp_path / "pack"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    configured(folder, ("core.worktree", str(elsewhere)))
    assert files_at("HEAD", [folder], tmp_path / "into")[0].joinpath("demo.yaml").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_somebody_else_is_read_as_data(tmp_path: Path) -> None:
    folder = repository(tmp_path / "pack")
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534)
    assert files_at("HEAD", [folder], tmp_path / "into")[0].joinpath("demo.yaml").exists()


def test_a_missing_tree_and_a_missing_commit(tmp_path: Path) -> None:
    folder = repository(tmp_path / "pack")
    whole = git(folder, "rev-parse", "HEAD^{tree}")
    root = tree(folder, ("40000", b"below", "1" * 40), ("100644", b"demo.yaml", blob(folder)))
    commit(folder, root)
    assert reason(folder, "HEAD", tmp_path) == "missing-object"
    name = commit(folder, whole)
    (folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    assert reason(folder, "HEAD", tmp_path) == "no-revision"


def reason(folder: Path, revision: str, tmp_path: Path) -> str:
    with pytest.raises(Problems) as raised:
        files_at(revision, [folder], tmp_path / "into")
    (found,) = raised.value.diagnostics
    assert found.code is Code.REVISION_UNREADABLE
    return found.values["reason"]
