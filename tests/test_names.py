"""One word means one thing: no two classes of tnt share a name, and no public constant's name has two values."""

import ast
from collections import defaultdict
from collections.abc import Iterator

from tests.house import modules

MODULES = {name: ast.parse(path.read_text("utf-8")) for name, path in modules().items()}
MANY_MEANINGS = {
    "FORMATS": "each command's own choices for --format, in the file of the command",
}


def _constants(module: ast.Module) -> Iterator[tuple[str, str]]:
    """(name, value as source) of each public constant on the top level of a module."""
    for node in module.body:
        match node:
            case ast.Assign(targets=targets, value=value):
                pass
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                targets = [target]
            case _:
                continue
        for name in (target.id for target in targets if isinstance(target, ast.Name)):
            if not name.startswith("_"):
                yield name, ast.unparse(value)


def test_no_two_classes_share_a_name() -> None:
    homes = defaultdict(list)
    for file, module in MODULES.items():
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(file)
    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def test_no_two_public_constants_of_one_name_have_different_values() -> None:
    homes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file, module in MODULES.items():
        for name, value in _constants(module):
            homes[name][value].append(file)
    shared = {
        name: dict(values)
        for name, values in homes.items()
        if len({f for v in values.values() for f in v}) > 1 < len(values)
    }
    assert {name: files for name, files in shared.items() if name not in MANY_MEANINGS} == {}
    assert set(MANY_MEANINGS) <= set(shared), "a name that is no longer shared needs no reason"
