"""The engine knows numpy and scipy, and nothing else outside the standard library."""

import ast
import sys
from pathlib import Path

import pytest

import tnt.engine

FILES = sorted(Path(tnt.engine.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_imports(path: Path) -> None:
    allowed = {"numpy", "scipy", *sys.stdlib_module_names}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        assert all(name.split(".")[0] in allowed or name.startswith("tnt.engine.") for name in modules)
