"""Files of the tests of choosing: three small guidelines, weights and priorities, all written here."""

from __future__ import annotations

from pathlib import Path

from tnt.reading.pack import Pack, read_pack

TASK = "{role: gp, time: 10 min, frequency: 1 / year}"
WEIGHTS = "format: tnt/1\nweights: own\nsigned_by: The group\ndate: 2026-11-30\n"
PRIORITIES = "format: tnt/1\npriorities: own\nsigned_by: The group\ndate: 2026-11-30\n"


def guideline(name: str = "lungs", /, task: str = TASK, top: str = "", **keys: str) -> str:
    """A guideline: each recommendation with the keys it is given, `_` in its id for a hyphen."""
    recommendations = "".join(
        f"  {rec.replace('_', '-')}: {{population: {{ages: 40+}}, tasks: {{t: {task}}}{said and ', '}{said}}}\n"
        for rec, said in keys.items()
    )
    return f"format: tnt/1\nguideline: {name}\n{top}recommendations:\n{recommendations}"


def pack(folder: Path, *texts: str) -> Pack:
    """These files read together."""
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"p{number}.yaml")
        paths[-1].write_text(text, "utf-8")
    return read_pack(paths)
