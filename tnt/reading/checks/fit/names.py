"""Names that choosing rests on: recommendations, guidelines and outcomes that are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cached_property

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.fit.choice import as_list, full_id, names_with_paths
from tnt.language.documents.fit.priorities import PrioritiesDocument
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.reading.declared import Declared
from tnt.reading.documents import Loaded
from tnt.reading.yaml.tree import KeyPath

_LIKE = 0.8
"""How like another a name is that most likely is that other, misspelt."""


def check_fit_names(loaded: Loaded[Document], known: Declared) -> Iterator[Diagnostic]:
    """Every name that leads nowhere in what is there. What a file that was not given may hold is a warning: guidelines
    are looked at one by one too, and weights serve several packs."""
    if not known.has_all("recommendations", "guideline"):
        return
    document, names = loaded.document, _Names(loaded, known)
    if isinstance(document, GuidelineDocument):
        for rec_id, rec in document.recommendations.items():
            for key, written in (("instead_of", rec.instead_of), ("needs", rec.needs)):
                for name, path in names_with_paths(written):
                    yield from names.recommendation(name, ("recommendations", rec_id, key, *path))
    elif not known.ids("recommendations"):
        return  # there is nothing to hold it against
    elif isinstance(document, WeightsDocument):
        for name in document.per_recommendation or {}:
            yield from names.recommendation(name, ("per_recommendation", name), is_key=True)
        if known.has_all("outcomes"):
            yield from _outcomes(names, document.per_outcome or {})
    elif isinstance(document, PrioritiesDocument):
        for name, path in names_with_paths(document.keep):
            yield from names.recommendation(name, ("keep", *path))
        for index, tier in enumerate(document.tiers):
            for name, path in names_with_paths(tier.recommendations):
                yield from names.recommendation(name, ("tiers", index, "recommendations", *path))
        yield from _guidelines(names, document)


def _outcomes(names: _Names, weighted: Collection[str]) -> Iterator[Diagnostic]:
    """Outcomes that nothing declares."""
    declared = names.known.ids("outcomes")
    others = [name for name in declared if name not in weighted]
    for name in weighted:
        if name not in declared:
            yield names.other(Code.UNKNOWN_OUTCOME, others, ("per_outcome", name), is_key=True)


def _guidelines(names: _Names, document: PrioritiesDocument) -> Iterator[Diagnostic]:
    """Guidelines that a tier names and nobody gave."""
    given = names.known.ids("guideline")
    named = {name for tier in document.tiers for name in as_list(tier.guidelines)}
    others = [name for name in given if name not in named]
    for index, tier in enumerate(document.tiers):
        for name, path in names_with_paths(tier.guidelines):
            if name not in given:
                yield names.other(Code.UNKNOWN_GUIDELINE, others, ("tiers", index, "guidelines", *path))


class _Names:
    """What one document may name."""

    def __init__(self, loaded: Loaded[Document], known: Declared) -> None:
        self.known = known
        self._loaded = loaded
        self._guideline = loaded.document.guideline if isinstance(loaded.document, GuidelineDocument) else ""

    def recommendation(self, name: str, at: KeyPath, *, is_key: bool = False) -> Iterator[Diagnostic]:
        """A recommendation that is not there: of a guideline that was given it is an error."""
        whole = full_id(self._guideline, name) if self._guideline else name
        if self._guideline is None or whole in self.known.ids("recommendations"):  # an id that could not be read
            return
        is_given = "/" not in whole or whole.partition("/")[0] in self.known.ids("guideline")
        code = Code.UNKNOWN_RECOMMENDATION if is_given else Code.NOT_AMONG_FILES
        near = self._near(name) if is_given else self._nearest(whole, self.known.ids("recommendations").keys())
        yield self._unknown(code, at, near, is_key=is_key)

    def other(self, code: Code, meant: Collection[str], at: KeyPath, *, is_key: bool = False) -> Diagnostic:
        """Something else that is not there. Much like one that is meant and not named it is that one, misspelt; else it
        may be in a file that was not given."""
        near = self._nearest(str(self._loaded.word(*at, key=is_key)), meant)
        return self._unknown(code if near else Code.NOT_AMONG_FILES, at, near, is_key=is_key)

    def _unknown(self, code: Code, at: KeyPath, near: str | None, *, is_key: bool) -> Diagnostic:
        written = self._loaded.word(*at, key=is_key) or str(at[-1])
        return Diagnostic(code, self._loaded.place(*at, key=is_key), {"id": written}, near)

    def _nearest(self, name: str, known: Collection[str]) -> str | None:
        return self.known.nearest.word(name, known, _LIKE)

    def _near(self, name: str) -> str | None:
        """The recommendation meant: of the same guideline by its id alone, else the only one of that id, else one that
        is written much the same."""
        if "/" in name:
            return self.known.nearest.word(name, self.known.ids("recommendations").keys())
        same = self._by_id.get(name, [])
        own = self.known.nearest.word(name, self._own)
        return own or (same[0] if len(same) == 1 else None)

    @cached_property
    def _by_id(self) -> dict[str, list[str]]:
        """Id within its guideline -> full ids."""
        found: dict[str, list[str]] = defaultdict(list)
        for whole in self.known.ids("recommendations"):
            found[whole.partition("/")[2]].append(whole)
        return found

    @cached_property
    def _own(self) -> list[str]:
        """The ids of the guideline itself."""
        begins = f"{self._guideline}/"
        return [whole.removeprefix(begins) for whole in self.known.ids("recommendations") if whole.startswith(begins)]
