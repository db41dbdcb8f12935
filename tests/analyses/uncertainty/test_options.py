"""--draws and what goes with it."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from tests.result.uncertain import uncertainty
from tnt.cli.request import METHODS
from tnt.cli.stages import Stages
from tnt.engine.draws import streams
from tnt.locale import Texts
from tnt.main import run
from tnt.result.uncertainty import Uncertainty


def test_methods_are_those_of_the_engine() -> None:
    assert get_args(streams.Method) == METHODS


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """What the simulation was asked for."""
    seen: list[dict[str, object]] = []

    def simulate(_: object, *, progress: Callable[[int, int], None], **settings: object) -> Uncertainty:
        seen.append(settings)
        progress(1, 2)
        return uncertainty()

    monkeypatch.setattr("tnt.analyses.uncertainty.simulate.simulate", simulate)
    return seen


def test_what_is_asked_for_reaches_the_simulation(
    asked: list[dict[str, object]], pack: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = ["--draws", "512", "--seed", "7", "--method", "sobol", "--assume-range", "x", "--overload-weight", "2"]
    assert run(["estimate", str(pack), "--lang", "en", *options]) == 0
    assert asked == [
        {"draws": 512, "seed": 7, "method": "sobol", "assume_range": "x", "overload_weight": 2.0},
    ]
    said = capfd.readouterr().out
    again = "--draws 512 --seed 7 --method sobol --assume-range x --overload-weight 2.0"
    assert f"tnt report {pack} {again} --out" in said
    assert f"tnt explain demo/check {pack}\n" in said


def test_only_draws_must_be_said(asked: list[dict[str, object]], pack: Path) -> None:
    assert run(["report", str(pack), "--draws", "128", "--lang", "nb", "--out", str(pack / "r.html")]) == 0
    assert asked == [{"draws": 128, "seed": 1, "method": "stratified", "assume_range": None, "overload_weight": 1.0}]
    assert "--draws 128 --lang nb" in (pack / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["estimate", "report"])
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--draws", "127"], "127 is not in the range 128<=x<=65536"),
        (["--draws", "65537"], "65537 is not in the range"),
        (["--draws", "1000", "--method", "sobol"], "a power of two, such as --draws 1024, not 1000."),
        (["--draws", "128", "--overload-weight", "0"], "'0' is not a number above 0."),
        (["--draws", "128", "--overload-weight", "nan"], "'nan' is not a number above 0."),
        (["--draws", "128", "--overload-weight", "1e308"], "'1e308' is not between 1e-06 and 1e+06."),
        (["--draws", "128", "--overload-weight", "5e-324"], "'5e-324' is not between 1e-06 and 1e+06."),
        (["--seed", "2"], "--seed says how to simulate. Say how many draws too, such as --draws 4096."),
        (["--assume-range", "x"], "--assume-range says how"),
        (["--overload-weight", "2"], "--overload-weight says how"),
        (["--method", "plain"], "--method says how"),
    ],
)
def test_wrong_use(
    command: str, options: list[str], sentence: str, pack: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([command, str(pack), "--out", str(pack / "out"), "--lang", "en", *options]) == 2
    assert sentence in " ".join(capfd.readouterr().err.split())
    assert not (pack / "out").exists()


def test_interrupted_while_it_simulates(monkeypatch: pytest.MonkeyPatch, pack: Path) -> None:
    def interrupt(*_: object, **__: object) -> Uncertainty:
        raise KeyboardInterrupt

    monkeypatch.setattr("tnt.analyses.uncertainty.simulate.simulate", interrupt)
    before = sorted(pack.iterdir())
    assert run(["estimate", str(pack), "--draws", "128", "--format", "csv", "--out", str(pack / "lists.out")]) == 130
    assert sorted(pack.iterdir()) == before


def test_the_bar_says_how_long_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.progress import Progress

    now = [0.0]
    monkeypatch.setattr("tnt.cli.stages.monotonic", lambda: now[0])
    progress = Progress()
    stage = Stages(progress, Texts("en"), 4)
    for name in ("read", "compute", "simulate"):
        stage.begin(name)
    now[0] = 10.0  # what it took to prepare
    stage.part(0, 4)
    task = progress.tasks[0]
    assert task.description == "Simulating"
    now[0] = 40.0
    stage.part(1, 4)
    assert task.description == "Simulating, about 1:30 left"
    assert task.completed == 2.25
    stage.begin("write")
    assert task.completed == 3
