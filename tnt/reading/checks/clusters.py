"""Clusters of conditions: several, not too many, and each condition in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import Document
from tnt.language.documents.conditions import ConditionsDocument
from tnt.reading.documents import Loaded


def check_clusters(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """What is wrong with the clusters of files given together; each condition that is named again is told once, beside
    the first."""
    first: dict[str, tuple[str, Place]] = {}
    for loaded in documents:
        if not isinstance(loaded.document, ConditionsDocument):
            continue
        for name, cluster in loaded.document.clusters.items():
            at, named = ("clusters", name, "conditions"), set(cluster.conditions)
            if len(named) < 2:
                yield Diagnostic(Code.CLUSTER_OF_ONE, loaded.place(*at), {"id": name})
            if len(named) > limits.CONDITIONS_IN_CLUSTER:
                values = {"count": str(len(named)), "most": str(limits.CONDITIONS_IN_CLUSTER)}
                yield Diagnostic(Code.CLUSTER_TOO_LARGE, loaded.place(*at), values)
            for number, condition in enumerate(cluster.conditions):
                place = loaded.place(*at, number)
                cluster_of, related = first.setdefault(condition, (name, place))
                if related != place and len(named) > 1:
                    values = {"id": condition, "cluster": name, "other": cluster_of}
                    yield Diagnostic(Code.CONDITION_IN_CLUSTERS, place, values, related=(related,))
