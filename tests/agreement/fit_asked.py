"""What `tnt fit` answers to a random pack, and what it wrote."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from tests.agreement.fit_packs import FitPack
from tnt import Problems
from tnt.analyses.fit.fit import fit
from tnt.analyses.fit.request import FitRequest
from tnt.analyses.fit.result import FitChoice, FitResult
from tnt.cli.request import EstimateRequest
from tnt.diagnostics import Code


@contextmanager
def written(asked: FitPack) -> Iterator[FitRequest]:
    """The request, while its files are there."""
    with tempfile.TemporaryDirectory() as name:
        folder, options = Path(name), {}
        (folder / "pack").mkdir()
        asked.pack.write(folder / "pack")
        for key in ("weights", "priorities"):
            if (document := getattr(asked, key)) is not None:
                options[key] = str(folder / f"{key}.yaml")
                (folder / f"{key}.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")
        estimate = EstimateRequest((str(folder / "pack"),), None, (), None)
        yield FitRequest(estimate, outcome=asked.outcome, **options)


def answer(asked: FitPack, **options: Any) -> FitResult | None:
    """None where what must stay cannot stay together."""
    with written(asked) as request:
        try:
            return fit(FitRequest(request.estimate, **{**_options(request), **options}))
        except Problems as problems:
            if [one.code for one in problems.diagnostics] == [Code.STAY_AND_EXCLUDE]:
                return None
            raise


def _options(request: FitRequest) -> dict[str, Any]:
    return {key: getattr(request, key) for key in ("outcome", "weights", "priorities")}


def followed(choice: FitChoice) -> frozenset[str]:
    return frozenset(one.id for one in choice.recommendations if one.uptake > 0)
