"""What the files of a pack declare for each other: conditions, sources, outcomes, roles, and the ids of documents.

Read from the raw trees, so that a mistake elsewhere in a file does not make its conditions unknown to the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.diagnostics.nearest import Nearest
from tnt.language.documents.declares import KNOWN_ROLES
from tnt.language.kinds import KINDS
from tnt.reading.documents import kind_of
from tnt.reading.in_words.condition_words import ConditionNames
from tnt.reading.names import KnownNames
from tnt.reading.shipped import shipped_ids
from tnt.reading.yaml.tree import KeyPath, Tree

SECTIONS = ("sources", "outcomes", "conditions", "clusters", "moves_together")
_WITH_ID = [kind for kind in KINDS if kind not in ("case", "conditions")]


@dataclass
class Declared:
    """Section (sources, outcomes, conditions, roles, guideline, lists …) -> id -> where it is declared, first place
    first."""

    places: dict[str, dict[str, list[Place]]] = field(default_factory=dict)
    nearest: Nearest = field(default_factory=Nearest)
    is_case: bool = False
    """Whether these are the documents inside a case, for which nothing shipped is found."""
    is_whole: bool = True
    """Whether every file could be read: else what it declares is not known."""
    is_sound: bool = True
    """Whether nothing is wrong in a file: else what is shipped may not have been looked for."""
    condition_names: ConditionNames | None = None
    """What conditions are called; None inside a case."""
    unread: set[str] = field(default_factory=set)
    """Sections of which some file holds something that is no section."""
    _names: dict[tuple[str, ...], KnownNames] = field(default_factory=dict)

    def ids(self, section: str) -> Mapping[str, object]:
        """All ids of a section."""
        return self.places.get(section, {})

    def has_all(self, *sections: str) -> bool:
        """Whether what some sections declare is known in full."""
        return self.is_whole and self.unread.isdisjoint(sections)

    def names(self, *sections: str) -> KnownNames:
        """All ids of some sections, once everything has been declared."""
        if sections not in self._names:
            ids = {name: None for section in sections for name in self.ids(section)}
            are_all = self.has_all(*sections)
            self._names[sections] = KnownNames(
                ids, self.nearest, lambda: self._shipped(sections), are_all=are_all, are_shipped_known=not self.is_sound
            )
        return self._names[sections]

    def _shipped(self, sections: tuple[str, ...]) -> list[str]:
        return [name for section in sections if not self.is_case for name in shipped_ids(section)]

    def duplicates(self) -> list[Diagnostic]:
        """An id declared twice: an error at the second place, with the first beside it. Roles may have several
        capacities."""
        return [
            Diagnostic(Code.DUPLICATE_ID, again, {"kind": section, "id": name}, related=(first,))
            for section, ids in self.places.items()
            if section not in ("roles", "recommendations")
            for name, (first, *others) in ids.items()
            for again in others
        ]

    def add(self, section: str, name: str, place: Place) -> None:
        """Note one declaration."""
        self.places.setdefault(section, {}).setdefault(name, []).append(place)


def declared(trees: Sequence[Tree], nearest: Nearest, *, is_whole: bool = True, is_sound: bool = True) -> Declared:
    """Everything declared in the files given together. What stands inside a case stays there."""
    result = Declared(nearest=nearest, is_whole=is_whole, is_sound=is_sound, condition_names=ConditionNames(trees))
    for role in KNOWN_ROLES:
        result.add("roles", role, Place("tnt"))
    for tree in trees:
        kind = kind_of(tree)
        name = tree.id_of(kind) if kind in _WITH_ID else None
        if kind is not None and name is not None:
            result.add(kind, name, tree.place((kind,)))
        elif kind in _WITH_ID:
            result.unread.add(kind)
        if kind == "guideline":
            _add_recommendations(result, tree, (), name)
        if kind != "case":
            _add_sections(result, tree, ())
    return result


def _add_recommendations(result: Declared, tree: Tree, base: KeyPath, guideline: str | None) -> None:
    recommendations = tree.value(base).get("recommendations")
    if guideline is None or not isinstance(recommendations, dict):
        result.unread.add("recommendations")
        return
    for name in recommendations:
        place = tree.place((*base, "recommendations", name), key=True)
        result.add("recommendations", f"{guideline}/{name}", place)


def declared_in_case(tree: Tree, nearest: Nearest) -> Declared:
    """What the documents inside a case declare, for each other."""
    result = Declared(nearest=nearest, is_case=True)
    for role in KNOWN_ROLES:
        result.add("roles", role, Place("tnt"))
    given = tree.data.get("given")
    for name, part in given.items() if isinstance(given, dict) else ():
        if name == "capacity" and isinstance(part, dict):
            for role in part:
                result.add("roles", role, tree.place(("given", name, role), key=True))
        elif isinstance(part, dict):
            if name == "contacts" and isinstance(part.get("contacts"), str):
                result.add("contacts", part["contacts"], tree.place(("given", name, "contacts")))
            if name == "guideline" and isinstance(part.get("guideline"), str):
                result.add("guideline", part["guideline"], tree.place(("given", name, "guideline")))
                _add_recommendations(result, tree, ("given", name), part["guideline"])
            _add_sections(result, tree, ("given", name))
            _add_registers(result, tree, ("given", name), part)
    return result


def _add_sections(result: Declared, tree: Tree, base: KeyPath) -> None:
    data = tree.data
    for part in base:
        data = data[str(part)]
    for section in (*SECTIONS, "roles"):
        entries = data.get(section)
        if entries is not None and not isinstance(entries, dict):
            result.unread.add(section)
        for name in entries if isinstance(entries, dict) else ():
            result.add(section, name, tree.place((*base, section, name), key=True))
    if "lists" in data:
        _add_registers(result, tree, base, data)


def _add_registers(result: Declared, tree: Tree, base: KeyPath, data: Mapping[str, Any]) -> None:
    """A register declares its condition where no file gives its prevalence."""
    registers = data.get("registers")
    if registers is not None and not isinstance(registers, dict):
        result.unread.add("registers")
    for name in registers if isinstance(registers, dict) else ():
        if name not in result.ids("registers"):
            result.add("registers", name, tree.place((*base, "registers", name), key=True))
