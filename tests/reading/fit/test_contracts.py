"""Files that `tnt fit` is agreed to take are read whole, in every way in which they are written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tnt.language.documents.fit.priorities import PrioritiesDocument
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.reading.fit.choices import choices_of
from tnt.reading.fit.tiers import tiers_of
from tnt.reading.pack import Pack, read_pack
from tnt.reading.pack_documents import guidelines

OWN = Path(__file__).parents[2] / "fuzz" / "seeds" / "choosing"
AGREED = Path(__file__).parents[4] / "shared" / "coming"
FILES = [AGREED / name for name in ("fit-guideline.yaml", "weights.yaml", "priorities.yaml")]


@pytest.fixture(scope="module")
def own() -> Pack:
    pack = read_pack([OWN])
    assert list(pack.problems) == []
    return pack


def test_a_guideline_says_what_goes_together(own: Pack) -> None:
    rules = choices_of(own.documents)
    assert rules.at_most_one == (
        frozenset({"osteoporosis/scan", "osteoporosis/ask"}),
        frozenset({"osteoporosis/advise", "osteoporosis/scan"}),
    )
    assert rules.needs == {
        "osteoporosis/treat": (("osteoporosis/ask", "osteoporosis/scan"),),
        "osteoporosis/train": (("osteoporosis/treat",),),
        "osteoporosis/advise": (("osteoporosis/ask",),),
    }
    assert [name for name, rec in rules.recommendations.items() if rec.may_be_partial] == ["osteoporosis/treat"]


def test_a_task_says_what_may_move(own: Pack) -> None:
    (file,) = guidelines(own)
    task = file.document.recommendations["scan"].tasks["measure"]
    nurse, midwife = task.moves["nurse"], task.moves["midwife"]
    assert (nurse.share.expected, nurse.minutes_factor and nurse.minutes_factor.expected) == (0.7, 1.3)
    assert nurse.supervision is not None
    assert (nurse.supervision.role, nurse.supervision.time.expected) == ("gp", 2)
    assert (midwife.share.expected, midwife.minutes_factor, midwife.supervision) == (0.1, None, None)
    assert task.main_role == "gp"
    assert file.document.recommendations["ask"].tasks["questions"].main_role == "nurse"


def test_weights_by_outcome_and_by_recommendation(own: Pack) -> None:
    by_id = {file.document.weights: file.document for file in own.of(WeightsDocument)}
    fracture = by_id["group-2026"].numbers_by_name["fracture"]
    assert (fracture.low, fracture.expected, fracture.high) == (3, 5, 9)
    assert by_id["group-2026"].date == by_id["column-2026"].date == date(2026, 11, 30)
    values = {name: number.expected for name, number in by_id["column-2026"].numbers_by_name.items()}
    assert values == {"osteoporosis/treat": 120, "osteoporosis/ask": 0, "osteoporosis/train": 12.5}


def test_priorities_give_each_recommendation_one_place(own: Pack) -> None:
    (file,) = own.of(PrioritiesDocument)
    tiers = tiers_of(file.document, choices_of(own.documents).recommendations)
    assert tiers.kept == ("osteoporosis/ask", "osteoporosis/train")
    assert [names for _, names in tiers.tiers] == [
        ("osteoporosis/scan", "osteoporosis/treat"),
        (),
        ("osteoporosis/advise",),
    ]
    assert (tiers.unnamed, file.document.within) == ((), "benefit")


@pytest.mark.skipif(
    not all(path.is_file() for path in FILES), reason="the agreed files do not stand beside the project"
)
def test_what_was_agreed_is_read() -> None:
    pack = read_pack(FILES)
    assert not pack.problems.has_errors
    rules = choices_of(pack.documents)
    assert rules.at_most_one == (frozenset({"screening-choice/at-the-office", "screening-choice/at-the-pharmacy"}),)
    (needed,) = rules.needs["screening-choice/treat-found"]
    assert needed == ("screening-choice/at-the-office", "screening-choice/at-the-pharmacy")
    (weights,), (priorities,) = pack.of(WeightsDocument), pack.of(PrioritiesDocument)
    assert weights.document.signed_by == priorities.document.signed_by
    assert [bool(tier.named) for tier in priorities.document.tiers] == [True, True, True, False]


@pytest.mark.skipif(not FILES[1].is_file(), reason="the agreed files do not stand beside the project")
def test_the_other_way_of_weighing_that_was_agreed_is_read(tmp_path: Path) -> None:
    written = FILES[1].read_text("utf-8").splitlines()
    (column,) = (line.removeprefix("# ") for line in written if line.startswith("# per_recommendation:"))
    begun = [line for line in written if not line.startswith(("per_outcome", "  ", "#"))]
    (tmp_path / "column.yaml").write_text("\n".join([*begun, column, ""]), "utf-8")
    pack = read_pack([tmp_path])
    assert list(pack.problems) == []
    (file,) = pack.of(WeightsDocument)
    assert {name: number.expected for name, number in file.document.numbers_by_name.items()} == {
        "blood-pressure/treat": 120,
        "copd/rehabilitation": 35,
    }
