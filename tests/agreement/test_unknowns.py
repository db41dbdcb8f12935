"""Nothing a result says of what is unknown turns out wrong once it is known: METHOD "What is never done"."""

import random
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.oracle import changes
from tests.oracle.claims import broken, claims
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.profile import looks
from tnt import Result


def estimated(pack: Folder) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        return pack.estimate(Path(folder))


@looks(60)
@given(packs(), st.sampled_from(["0 min", "1 min", "300 min"]))
def test_a_time_that_becomes_known(pack: Folder, time: str) -> None:
    assert broken(claims(estimated(pack)), claims(estimated(changes.with_missing_times(pack, time)))) == []


@looks(60)
@given(packs(), st.sampled_from(["0 %", "40 %", "100 %"]))
def test_a_current_uptake_that_becomes_known(pack: Folder, uptake: str) -> None:
    assert broken(claims(estimated(pack)), claims(estimated(changes.with_missing_uptakes(pack, uptake)))) == []


@looks(60)
@given(packs(), st.sampled_from([0.0, 12.0, 700.0]))
def test_a_register_that_becomes_known(pack: Folder, people: float) -> None:
    assert broken(claims(estimated(pack)), claims(estimated(changes.with_missing_registers(pack, people)))) == []


@looks(120)
@given(packs(), st.randoms(use_true_random=False))
def test_people_who_are_shown(pack: Folder, which: random.Random) -> None:
    hidden, whole = changes.with_hidden_people(pack, which)
    assert broken(claims(estimated(hidden)), claims(estimated(whole))) == []
