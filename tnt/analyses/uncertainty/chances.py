"""How often each list is overloaded: lists by the share of the draws."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tnt.analyses.uncertainty.words import HARDLY
from tnt.show.page.histogram import HistogramData, drawing
from tnt.show.page.parts import Histogram
from tnt.show.page.wording import Wording

FEWEST_LISTS = 20
_INTERVALS = 10


def chances(probabilities: npt.NDArray[np.float64], wording: Wording, *, differ: bool = False) -> Histogram | None:
    """How many lists are overloaded in how many of the draws, or with what chance where they `differ`; None where few
    have a verdict."""
    known = probabilities[np.isfinite(probabilities)]
    if len(known) < FEWEST_LISTS:
        return None
    place = np.minimum((known * _INTERVALS + 1e-9).astype(int), _INTERVALS - 1)
    drawn = HistogramData(
        edges=np.linspace(0.0, 1.0, _INTERVALS + 1),
        is_open=False,
        counts=np.bincount(place, minlength=_INTERVALS)[None, :],
        legend=(),
        marks=(),
        description=wording.text(
            "report.sure.chances-description-own" if differ else "report.sure.chances-description",
            lists=len(known),
            never=int(np.count_nonzero(known < HARDLY if differ else known == 0)),
            always=int(np.count_nonzero(known > 1 - HARDLY if differ else known == 1)),
            hardly=wording.texts.share(HARDLY),
            nearly=wording.texts.share(1 - HARDLY),
        ),
    )
    return drawing(drawn, wording.limit, wording)
