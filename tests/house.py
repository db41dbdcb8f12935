"""The modules of tnt and what they import, wherever the import stands; and the floors the linter is told of."""

from __future__ import annotations

import ast
import importlib.util
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import tnt

ROOT = Path(tnt.__file__).parent
FACE = "tnt"
"""The package itself, whose `__getattr__` fetches what it promises from everywhere below it."""


def modules() -> dict[str, Path]:
    """Every module of tnt by its dotted name; a package is named without `__init__`."""
    named: dict[str, Path] = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        named[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return named


def package_of(module: str, path: Path) -> str:
    """Where a relative import in the module starts."""
    return module if path.stem == "__init__" else module.rpartition(".")[0]


def named_in(node: ast.AST, package: str) -> Iterator[str]:
    """Every dotted name that one node may import: statements, and text that is a module's name."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        relative = "." * node.level + (node.module or "")
        base = importlib.util.resolve_name(relative, package) if node.level else relative
        yield base
        yield from (f"{base}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("tnt."):
        yield node.value.partition(":")[0]


def imports_of(text: str, module: str, package: str, known: Mapping[str, object]) -> set[str]:
    """The modules of tnt that a module's text imports anywhere: at the top, in functions, for types only, by name."""
    names = {name for node in ast.walk(ast.parse(text)) for name in named_in(node, package)}
    return {name for name in names if name in known and name not in (module, FACE)}


@cache
def imports() -> dict[str, set[str]]:
    """Every module -> the modules it imports; of `tnt` itself none."""
    known = modules()
    of = {
        name: imports_of(path.read_text("utf-8"), name, package_of(name, path), known) for name, path in known.items()
    }
    return of | {FACE: set()}


def floors() -> list[list[str]]:
    """The rooms as import-linter is told of them, the highest floor first."""
    contracts = tomllib.loads((ROOT.parent / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [[room.strip() for room in floor.split("|")] for floor in layers]
