"""Where a function can be changed a little, and into what."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
}
_COUNTED: dict[type[ast.operator], ast.operator] = {
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.Div(),
    ast.Div: ast.Mult(),
    ast.FloorDiv: ast.Div(),
    ast.Mod: ast.Mult(),
    ast.Pow: ast.Mult(),
    ast.BitAnd: ast.BitOr(),
    ast.BitOr: ast.BitAnd(),
}
NONE_RETURNED = "None returned"
_OTHER_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Change:
    """A part of a source text and what stands in its place; lines from 1, columns in bytes from 0, as `ast` has it."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    what: str


def changes(function: ast.FunctionDef) -> list[Change]:
    """Every change of one function, in the order of the text; functions inside it are part of it."""
    return [change for statement in _body(function) for node in _walk(statement) for change in _of(node)]


def _body(function: ast.FunctionDef) -> list[ast.stmt]:
    return function.body[1:] if ast.get_docstring(function) is not None else function.body


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what is below it, without what only types and readers see."""
    if isinstance(node, ast.Assert | ast.JoinedStr):  # an assertion tells types; parts of an f-string have no places
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, ast.AST) and not _is_cast(below):
                yield from _walk(below)


def _is_cast(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "cast"


def _of(node: ast.AST) -> Iterator[Change]:
    for make in _MAKERS:
        yield from make(node)


def _changed(node: ast.expr | ast.stmt, new: ast.expr | ast.stmt, what: str) -> Change:
    text = ast.unparse(ast.fix_missing_locations(new))
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    text = f"({text})" if isinstance(new, ast.expr) and not isinstance(new, ast.Constant | ast.Name) else text
    return Change(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, text, what)


def _operators(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        for place, old in enumerate(node.ops):
            new = _COMPARED[type(old)]
            ops = [*node.ops[:place], new, *node.ops[place + 1 :]]
            yield _changed(node, ast.Compare(node.left, ops, node.comparators), f"{_name(old)} to {_name(new)}")
    elif isinstance(node, ast.BinOp) and type(node.op) in _COUNTED and not _is_text(node):
        new_op = _COUNTED[type(node.op)]
        yield _changed(node, ast.BinOp(node.left, new_op, node.right), f"{_name(node.op)} to {_name(new_op)}")
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield _changed(node, ast.BoolOp(other, node.values), f"{_name(node.op)} to {_name(other)}")
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield _changed(node, node.operand, f"{_name(node.op)} removed")


def _values(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield _changed(node, ast.Constant(not node.value), f"{node.value} to {not node.value}")
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield _changed(node, ast.Constant(node.value + 1), f"{node.value} to {node.value + 1}")
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in _OTHER_NAMES:
        yield _changed(node, ast.Name(_OTHER_NAMES[node.id]), f"{node.id} to {_OTHER_NAMES[node.id]}")


def _conditions(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield _changed(node.test, ast.UnaryOp(ast.Not(), node.test), "condition negated")
    elif isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield _changed(test, ast.UnaryOp(ast.Not(), test), "condition negated")


def _statements(node: ast.AST) -> Iterator[Change]:
    is_call = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    if is_call or isinstance(node, ast.AugAssign | ast.Raise | ast.Continue | ast.Break):
        assert isinstance(node, ast.stmt)
        yield _changed(node, ast.Pass(), "statement removed")
    elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield _changed(node.value, ast.Constant(None), NONE_RETURNED)
        if isinstance(node.value, ast.Call) and node.value.args and not isinstance(node.value.args[0], ast.Starred):
            yield _changed(node.value, node.value.args[0], "argument returned")


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_text(node: ast.BinOp) -> bool:
    """Whether texts are joined or filled in: less of a text is nothing."""
    parts = (node.left, node.right)
    return any(isinstance(one, ast.JoinedStr) or isinstance(getattr(one, "value", None), str) for one in parts)


def _name(operator: ast.AST) -> str:
    return type(operator).__name__.lower()


_MAKERS: tuple[Callable[[ast.AST], Iterator[Change]], ...] = (_operators, _values, _conditions, _statements)
