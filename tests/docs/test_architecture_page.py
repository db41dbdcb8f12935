"""docs/architecture.md is a true picture of the house; `make golden` writes what is measured anew."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

from tests.house import FACE, ROOT, floors, imports, modules

PROJECT = Path(__file__).parents[2]
PAGE = PROJECT / "docs" / "architecture.md"
IN_THE_REPORT = {"supply", "uncertainty"}
"""Analyses whose figures also stand in the estimate's report; the others are known to nobody."""


def room_of(module: str) -> str:
    """The room a module stands in: a folder or file right below tnt, an analysis by itself."""
    parts = module.split(".")
    return ".".join(parts[: 3 if parts[1:2] == ["analyses"] else 2])


def rooms() -> str:
    """The table of rooms: what each holds, and which others it knows."""
    knows: dict[str, set[str]] = {}
    for module, others in imports().items():
        if module != FACE:
            knows.setdefault(room_of(module), set()).update(map(room_of, others))
    known = modules()
    rows = ["| room | holds | knows |", "|---|---|---|"]
    for room in in_order(knows):
        doc = ast.get_docstring(ast.parse(known[room].read_text("utf-8"))) or ""
        others = ", ".join(short(other) for other in in_order(knows[room] - {room}))
        rows.append(f"| `{short(room)}` | {' '.join(doc.partition(chr(10) * 2)[0].split())} | {others} |")
    return "\n".join(rows)


def in_order(names: set[str] | dict[str, set[str]]) -> list[str]:
    """From the highest floor to the ground."""
    height = {room: number for number, floor in enumerate(floors()) for room in floor}
    return sorted(names, key=lambda name: (height.get(".".join(name.split(".")[:2]), -1), name))


def short(room: str) -> str:
    return room.removeprefix("tnt.").replace(".", "/")


def drawn_floors() -> str:
    return "\n".join("    " + "   ".join(map(short, floor)) for floor in floors())


def with_block(page: str, name: str, block: str) -> str:
    return re.sub(
        rf"(<!-- {name} -->\n).*?(<!-- end -->)", lambda found: f"{found[1]}\n{block}\n\n{found[2]}", page, flags=re.S
    )


def test_the_floors_and_rooms_are_those_of_the_code() -> None:
    page = PAGE.read_text("utf-8")
    true = with_block(with_block(page, "floors", drawn_floors()), "rooms", rooms())
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(true, "utf-8")
    assert page == true


def test_every_room_stands_on_a_floor() -> None:
    standing = {room for floor in floors() for room in floor} | {"tnt.__main__"}
    assert {".".join(name.split(".")[:2]) for name in modules() if name != FACE} == standing


def test_every_place_the_page_names_is_there() -> None:
    named = re.findall(r"(?:tnt|tests|templates|guidelines|docs)/[\w/.]*\w/?", PAGE.read_text("utf-8"))
    away = {"tnt/estimate/"}  # named as what may not be
    assert [place for place in named if place not in away and not (PROJECT / place).exists()] == []


def test_an_analysis_that_stands_alone_is_known_to_the_list_of_commands_and_the_python_api_only() -> None:
    folders = {path.parent.name for path in (ROOT / "analyses").glob("*/__init__.py")}
    for name in folders - IN_THE_REPORT:
        room = f"tnt.analyses.{name}"
        known_to = {module for module, others in imports().items() if any(room_of(other) == room for other in others)}
        assert {module for module in known_to if room_of(module) not in (room, "tnt.api")} == {"tnt.main"}


def test_no_folder_hides_a_public_name_and_none_has_more_than_twenty_files() -> None:
    import tnt

    assert not [name for name in tnt.__all__ if (ROOT / name).exists() or (ROOT / f"{name}.py").exists()]
    full = {path.parent for path in ROOT.rglob("*.py") if len(list(path.parent.glob("*.py"))) > 20}
    assert full == set()
