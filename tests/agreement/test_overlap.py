"""Packs in which nearly everything is shared: every figure agrees with the slow, obvious calculation."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from tests.oracle.agreement import assert_agrees
from tests.oracle.changes import sharing
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.oracle.expected import expected
from tests.profile import looks


@looks(60)
@given(packs())
def test_every_figure_of_a_pack_that_shares_work(pack: Folder) -> None:
    shared = sharing(pack)
    with tempfile.TemporaryDirectory() as folder:
        result = shared.estimate(Path(folder))
    assert_agrees(result, expected(shared.given()))
    for role, total in result.total.items():
        parts = [one.roles[role].required_hours or 0.0 for one in result.recommendations if role in one.roles]
        if total.required_hours is not None:
            assert total.required_hours == pytest.approx(
                sum(parts) - total.overlap_hours - total.merged_visit_hours, rel=1e-12, abs=1e-9
            )
            known = result.lists.roles[role].required_hours
            assert float(known[known == known].sum()) == pytest.approx(total.required_hours, rel=1e-9, abs=1e-6)
