"""`tnt explain` takes ids as the texts they were made of."""

from pathlib import Path

import pytest

from tests.reading.files import TASK
from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate
from tnt.explain.trace import trace

GUIDELINE = f"""\
format: tnt/1
guideline: Kols-oppfølging
recommendations:
  Røykeslutt:
    population: {{ages: 40+}}
    tasks: {{Samtale på kontoret: {TASK}}}
"""


@pytest.mark.parametrize(("written", "address"), [
    ("kols-oppfolging/roykeslutt", "kols-oppfolging/roykeslutt"),
    ("kols-oppfolging/røykeslutt", "kols-oppfolging/roykeslutt"),
    ("Kols-oppfølging/Røykeslutt", "kols-oppfolging/roykeslutt"),
    ("Kols-oppfølging/Røykeslutt/tasks/Samtale på kontoret/time",
     "kols-oppfolging/roykeslutt/tasks/samtale-pa-kontoret/time"),
    ("kols-oppfolging/roykeslut", None),
])  # fmt: skip
def test_ids_as_texts_are_found(tmp_path: Path, written: str, address: str | None) -> None:
    (tmp_path / "g.yaml").write_text(GUIDELINE, "utf-8")
    inputs = load(tmp_path)
    step = trace(inputs, estimate(inputs), written)
    found = None if step is None else step.values.get("id") or step.values["path"]
    assert found == address
