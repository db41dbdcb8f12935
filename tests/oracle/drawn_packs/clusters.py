"""Random packs whose conditions cluster."""

from __future__ import annotations

from copy import copy, deepcopy
from typing import Any

from hypothesis import strategies as st

from tests.oracle.drawn_packs.files import Folder

Document = dict[str, Any]
ranges: list[Any] = [{"low": 0.1, "mean": 0.3, "high": 0.5}, {"low": 0.5, "high": 0.8, "mean": 0.7}]
correlations = st.sampled_from([0.3, 0.9, *ranges, *ranges, 0])


@st.composite
def clustered(draw: st.DrawFn, packs: st.SearchStrategy[Folder]) -> Folder:
    """Two conditions or more of a pack, in any order, whether or not anybody names them; of packs that have so many."""
    pack = deepcopy(draw(packs.filter(lambda one: any(len(each["conditions"]) > 1 for each in one.conditions))))
    for document in pack.conditions:
        names = draw(st.permutations(list(document["conditions"])))
        some = names[: draw(st.integers(2, len(names)))]
        document["clusters"] = {"together": {"conditions": some, "correlation": copy(draw(correlations))}}
    return pack
