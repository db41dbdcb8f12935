"""The context is the contract between the figures and the page: documented in full, and used in full."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

import pytest

from tests.report.results import ALL
from tests.watching import watching
from tnt.analyses.supply import context as context_supply
from tnt.analyses.uncertainty import context as context_uncertainty
from tnt.locale import Texts
from tnt.report.context import (
    benefit,
    brief,
    guidelines,
    overload,
    provenance,
    recommendations,
    report,
    scenarios,
    shared_work,
    start_up,
)
from tnt.report.page.build import report_context
from tnt.report.page.render import render
from tnt.show.page import parts
from tnt.show.page.templates import environment

MODULES = (
    benefit, brief, context_supply, context_uncertainty, guidelines, overload, parts, provenance, recommendations,
    report, scenarios, shared_work, start_up,
)  # fmt: skip
CLASSES = {name: one for module in MODULES for name, one in vars(module).items() if dataclasses.is_dataclass(one)}
DOCUMENTED = {(name, one.name) for name, kind in CLASSES.items() for one in dataclasses.fields(kind)}


@pytest.fixture(scope="module")
def used() -> set[tuple[str, str]]:
    watched = watching(CLASSES)
    texts = Texts("en")
    for make in ALL.values():
        render(environment(watched), report_context(make(), texts), texts)
    return watched.seen


def test_the_template_uses_only_what_is_documented(used: set[tuple[str, str]]) -> None:
    assert used - DOCUMENTED == set()


def test_everything_documented_is_used(used: set[tuple[str, str]]) -> None:
    assert DOCUMENTED - used == set()


def test_every_field_and_class_has_a_text() -> None:
    trees = [ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")) for module in MODULES]
    for part in (one for tree in trees for one in tree.body if isinstance(one, ast.ClassDef)):
        assert ast.get_docstring(part), part.name
        for statement, following in zip(part.body, [*part.body[1:], None], strict=True):
            if isinstance(statement, ast.AnnAssign):
                assert isinstance(following, ast.Expr), ast.unparse(statement)
                assert isinstance(following.value, ast.Constant), ast.unparse(statement)


def test_the_context_is_frozen() -> None:
    report = report_context(ALL["rich"](), Texts("en"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.title = "x"  # type: ignore[misc]
