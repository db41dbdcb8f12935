"""Random packs: every figure of the result agrees with the slow, obvious calculation."""

from hypothesis import given

from tests.oracle.agreement import assert_pack_agrees
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.profile import looks


@looks(120)
@given(packs())
def test_every_figure_of_a_random_pack(pack: Folder) -> None:
    assert_pack_agrees(pack)
