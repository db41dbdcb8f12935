"""Claims: for a text of the catalogues, the values that the figures give it, what makes it true and where it stops.

A claim is declared beside the recomputation of its numbers, and docs/claims.md is written from the same lines.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from tests.claims.scenes import Said, Scene
from tnt.locale import LANGUAGES
from tnt.locale.catalogue import forms

Values = Mapping[str, object]
Recomputed = Callable[[Scene], Iterable[Values]]
SENTENCE = re.compile(r"[.!?:]$|[.!?] ")


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed by one text, or by several that are true for one reason."""

    keys: tuple[str, ...]
    true: str
    stops: str
    recomputed: Recomputed | None


class Claims:
    """The claims of one area: the texts whose keys begin with its prefixes."""

    def __init__(self, title: str, prefixes: tuple[str, ...], other_areas: tuple[str, ...] = ()) -> None:
        """`other_areas` are longer prefixes that another area answers for."""
        self.title = title
        self.claims: list[Claim] = []
        self._by_key: dict[str, Claim] = {}
        self._instructions: set[str] = set()
        self.keys = [key for key in forms("en") if key.startswith(prefixes) and not key.startswith(other_areas or "\0")]

    def claim(self, *keys: str, true: str, stops: str) -> Callable[[Recomputed], Recomputed]:
        """A sentence whose numbers the function gives for a scene: one set of values for each time it may be said."""

        def declared(recomputed: Recomputed) -> Recomputed:
            self._declare(Claim(keys, true, stops, recomputed))
            return recomputed

        return declared

    def label(self, *keys: str) -> Callable[[Recomputed], Recomputed]:
        """A heading or a cell with numbers in it, which says nothing more than they do."""
        return self.claim(*keys, true="", stops="")

    def stated(self, *keys: str, true: str, stops: str) -> None:
        """Sentences without numbers."""
        self._declare(Claim(keys, true, stops, None))

    def instruction(self, *keys: str) -> None:
        """Sentences that say what to do or what was wrong in the asking; they say nothing of the figures."""
        self._instructions.update(keys)

    def _declare(self, claim: Claim) -> None:
        for key in claim.keys:
            assert key not in self._by_key, f"{key} is claimed twice"
            self._by_key[key] = claim
        self.claims.append(claim)

    def faults(self, scenes: Iterable[Scene]) -> list[str]:
        """All that is wrong: texts never said, sentences nobody answers for, numbers the figures do not give."""
        scenes = list(scenes)
        return [*self._unknown(), *self._unsaid(scenes), *self._unanswered(), *self._wrong(scenes)]

    def _unknown(self) -> list[str]:
        declared = {*self._by_key, *self._instructions}
        return [f"{key}: no such text in this area" for key in sorted(declared - set(self.keys))]

    def _unsaid(self, scenes: list[Scene]) -> list[str]:
        """A sentence counts as said where it can be read in the output; a label where it was looked up."""
        heard = {
            (scene.lang, said.key)
            for scene, text in ((scene, in_one_line(scene.output)) for scene in scenes)
            for said in scene.said
            if not is_sentence(said.key) or in_one_line(said.text) in text
        }
        return [
            f"{key} ({lang}): no scene says it" for key in self.keys for lang in LANGUAGES if (lang, key) not in heard
        ]

    def _unanswered(self) -> list[str]:
        sentences = filter(is_sentence, self.keys)
        reasons = {key for key, claim in self._by_key.items() if claim.true and claim.stops} | self._instructions
        return [f"{key}: nobody says what makes it true, and where it stops" for key in sentences if key not in reasons]

    def _wrong(self, scenes: list[Scene]) -> list[str]:
        found: dict[str, None] = {}
        for scene in scenes:
            answers: dict[str, list[Values]] = {}
            for said in scene.said:
                if said.key in self.keys:
                    found |= dict.fromkeys(self._wrong_in(scene, said, answers))
        return list(found)

    def _wrong_in(self, scene: Scene, said: Said, answers: dict[str, list[Values]]) -> Iterable[str]:
        claim = self._by_key.get(said.key)
        recomputed = claim.recomputed if claim else None
        if said.key not in answers:
            answers[said.key] = list(recomputed(scene)) if recomputed else []
        where = f"{said.key} ({scene.shot.name}, {scene.lang}): “{said.text}”"
        numbers = {name for name in said.values if _holds_a_number(said, name, scene, self._by_key)}
        if recomputed is None:
            if numbers:
                yield f"{where}: nobody recomputes {', '.join(sorted(numbers))}"
            return
        fitting = [one for one in answers[said.key] if numbers <= one.keys()]
        if not any(scene.texts.text(said.key, **{**said.values, **one}) == said.text for one in fitting):
            wanted = [scene.texts.text(said.key, **{**said.values, **one}) for one in fitting[:4]]
            without = sorted(numbers - {name for one in answers[said.key] for name in one})
            yield f"{where}: the figures say {wanted}" + (
                f"; nobody recomputes {', '.join(without)}" if without else ""
            )


def is_sentence(key: str) -> bool:
    """Whether a text says something, rather than being the name of something."""
    return any(SENTENCE.search(text) for lang in LANGUAGES for text in forms(lang)[key])


def in_one_line(text: str) -> str:
    """What people read of a screen or a page, however its lines are broken."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def _holds_a_number(said: Said, name: str, scene: Scene, answered: Container[str]) -> bool:
    """Whether a value has a digit that was neither written by somebody nor said by a text that is answered for."""
    value = said.values[name]
    if "{" + name not in "".join(forms(scene.lang)[said.key]) or isinstance(value, bool):
        return False
    if isinstance(value, int | float):
        return True
    text = str(value)
    if not re.search(r"\d", text) or text in scene.known():
        return False
    return not any(other.text == text and other.key in answered for other in scene.said)
