"""People with several conditions at once: conditions are taken to be independent, and diseases cluster."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic
from tnt.language.documents.combined import CombinedConditions, in_one
from tnt.language.documents.guideline import GuidelineDocument
from tnt.reading.checks.combined import groups_with_paths
from tnt.reading.pack import Pack


def independent(pack: Pack) -> Iterator[Diagnostic]:
    """Every `all` of two conditions or more, which real people have together more often than independence says; but for
    those of one cluster."""
    clusters = [entry for _, entry in pack.clusters.values()]
    for loaded in pack.of(GuidelineDocument):
        for rec_id, rec in loaded.document.recommendations.items():
            for group, path in groups_with_paths(rec):
                if not isinstance(group.condition, CombinedConditions):
                    continue
                if any(not in_one(clusters, some) for some in group.condition.several()):
                    place = loaded.place("recommendations", rec_id, *path, "condition")
                    values = {"conditions": ", ".join(group.condition.named())}
                    yield Diagnostic(Code.TAKEN_AS_INDEPENDENT, place, values)
