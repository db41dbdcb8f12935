"""The house: modules of tnt import one another one way, wherever in a module the import stands."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from importlib import import_module

import pytest

from tests.house import imports, imports_of, modules


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
    assert circles(imports()) == []


@pytest.mark.parametrize(
    "text",
    ["import tnt.b", "from tnt import b", "from . import b", "def f():\n    from tnt.b import x", "HOME = 'tnt.b:x'"],
)
def test_a_circle_is_seen_however_the_import_is_written(text: str) -> None:
    imports = {"tnt.a": imports_of(text, "tnt.a", "tnt", {"tnt.a": 0, "tnt.b": 0}), "tnt.b": {"tnt.a"}}
    assert circles(imports) == [["tnt.a", "tnt.b"]]


def test_problems_are_made_in_one_place() -> None:
    """Whoever finds something wrong gives it to a sink and reads on, or raises a `problem` that stops at once."""
    made = [name for name, path in modules().items() if re.search(r"\bProblems\(", path.read_text("utf-8"))]
    assert made == ["tnt.diagnostics.problems"]


def remarks(text: str) -> Iterator[str]:
    """Comments, and texts that stand by themselves."""
    yield from (
        token.string for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type == tokenize.COMMENT
    )
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def test_what_remarks_name_is_there() -> None:
    known = modules()
    rooms = "|".join(sorted({name.split(".")[1] for name in known if "." in name}))
    named = re.compile(rf"(?<![\w./])((?:{rooms})(?:\.[a-z_]\w*)+)\b")
    for module, path in known.items():
        for remark in remarks(path.read_text("utf-8")):
            for name in (f"tnt.{found}" for found in named.findall(remark)):
                home, _, last = name.rpartition(".")
                assert name in known or (home in known and hasattr(import_module(home), last)), (module, name)
