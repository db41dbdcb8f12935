"""What weights and priorities say once, and must say."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import Document
from tnt.language.documents.fit.priorities import PrioritiesDocument, Tier
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.reading.documents import Loaded
from tnt.reading.yaml.tree import KeyPath


def check_signed(loaded: Loaded[Document]) -> Iterator[Diagnostic]:
    """Weights in two ways or in none; tiers that name nothing, or something twice."""
    document = loaded.document
    if isinstance(document, WeightsDocument) and (document.per_outcome is None) == (
        document.per_recommendation is None
    ):
        key = "weights" if document.per_outcome is None else "per_recommendation"
        values = {"keys": "per_outcome, per_recommendation"}
        yield Diagnostic(Code.CONFLICTING_KEYS, loaded.place(key, key=True), values)
    elif isinstance(document, PrioritiesDocument):
        yield from _twice(loaded, ("keep",), document.kept)
        for index, tier in enumerate(document.tiers):
            yield from _tier(loaded, ("tiers", index), tier)
        first, *others = [index for index, tier in enumerate(document.tiers) if tier.rest] or [0]
        for index in others:
            related = (loaded.place("tiers", first, "rest", key=True),)
            place = loaded.place("tiers", index, "rest", key=True)
            yield Diagnostic(Code.NAMED_TWICE, place, {"id": "rest"}, related=related)


def _tier(loaded: Loaded[Document], at: KeyPath, tier: Tier) -> Iterator[Diagnostic]:
    if "rest" in tier.model_fields_set and tier.named:
        values = {"keys": ", ".join((*tier.named, "rest"))}
        yield Diagnostic(Code.CONFLICTING_KEYS, loaded.place(*at, "rest", key=True), values)
    elif not tier.rest and not tier.named:
        yield Diagnostic(Code.TIER_OF_NOTHING, loaded.place(*at))
    for key, names in tier.named.items():
        yield from _twice(loaded, (*at, key), names)


def _twice(loaded: Loaded[Document], at: KeyPath, names: list[str]) -> Iterator[Diagnostic]:
    """What one list names again."""
    first: dict[str, Place] = {}
    for index, name in enumerate(names):
        place = loaded.place(*at, index)
        if name in first:
            yield Diagnostic(Code.NAMED_TWICE, place, {"id": name}, related=(first[name],))
        else:
            first[name] = place
