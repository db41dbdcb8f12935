"""A pack in a folder, as people write it, and the same as plain dicts for the slow calculation."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

import tnt
from tests.oracle.expected import Given
from tests.oracle.people import Row
from tnt import Result

Document = dict[str, Any]
NORWAY = Path(__file__).parents[3] / "guidelines/no/population-norway-2026.csv"


@dataclass
class Folder:
    """Everything that goes into an estimate."""

    guidelines: list[Document]
    lists: Document
    rows: list[Row]
    conditions: list[Document] = field(default_factory=list)
    capacity: Document | None = None
    population: list[Row] | None = None
    """None: the shipped population of Norway."""
    reserved_on: dict[str, list[str]] = field(default_factory=dict)
    contacts: list[Document] = field(default_factory=list)

    def given(self) -> Given:
        norway = read_table(NORWAY)
        reference = norway if self.population is None else self.population
        populations = {"norway-2026": norway, self.lists.get("reference_population", "norway-2026"): reference}
        return Given(
            self.guidelines,
            self.conditions,
            self.lists,
            self.rows,
            reference,
            self.capacity,
            self.reserved_on,
            populations,
            self.contacts,
        )

    def write(self, folder: Path) -> None:
        documents = [
            *self.guidelines,
            *self.conditions,
            *self.contacts,
            self.lists,
            *([self.capacity] if self.capacity else []),
        ]
        if self.population is not None:
            write_table(folder / "population.csv", self.population)
            documents.append({"population": self.lists["reference_population"], "table": "population.csv"})
        for number, document in enumerate(documents):
            text = yaml.safe_dump({"format": "tnt/1", **document}, allow_unicode=True, sort_keys=False)
            (folder / f"file-{number}.yaml").write_text(text, encoding="utf-8")
        write_table(folder / self.lists["table"], self.rows)
        for name, ids in self.reserved_on.items():
            (folder / name).write_text("".join(f"{one}\n" for one in ids), encoding="utf-8")

    def estimate(self, folder: Path) -> Result:
        self.write(folder)
        return tnt.estimate(tnt.load(folder), detail=True)


def read_table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_table(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
