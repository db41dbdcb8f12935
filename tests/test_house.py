"""The house: modules of tnt import one another one way, wherever in a module the import stands."""

import ast
import importlib.util
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import tnt

ROOT = Path(tnt.__file__).parent
FACE = "tnt"  # the package itself fetches what it promises from everywhere below it, when it is asked


def modules() -> dict[str, Path]:
    """Every module of tnt by its dotted name; a package is named without `__init__`."""
    found: dict[str, Path] = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def package_of(module: str, path: Path) -> str:
    """Where a relative import in the module starts."""
    return module if path.stem == "__init__" else module.rpartition(".")[0]


def named_in(node: ast.AST, package: str) -> Iterator[str]:
    """Every dotted name that one node may import: statements, and text that is a module's name."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
        yield from (base, *(f"{base}.{alias.name}" for alias in node.names))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("tnt."):
        yield node.value.partition(":")[0]


def imports_of(text: str, module: str, package: str, known: Mapping[str, object]) -> set[str]:
    """The modules of tnt that a module's text imports anywhere: at the top, in functions, for types only, by name."""
    names = {name for node in ast.walk(ast.parse(text)) for name in named_in(node, package)}
    return {name for name in names if name in known and name not in (module, FACE)}


def circles(imports: Mapping[str, set[str]]) -> list[list[str]]:
    """The strongly connected components of more than one module (Tarjan), each in order of name."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        number[module] = low[module] = len(number)
        stack.append(module)
        for other in sorted(imports[module]):
            if other not in number:
                visit(other)
            if other in stack:
                low[module] = min(low[module], low[other])
        if low[module] == number[module]:
            cut = stack.index(module)
            if len(stack) - cut > 1:
                found.append(sorted(stack[cut:]))
            del stack[cut:]

    for module in sorted(imports):
        if module not in number:
            visit(module)
    return found


def test_no_module_of_tnt_is_part_of_an_import_circle() -> None:
    """Imports inside functions, under TYPE_CHECKING and by name included; what `import tnt` itself offers is not."""
    known = modules()
    imports = {
        name: imports_of(path.read_text("utf-8"), name, package_of(name, path), known) for name, path in known.items()
    }
    assert circles(imports | {FACE: set()}) == []


@pytest.mark.parametrize(
    "text",
    ["import tnt.b", "from tnt import b", "from . import b", "def f():\n    from tnt.b import x", "HOME = 'tnt.b:x'"],
)
def test_a_circle_is_seen_however_the_import_is_written(text: str) -> None:
    imports = {"tnt.a": imports_of(text, "tnt.a", "tnt", {"tnt.a": 0, "tnt.b": 0}), "tnt.b": {"tnt.a"}}
    assert circles(imports) == [["tnt.a", "tnt.b"]]
