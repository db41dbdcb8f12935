"""Each list within its own time, where something is kept since nobody knows its benefit, and by tiers."""

from __future__ import annotations

from pathlib import Path

from tests.analyses.fit.packs import write
from tests.analyses.fit.test_choice import TIERS, WHOLE, asked, followed

PHARMACY_UNKNOWN = WHOLE.replace("    benefit: {outcome: stroke, nnt: 450, horizon: 5 years}\n", "")


def test_what_is_kept_gives_way_to_an_alternative_of_known_benefit(tmp_path: Path) -> None:
    folder = write(tmp_path, 500, PHARMACY_UNKNOWN)
    for per_list in (False, True):
        result = asked(folder, outcome="stroke", per_list=per_list)
        assert "heart/pharmacy" in result.unknown_benefit
        assert "office" in followed(result.choice)
        assert "pharmacy" not in followed(result.choice)
        assert "unknown-benefit" in followed(result.choice)


def test_where_the_alternative_does_not_fit_it_is_kept(tmp_path: Path) -> None:
    folder = write(tmp_path, 100, PHARMACY_UNKNOWN)
    for per_list in (False, True):
        choice = asked(folder, outcome="stroke", per_list=per_list).choice
        assert "pharmacy" in followed(choice)
        assert "office" not in followed(choice)


def test_lower_tiers_have_what_is_left(tmp_path: Path) -> None:
    folder = write(tmp_path / "pack", 500, WHOLE)
    (tmp_path / "tiers.yaml").write_text(TIERS, encoding="utf-8")
    result = asked(folder, priorities=str(tmp_path / "tiers.yaml"), per_list=True)
    assert {"exercise", "office", "treat", "diet", "unknown-benefit"} <= followed(result.choice)
    assert result.choice is not None
    assert result.choice.benefit is None  # of two outcomes without weights nothing is added up


def test_benefit_by_list_is_of_all_that_is_followed_as_it_is_with_shared_time(tmp_path: Path) -> None:
    """What must stay has a benefit as well."""
    legal = WHOLE.replace("  diet:\n", "  diet:\n    strength: legal\n")
    folder = write(tmp_path, 500, legal)
    together, by_list = (asked(folder, outcome="stroke", per_list=per_list).choice for per_list in (False, True))
    assert together is not None
    assert by_list is not None
    assert followed(together) == followed(by_list)
    assert by_list.benefit is not None
    assert together.benefit is not None
    assert abs(by_list.benefit - together.benefit) < 1e-9 * together.benefit
