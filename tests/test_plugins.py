"""What an installed distribution adds to tnt, and what is said of one that does not do what it says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import ROOT
from tnt.plugins import PluginError

EXAMPLE = Path(__file__).parent / "plugin_example"
BROKEN = {
    "import": ("tnt.outputs", "1 / 0", "importing it fails (ZeroDivisionError: division by zero)"),
    "exit": ("tnt.outputs", "raise SystemExit(0)", "importing it fails (SystemExit: 0)"),
    "kind": ("tnt.outputs", "THING = 3", "should be of type Output, and is of type int"),
    "name": (
        "tnt.outputs",
        "import tnt\nfrom tnt.show.output import Output\nTHING = Output('csv', tnt.Result, print, suffix='x')",
        "it calls itself csv",
    ),
    "raised": (
        "tnt.outputs",
        "import tnt\nfrom tnt.show.output import Output\n"
        "def write(result, file, lang): file.nothing()\n"
        "THING = Output('wrong', tnt.Result, write, suffix='x')",
        "tnt-wrong failed (AttributeError",
    ),
    "gives": (
        "tnt.checks",
        "from tnt.check.checks import PackCheck\nTHING = PackCheck('wrong', lambda pack: ['?'])",
        "it gives something of type str where a Diagnostic is due",
    ),
    "code": (
        "tnt.checks",
        "from tnt.diagnostics.messages import PluginCode\nTHING = PluginCode('TNT001', 'error', {})",
        "TNT001 is no code",
    ),
    "folder": ("tnt.packs", "from pathlib import Path\nTHING = Path('/nowhere/at/all')", "there is no folder"),
    "template": (
        "tnt.sections",
        "from tnt.show.page.section import Section\n"
        "THING = Section('wrong', 'tnt_wrong:nothing.html', lambda result, wording: 1)",
        "has no template nothing.html",
    ),
    "command": ("tnt.commands", "THING = print", "should be of type Command"),
}
USES = {
    "tnt.outputs": ("estimate", "--format", "wrong"),
    "tnt.checks": ("check", "guidelines/no"),
    "tnt.packs": ("estimate", "wrong"),
    "tnt.sections": ("report",),
    "tnt.commands": ("wrong",),
}


def tnt(plugins: Path, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(plugins), str(ROOT)])
    environment = os.environ | {"PYTHONPATH": path, "COLUMNS": "100", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "tnt", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=folder, check=False)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the example is installed in, as pip does it, from a copy and without a network."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--disable-pip-version-check", "--target", folder, EXAMPLE], check=True)
    return folder


def test_an_output_writes_what_it_is_asked_for(example: Path, tmp_path: Path) -> None:
    printed = tnt(example, "estimate", "example-pack", "--format", "example", "--lang", "nb")
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.startswith("gp: ")
    assert printed.stdout.endswith("(nb)\n")
    written = tnt(
        example, "estimate", "example-pack", "--format", "example", "--out", f"{tmp_path}/x.txt", "--lang", "nb"
    )
    assert written.returncode == 0, written.stderr
    assert (tmp_path / "x.txt").read_text("utf-8") == printed.stdout


def test_an_output_writes_only_its_kind_of_result(example: Path) -> None:
    done = tnt(example, "years", "--format", "example")
    assert done.returncode == 2
    assert "'example' is not one of 'table', 'csv', 'json', 'html'." in done.stderr


def test_a_name_nothing_has_is_refused_with_all_there_are(example: Path) -> None:
    done = tnt(example, "estimate", "--format", "exampel")
    assert done.returncode == 2
    assert "is not one of 'table', 'csv', 'json', 'parquet', 'xlsx', 'example'." in done.stderr


def test_a_pack_is_read_by_its_name_and_its_files_are_named_by_it(example: Path, tmp_path: Path) -> None:
    done = tnt(example, "estimate", "example-pack", "--format", "json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    read = [file["path"] for file in json.loads(done.stdout)["inputs"]]
    assert f"example-pack{os.sep}guideline.yaml" in read
    assert str(example) not in done.stdout


def test_a_path_wins_over_a_pack_of_the_same_name(example: Path, tmp_path: Path) -> None:
    (tmp_path / "example-pack").mkdir()
    done = tnt(example, "check", "example-pack", folder=tmp_path)
    assert done.returncode == 1
    assert "no .yaml file" in done.stdout


@pytest.mark.parametrize(("lang", "said"), [("en", "check has no note."), ("nb", "check mangler en merknad.")])
def test_a_check_speaks_both_languages(example: Path, lang: str, said: str) -> None:
    done = tnt(example, "check", "example-pack", "--lang", lang)
    assert done.returncode == 0, done.stderr
    assert f"EX001: {said}" in done.stdout
    assert "tnt explain EX001" not in done.stdout


def test_a_check_is_exported_as_those_of_tnt_are(example: Path) -> None:
    done = tnt(example, "check", "example-pack", "--format", "sarif", "--lang", "en")
    run = json.loads(done.stdout)["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["EX001"]["fullDescription"]["text"] == "Readers of this house look for one."
    assert "EX001" in {result["ruleId"] for result in run["results"]}


@pytest.mark.parametrize(("lang", "title"), [("en", "An example"), ("nb", "Et eksempel")])
def test_a_section_stands_before_the_numbers(example: Path, lang: str, title: str) -> None:
    done = tnt(example, "report", "example-pack", "--lang", lang)
    assert done.returncode == 0, done.stderr
    page = done.stdout
    assert f'<li><a href="#example">{title}</a></li>' in page
    assert page.index('id="overload"') < page.index('<section id="example"') < page.index('<section id="numbers"')


def test_a_command_is_listed_and_run(example: Path) -> None:
    listed = tnt(example, "--help").stdout
    assert "hello" in listed
    assert "From tnt-example." in listed
    assert tnt(example, "hello").stdout == "Hello from a plugin.\n"


def test_without_plugins_none_are_looked_for() -> None:
    """`importlib.metadata` alone takes longer to import than `tnt --help` has."""
    code = "import sys; from tnt.main import run; run(sys.argv[1:]); print('importlib.metadata' in sys.modules)"
    for arguments in (["--help"], ["new", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT, check=True
        )
        assert done.stdout.endswith("False\n")


@pytest.mark.parametrize("wrong", BROKEN)
def test_what_a_plugin_does_wrong_is_told_in_a_sentence_that_names_it(wrong: str, tmp_path: Path) -> None:
    group, code, said = BROKEN[wrong]
    write_plugin(tmp_path, "tnt-wrong", group, code)
    done = tnt(tmp_path, *USES[group])
    assert done.returncode == 2
    assert said in done.stderr
    assert "tnt-wrong" in done.stderr or "tnt_wrong" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_that_two_distributions_offer_is_refused(tmp_path: Path) -> None:
    for name in ("tnt-one", "tnt-two"):
        write_plugin(tmp_path, name, "tnt.commands", "")
    done = tnt(tmp_path, "wrong")
    assert done.returncode == 2
    assert "offered by the installed distribution tnt-one and also by tnt-two" in done.stderr


def test_a_name_of_tnt_cannot_be_taken(tmp_path: Path) -> None:
    write_plugin(tmp_path, "tnt-wrong", "tnt.commands", "1 / 0", name="schema")
    assert tnt(tmp_path, "schema").returncode == 0


def write_plugin(folder: Path, distribution: str, group: str, code: str, name: str = "wrong") -> None:
    """A distribution that offers one thing, as it stands when it is installed."""
    package = distribution.replace("-", "_")
    (folder / package).mkdir()
    (folder / package / "__init__.py").write_text(code, encoding="utf-8")
    about = folder / f"{package}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[{group}]\n{name} = {package}:THING\n", encoding="utf-8")


def test_programs_are_told_in_english() -> None:
    error = PluginError("folder", name="wrong", distribution="tnt-wrong", found="/nowhere")
    assert str(error) == "wrong of the installed distribution tnt-wrong cannot be used: there is no folder /nowhere."
