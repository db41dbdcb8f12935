"""What is mutated: every shipped file, every bad file, starters, and small packs of our own that use the whole
language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.entries import Files
from tests.fuzz.mutations.packed import packed

ROOT = Path(__file__).parents[2]
SEEDS = Path(__file__).parent / "seeds"
STRANGERS = Path("tests/fuzz/seeds/clinic")
_KIND = re.compile(
    rb"^(guideline|case|scenario|pack|lists|capacity|population|conditions|contacts|strategies|weights|priorities):",
    re.MULTILINE,
)
_COMPANION = ROOT / "tests/fuzz/seeds/answers/guideline.yaml"
_OF_A_SHIPPED_GUIDELINE = ("conditions.yaml", "contacts-2023.yaml")
_LARGEST = 1_000_000


@dataclass(frozen=True)
class World:
    """Files that belong together, and how often they are picked."""

    name: str
    files: Files
    weight: float


def corpus(also: tuple[Path, ...] = ()) -> tuple[World, ...]:
    """All of it, in an order that never changes; `also` are folders of one's own."""
    worlds = [*_bad(), *_starters(), *_shipped(), *_seeds()]
    worlds += [World(f"also/{folder.name}", _folder(folder), 20) for folder in also]
    return tuple(worlds)


def kinds(files: Files) -> dict[str, set[str]]:
    """Kind of document -> the names of its files; `answers` are answers to a survey, `table` any other table
    (of workbooks, those called lists.xlsx)."""
    found: dict[str, set[str]] = {}
    for name, entry in files.items():
        if isinstance(entry, bytes):
            for kind in _kinds_of(name, entry):
                found.setdefault(kind, set()).add(name)
    return found


def _kinds_of(name: str, data: bytes) -> set[str]:
    if name.endswith((".yaml", ".yml")):
        return {match.decode() for match in _KIND.findall(data)} or {"unknown"}
    is_answers = data.startswith(b"respondent") or (name.endswith(".xlsx") and not name.endswith("lists.xlsx"))
    return {"answers" if is_answers else "table"}


def _folder(folder: Path) -> Files:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size <= _LARGEST)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def _bad() -> list[World]:
    """Each bad file as it is; lists without a guideline get one, so that they can be estimated."""
    worlds = []
    for path in sorted((ROOT / "tests/bad").iterdir()):
        if path.is_dir():
            files = _folder(path)
            if not any(name.endswith(".yaml") and b"\nguideline:" in files[name] for name in files):
                files["companion.yaml"] = _COMPANION.read_bytes()
            worlds.append(World(f"bad/{path.name}", files, 0.6))
        elif path.suffix == ".yaml":
            worlds.append(World(f"bad/{path.name}", {path.name: path.read_bytes()}, 0.5))
    return worlds


def _starters() -> list[World]:
    paths = sorted((ROOT / "tnt/language/starters").glob("*.yaml"))
    return [World(f"starter/{path.name}", {path.name: path.read_bytes()}, 2) for path in paths]


def _shipped() -> list[World]:
    """The whole default pack now and then; its guidelines one by one with what they refer to; all other files."""
    folder = ROOT / "guidelines"
    worlds = [World("shipped/no", _folder(folder / "no"), 4)]
    worlds += [World(f"shipped/{name}", _folder(folder / name), 5) for name in ("strategies", "scenarios")]
    needed = {name: (folder / "no" / name).read_bytes() for name in _OF_A_SHIPPED_GUIDELINE}
    for path in sorted(folder.glob("*/*.yaml")):
        files: Files = {path.name: path.read_bytes()}
        if b"\nguideline:" in path.read_bytes() and path.parent.name == "no":
            files |= needed
        worlds.append(World(f"shipped/{path.parent.name}/{path.name}", files, 1))
    return worlds


def _seeds() -> list[World]:
    worlds = []
    for path in sorted(path for path in SEEDS.iterdir() if path.is_dir()):
        files = _folder(path)
        worlds.append(World(f"seed/{path.name}", files, 60))
        worlds += [World(f"seed/{path.name}-{how}", other, 25) for how, other in packed(files)]
    return worlds
