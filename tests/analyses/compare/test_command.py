"""`tnt compare`: what the arguments mean, and what is shown."""

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.command_line import GUIDELINE, Run


@pytest.fixture
def later(pack: Path) -> Path:
    """Another version of the guideline."""
    path = pack / "versions" / "later.yaml"
    path.parent.mkdir()
    path.write_text(GUIDELINE.replace("time: 15 min", "time: 20 min"), encoding="utf-8")
    return path


FILES = ("--pack", "demo.yaml", "--pack", "lists.yaml", "--pack", "capacity.yaml")


def test_a_version_takes_the_place_of_the_guideline_in_the_pack(tnt: Run, pack: Path, later: Path) -> None:
    done = tnt("compare", "base", later, *FILES)
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Yearly check · visit · time for one event: 15 min -> 20 min" in text
    assert "+350" in text
    assert "As many hours a year on both sides: Nurse." in text
    assert "Overloaded lists" in text
    norwegian = tnt("compare", "base", later, *FILES, "--lang", "nb").stdout.decode()
    assert "Årlig kontroll · visit · tid per gang: 15 min -> 20 min" in norwegian


def test_two_versions_alone(tnt: Run, pack: Path, later: Path) -> None:
    document = json.loads(tnt("compare", "demo.yaml", later, "--lists", "lists.yaml", "--format", "json").stdout)
    assert [document[side]["name"] for side in ("before", "after")] == ["demo.yaml", str(later)]
    assert document["after"]["capacity"] is None
    assert document["roles"]["gp"]["bars"][0]["change_hours"] == pytest.approx(4200 * 5 / 60)


def test_capacity_and_lists_by_file_and_by_id(tnt: Run, pack: Path) -> None:
    (pack / "other.yaml").write_text(
        (pack / "capacity.yaml").read_text(encoding="utf-8").replace("hours\n", "fewer\n").replace("46", "40"),
        encoding="utf-8",
    )
    done = tnt("compare", "base", "other.yaml", *FILES, "--capacity", "hours")
    assert "GP · weeks worked a year: 46 -> 40" in done.stdout.decode()
    by_id = tnt("compare", "hours", "fewer", *FILES, "--pack", "other.yaml")
    assert by_id.returncode == 0
    assert "weeks worked a year: 46 -> 40" in by_id.stdout.decode()
    shipped = tnt("compare", "norway-mean-list", "norway-norm-1500", "--format", "json")
    assert json.loads(shipped.stdout)["after"]["lists"]["people"] == pytest.approx(1500)


def test_svg_and_out(tnt: Run, pack: Path, later: Path) -> None:
    done = tnt("compare", "base", later, *FILES, "--format", "svg", "--out", pack / "out.svg")
    assert (done.returncode, done.stdout) == (0, b"")
    assert ElementTree.parse(pack / "out.svg").getroot().get("role") == "img"
    table = tnt("compare", "base", later, *FILES, "--out", pack / "out.txt")
    assert (table.returncode, table.stdout) == (0, b"")
    assert (pack / "out.txt").read_bytes() == tnt("compare", "base", later, *FILES).stdout


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("norway-norm-150", "norway-norm-1500"),
        ("bse", "base"),
        ("2022-13-01", "neither base, a date"),
        ("--pack=nowhere.yaml", "Missing argument"),
    ],
)
def test_what_is_not_known_is_wrong_use_and_names_what_comes_near(tnt: Run, argument: str, said: str) -> None:
    done = tnt("compare", "base", argument)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_mistake_in_a_version_is_shown_at_its_place(tnt: Run, pack: Path, later: Path) -> None:
    later.write_text(GUIDELINE.replace("15 min", "15"), encoding="utf-8")
    done = tnt("compare", "base", later, *FILES)
    assert done.returncode == 1
    assert "TNT201" in done.stderr.decode()
    assert "later.yaml:12" in done.stderr.decode()


@pytest.fixture
def repository(pack: Path) -> Path:
    """The pack as a repository whose working copy says 20 minutes, and whose only commit 15."""
    git(pack, "init", "--quiet")
    git(pack, "add", ".")
    git(pack, "commit", "--quiet", "--message", "First")
    git(pack, "tag", "first/version")
    (pack / "demo.yaml").write_text(GUIDELINE.replace("time: 15 min", "time: 20 min"), encoding="utf-8")
    return pack


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", folder, *who, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("revision", ["HEAD", "first/version", "HEAD~0"])
def test_a_revision(tnt: Run, repository: Path, revision: str) -> None:
    done = tnt("compare", f"git:{revision}", "base", "--pack", ".")
    commit = git(repository, "rev-parse", "HEAD")[:12]
    text = " ".join(done.stdout.decode().split())
    assert done.returncode == 0, done.stderr
    assert f"15 min -> 20 min (git:{commit}/demo.yaml:12 -> demo.yaml:12)" in text
    assert done.stdout == tnt("compare", f"git:{revision}", "base", "--pack", ".").stdout


def test_a_mistake_at_a_revision_is_named_by_its_commit(tnt: Run, repository: Path) -> None:
    (repository / "lists.csv").write_text("id,name,gp,female_0+,male_0+\na,A,1,x,1\n", encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Second")
    done = tnt("compare", "git:HEAD", "base", "--pack", ".")
    assert done.returncode == 1
    assert f"git:{git(repository, 'rev-parse', 'HEAD')[:12]}/lists.csv" in done.stderr.decode()
    assert "tmp" not in done.stderr.decode()


def test_links_and_other_files_of_a_revision_are_left_out(tnt: Run, repository: Path) -> None:
    (repository / "link.yaml").symlink_to("/etc/passwd")
    (repository / "run.sh").write_text("echo", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Second")
    (repository / "link.yaml").unlink()
    document = json.loads(tnt("compare", "git:HEAD", "base", "--pack", ".", "--format", "json").stdout)
    assert {Path(one["path"]).name for one in document["before"]["inputs"]} == {
        Path(one["path"]).name for one in document["after"]["inputs"]
    }


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:demo.yaml", "", "HEAD; rm -r .", "^HEAD"])
def test_a_revision_that_is_none(tnt: Run, repository: Path, revision: str) -> None:
    done = tnt("compare", f"git:{revision}", "base", "--pack", ".")
    assert done.returncode == 1
    assert "TNT807" in done.stderr.decode()
    assert "no such commit" in done.stderr.decode()


def test_a_pack_that_is_in_no_repository_or_was_not_there(tnt: Run, pack: Path, repository: Path) -> None:
    (pack / "new").mkdir()
    (pack / "new" / "demo.yaml").write_text(GUIDELINE, encoding="utf-8")
    done = tnt("compare", "git:HEAD", "base", "--pack", "new")
    assert "not there at that revision" in done.stderr.decode()
    (pack / ".git").rename(pack.parent / "elsewhere")
    assert "not in a git repository" in tnt("compare", "git:HEAD", "base", "--pack", ".").stderr.decode()
