"""Clusters of random conditions."""

from __future__ import annotations

from copy import copy
from typing import Any

from hypothesis import strategies as st

from tests.oracle.drawn_packs.rules import chance

Document = dict[str, Any]
ranges: list[Any] = [{"low": 0.1, "mean": 0.3, "high": 0.5}, {"low": 0.5, "high": 0.8, "mean": 0.7}]
correlations = st.sampled_from([0.3, 0.9, 0, *ranges])


def write_clusters(draw: st.DrawFn, documents: list[Document]) -> None:
    """Some of the conditions of a file, in any order, whether anybody names them or not."""
    for document in documents:
        names = draw(st.permutations(list(document["conditions"])))
        if len(names) > 1 and draw(chance) < 6:
            some = names[: draw(st.integers(2, len(names)))]
            document["clusters"] = {"together": {"conditions": some, "correlation": copy(draw(correlations))}}
