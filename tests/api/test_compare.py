"""`tnt.compare` of estimates, of inputs and of results."""

from pathlib import Path

import pytest

import tnt
from tests.api.packs import TIME, TIME_IN_SCENARIOS
from tests.command_line import Run


def sides(pack: Path) -> tuple[tnt.Estimate, tnt.Estimate]:
    small = tnt.read(pack)
    return small.estimate(), small.with_values({TIME: "12 min"}).estimate()


def test_estimates_inputs_and_results_compare_alike(pack: Path) -> None:
    before, after = sides(pack)
    whole = tnt.compare(before, after)
    assert whole.frame.equals(tnt.compare(before.inputs, after.inputs).frame)
    assert whole.frame.equals(tnt.compare(before.result, after.result).frame)
    assert "12 min" in whole.text()
    assert isinstance(whole, tnt.Comparison)


def test_a_comparison_is_shown_as_at_the_terminal(pack: Path, tnt: Run) -> None:
    before, after = sides(pack)
    import tnt as module

    scenario = pack.parent / f"{pack.name}-less.yaml"
    scenario.write_text(
        f"format: tnt/1\nscenario: less\nchanges:\n  - {{set: {TIME_IN_SCENARIOS}, to: 12 min}}\n", "utf-8"
    )
    told = tnt("compare", "base", str(scenario), "--pack", str(pack), "--lang", "en").stdout.decode()
    shown = module.compare(before, module.read(pack).estimate(scenarios=scenario), ("base", str(scenario)))
    assert shown.text() == told
    assert "12 min" in repr(module.compare(before, after))
    assert len(repr(module.compare(before, after))) < 4000


def test_its_steps_add_up_and_have_an_index(pack: Path) -> None:
    frame = tnt.compare(*sides(pack)).frame.loc["gp"]
    assert frame.index.name == "part"
    change = frame.loc[["recommendation", "shared-work"], "change_hours"].sum()
    total = frame.loc["after", "after_hours"] - frame.loc["before", "before_hours"]
    assert change == pytest.approx(total, rel=1e-12)


def test_its_files(pack: Path, tmp_path: Path) -> None:
    compared = tnt.compare(*sides(pack))
    compared.to_json(tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text("utf-8") == compared.to_json()
    assert str(compared.to_svg(lang="nb")).lstrip().startswith("<svg")
