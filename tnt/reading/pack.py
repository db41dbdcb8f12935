"""A pack: the documents of the files given together, and what they declare for each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tnt.diagnostics import Diagnostic, Severity
from tnt.format.base import Document, Text, in_language
from tnt.format.capacity import CapacityDocument
from tnt.format.case import CaseDocument
from tnt.format.conditions import Condition, ConditionsDocument
from tnt.format.contacts import ContactsDocument
from tnt.format.guideline import GuidelineDocument
from tnt.format.lists import ListsDocument
from tnt.format.pack import PackDocument
from tnt.format.population import PopulationDocument
from tnt.format.shared_parts import KNOWN_ROLES, Declares, Role, Source
from tnt.reading.declared import declared, declared_in_case
from tnt.reading.demand import check_baselines, shipped_baselines
from tnt.reading.documents import Loaded
from tnt.reading.files import expand, read_bytes
from tnt.reading.meaning import check_meaning
from tnt.reading.references import check_references
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import find_shipped, label
from tnt.reading.tree import Tree

D = TypeVar("D", bound=Document)


@dataclass(frozen=True)
class Pack:
    """What was read from a set of files, and every problem met on the way."""

    trees: Sequence[Tree]
    documents: Sequence[Loaded[Document]]
    diagnostics: Sequence[Diagnostic]
    texts: Mapping[str, str]
    """The text of every file that is text, those that could not be read as YAML too: for showing the lines."""

    def of(self, kind: type[D]) -> list[Loaded[D]]:
        """The documents of one kind, in the order of their files."""
        return [loaded for loaded in self.documents if isinstance(loaded.document, kind)]  # type: ignore[misc]

    @property
    def has_errors(self) -> bool:
        """Whether some problem keeps the files from being used."""
        return any(problem.severity is Severity.ERROR for problem in self.diagnostics)

    @property
    def conditions(self) -> dict[str, tuple[Loaded[ConditionsDocument], Condition]]:
        """Condition -> its file and entry."""
        return {
            name: (file, entry)
            for file in self.of(ConditionsDocument)
            for name, entry in file.document.conditions.items()
        }

    @property
    def sources(self) -> dict[str, Source]:
        """Source id -> entry."""
        return {name: entry for file in self._declaring() for name, entry in file.sources.items()}

    @property
    def outcomes(self) -> dict[str, Text]:
        """Outcome id -> its text."""
        return {name: entry for file in self._declaring() for name, entry in file.outcomes.items()}

    @property
    def roles(self) -> dict[str, Role]:
        """Role id -> entry; the known roles first, replaced by what a file says of them."""
        roles = {name: Role(isco=isco) for name, isco in KNOWN_ROLES.items()}
        for file in self._declaring():
            roles |= {name: entry for name, entry in file.roles.items() if entry.title is not None or name not in roles}
        return roles

    def _declaring(self) -> list[Declares]:
        return [loaded.document for loaded in self.documents if isinstance(loaded.document, Declares)]


def read_pack(paths: Iterable[str | Path], *, reuse: Reuse | None = None) -> Pack:
    """Read all files, check each and all together; problems are in the pack, whatever could be read is there too.

    What `reuse` holds already is not read again.
    """
    reuse = Reuse() if reuse is None else reuse
    files, problems = expand(paths)
    texts: dict[str, str] = {}
    trees = [tree for file in files if (tree := _read(file, problems, texts, reuse)) is not None]
    trees += [tree for path in shipped_baselines(trees) if (tree := _read(path, problems, texts, reuse)) is not None]
    known = declared(trees)
    problems += known.duplicates()
    populations = known.ids("population") | {name for name in _referred(trees) if find_shipped("population", name)}
    documents = []
    for tree in trees:
        loaded, found = reuse.document(tree)
        problems += found
        if loaded is not None:
            documents.append(loaded)
            for part in (loaded, *inside_case(loaded)):
                names = declared_in_case(tree) if isinstance(loaded.document, CaseDocument) else known
                problems += [*check_references(part, names, populations), *check_meaning(part)]
    for together in (documents, *map(inside_case, documents)):
        problems += check_baselines(together)
    return Pack(trees, documents, problems, texts)


def inside_case(loaded: Loaded[Document]) -> list[Loaded[Document]]:
    """The documents written inside a case."""
    if not isinstance(loaded.document, CaseDocument):
        return []
    given = loaded.document.given
    parts: list[tuple[str, Document | None]] = [
        ("guideline", given.guideline),
        ("conditions", given.conditions),
        ("contacts", given.contacts),
    ]
    return [Loaded(loaded.tree, part, ("given", name)) for name, part in parts if part is not None]


def title_and_notice(pack: Pack) -> tuple[Text | None, Text | None]:
    """What the packs call themselves and want printed on every output."""
    packs = [loaded.document for loaded in pack.of(PackDocument)]
    return (
        _joined([each.title or each.pack for each in packs], " + "),
        _joined([each.notice for each in packs if each.notice is not None], " "),
    )


def _joined(texts: Sequence[Text], between: str) -> Text | None:
    """Several texts as one, in every language that one of them is written in."""
    if len(texts) < 2:
        return texts[0] if texts else None
    languages = dict.fromkeys(lang for text in texts if isinstance(text, dict) for lang in text) or {"en": None}
    return {lang: between.join(in_language(text, lang) for text in texts) for lang in languages}


def populations(pack: Pack) -> dict[str, Loaded[PopulationDocument]]:
    """Reference populations of the pack, by id."""
    return {loaded.document.population: loaded for loaded in pack.of(PopulationDocument)}


def lists_files(pack: Pack) -> dict[str, Loaded[ListsDocument]]:
    """Lists files of the pack, by id."""
    return {loaded.document.lists: loaded for loaded in pack.of(ListsDocument)}


def baselines(pack: Pack) -> dict[str, Loaded[ContactsDocument]]:
    """Contacts files of the pack, by id."""
    return {loaded.document.contacts: loaded for loaded in pack.of(ContactsDocument)}


def capacities(pack: Pack) -> dict[str, Loaded[CapacityDocument]]:
    """Capacities of the pack, by id."""
    return {loaded.document.capacity: loaded for loaded in pack.of(CapacityDocument)}


def guidelines(pack: Pack) -> list[Loaded[GuidelineDocument]]:
    """Guidelines of the pack that count: all but the retired."""
    return [loaded for loaded in pack.of(GuidelineDocument) if loaded.document.status != "retired"]


def _read(file: Path, problems: list[Diagnostic], texts: dict[str, str], reuse: Reuse) -> Tree | None:
    raw = read_bytes(file)
    if isinstance(raw, Diagnostic):
        problems.append(raw)
        return None
    texts[label(file)] = raw.decode("utf-8-sig", "replace")
    tree, found = reuse.tree(file, raw)
    problems += found
    return tree


def _referred(trees: Iterable[Tree]) -> set[str]:
    """Reference populations that lists files of these trees rest on."""
    named = {str(tree.data.get("reference_population")) for tree in trees if "lists" in tree.data}
    return named | {_default_population()} if named else named


def _default_population() -> str:
    return str(ListsDocument.model_fields["reference_population"].default)
