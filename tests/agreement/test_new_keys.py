"""Random packs with the new keys: every figure of the program agrees with the slow calculation, once it reads them."""

import math
import tempfile
from pathlib import Path

from hypothesis import given

from tests.oracle.agreement import assert_agrees
from tests.oracle.changes import sharing
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs
from tests.oracle.expected import expected
from tests.profile import looks


@looks(180)
@given(new_packs())
def test_every_figure_of_a_random_pack(pack: Folder) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert_agrees(pack.estimate(Path(folder)), expected(pack.given()))


@looks(90)
@given(new_packs())
def test_every_figure_of_a_pack_that_shares_work(pack: Folder) -> None:
    shared = sharing(pack)
    with tempfile.TemporaryDirectory() as folder:
        assert_agrees(shared.estimate(Path(folder)), expected(shared.given()))


@looks(30)
@given(new_packs())
def test_parts_less_what_is_counted_twice_are_the_total(pack: Folder) -> None:
    """And what is counted twice lies between its bounds, however courses, ages and conditions are combined."""
    slow = expected(sharing(pack).given())
    for role, total in slow.total.items():
        twice = slow.on_lists[role].twice
        for one in twice:
            assert one.least - 1e-7 <= one.hours <= one.most + 1e-7
        parts = [one.roles[role].required_hours or 0.0 for one in slow.recommendations.values() if role in one.roles]
        if total["required_hours"] is not None:
            assert math.isclose(
                total["required_hours"], sum(parts) - sum(one.hours for one in twice), rel_tol=1e-9, abs_tol=1e-6
            )
