"""Whatever two packs say: nothing against itself, the same with the other sign the other way, and it adds up."""

from __future__ import annotations

import math
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

import tnt
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.profile import looks
from tnt import Inputs


def loaded(folder: Folder, into: Path) -> Inputs:
    into.mkdir()
    folder.write(into)
    return tnt.load(into)


@looks(25)
@given(packs(), packs())
def test_bars_add_up_and_turn_round(one: Folder, other: Folder) -> None:
    with TemporaryDirectory() as folder:
        before, after = loaded(one, Path(folder) / "one"), loaded(other, Path(folder) / "other")
        forth, back = tnt.compare(before, after), tnt.compare(after, before)
    assert forth.roles.keys() == back.roles.keys()
    for name, role in forth.roles.items():
        turned = back.roles[name]
        assert {bar.id: bar.change_hours for bar in role.bars} == {bar.id: -bar.change_hours for bar in turned.bars}
        assert role.shared_work_hours == -turned.shared_work_hours
        assert role.one_sided_hours == -turned.one_sided_hours
        if role.before_hours is not None and role.after_hours is not None:
            steps = [*(bar.change_hours for bar in role.bars), role.shared_work_hours, role.one_sided_hours]
            sizes = [bar.before_hours + bar.after_hours for bar in role.bars]
            most = max([role.before_hours, role.after_hours, *sizes])
            total = math.fsum([role.before_hours, *steps])
            assert total == pytest.approx(role.after_hours, rel=1e-9, abs=1e-9 * most)


@looks(15)
@given(packs())
def test_a_pack_against_itself_has_no_bars(one: Folder) -> None:
    with TemporaryDirectory() as folder:
        before = loaded(one, Path(folder) / "one")
        after = tnt.load(Path(folder) / "one", reuse=before.reuse)
        comparison = tnt.compare(before, after)
    assert comparison.rules == []
    assert not any(role.is_changed for role in comparison.roles.values())
    assert not any(comparison.states.values())
