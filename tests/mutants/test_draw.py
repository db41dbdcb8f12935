"""The same seed draws the same mutants; each is one small change that Python reads."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.mutants.draw import AREAS, Mutant, draw, functions
from tests.mutants.run import likeliest_first

ROOT = Path(__file__).parents[2]
SOURCE = '''\
class A:
    def f(self, x: int = 1) -> "int | None":
        """1 < 2"""
        assert x > 0
        if not x <= 3 and x:
            g("å", x + 2)
        return min(x, 5)
'''


def mutants() -> list[Mutant]:
    (found,) = functions([("tnt/engine/a.py", SOURCE)])
    return [Mutant(found, change) for change in found.changes]


def test_the_same_seed_draws_the_same_and_as_many_from_each_area() -> None:
    drawn = draw(ROOT, "a", 10)
    assert drawn == draw(ROOT, "a", 10)
    assert drawn != draw(ROOT, "b", 10)
    assert Counter(one.function.area for one in drawn) == dict(zip(AREAS, (3, 3, 2, 2), strict=True))
    assert len({one.where for one in drawn}) == 10


def test_what_is_changed_in_a_function() -> None:
    assert [(one.change.line, one.change.what, one.change.text) for one in mutants()] == [
        (5, "condition negated", "(not (not x <= 3 and x))"),
        (5, "and to or", "(not x <= 3 or x)"),
        (5, "not removed", "(x <= 3)"),
        (5, "lte to lt", "(x < 3)"),
        (5, "3 to 4", "4"),
        (6, "statement removed", "pass"),
        (6, "add to sub", "(x - 2)"),
        (6, "2 to 3", "3"),
        (7, "None returned", "None"),
        (7, "argument returned", "x"),
        (7, "min to max", "max"),
        (7, "5 to 6", "6"),
    ]


def test_a_change_stands_in_its_place_and_nothing_else_changes() -> None:
    place = next(one for one in mutants() if one.change.what == "add to sub")
    assert place.applied(SOURCE) == SOURCE.replace("x + 2", "(x - 2)")


@pytest.mark.parametrize("area", AREAS)
def test_changes_of_the_program_can_be_read(area: str) -> None:
    sources = {str(path): path.read_text("utf-8") for path in sorted((ROOT / "tnt" / area).rglob("*.py"))}
    for function in list(functions(sources.items()))[::8]:
        for change in function.changes:
            changed = Mutant(function, change).text
            assert changed != function.text
            ast.parse("class A:\n" * function.text.startswith(" ") + changed)


def test_tests_that_name_the_module_come_first(tmp_path: Path) -> None:
    for name, text in {
        "engine/test_a.py": "",
        "engine/test_b.py": "from tnt.engine import c, overlap",
        "engine/test_overlap.py": "",
        "oracle/test_c.py": "from tnt.engine.a import overlap",
        "cli/test_d.py": "import tnt.cli.overlap",
        "safety/test_e.py": "",
        "bench/test_f.py": "from tnt.engine import overlap",
        "mutants/test_g.py": "from tnt.engine import overlap",
    }.items():
        (tmp_path / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "tests" / name).write_text(text)
    assert likeliest_first(("tnt", "engine", "overlap"), tmp_path) == [
        ["tests/engine/test_b.py", "tests/engine/test_overlap.py"],
        ["tests/engine/test_a.py", "tests/oracle/test_c.py"],
        ["tests/cli/test_d.py"],
        ["tests/safety/test_e.py"],
    ]
