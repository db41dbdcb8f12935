"""Tables as an analyst has them, written small: each with the people, the posts and the lists that are in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.reading.tables.workbooks import Rows, write_sheets

BANDS = ("0-17", "18-66", "67+")
PEOPLE = {"1001": (110, 390, 120, 115, 380, 95), "1002": (1210, 1390, 420, 1215, 1380, 395)}
"""List -> women of the three bands, then men."""
HEADS = [f"{sex} {ages}" for sex in ("Kvinner", "Menn") for ages in ("0-17 år", "18-66 år", "67 år og over")]


@dataclass(frozen=True)
class Table:
    """What is in a table: `beyond` are the people who may be there besides; `says` are pieces of the draft."""

    write: Callable[[Path], Path]
    lists: int = 2
    people: float = 7220
    posts: float | None = None
    beyond: float = 0
    says: Sequence[str] = field(default=())


def _workbook(folder: Path) -> Path:
    sums = [sum(column) for column in zip(*PEOPLE.values(), strict=True)]
    rows: Rows = [
        ["Listestatistikk"], ["Uttrekk 1. november 2026"], [],
        ["Listenr", "Legekontor", *HEADS, "Stillinger"],
        *([int(one), f"Kontor {one}", *people, 1.5] for one, people in PEOPLE.items()),
        ["Sum", "", *sums, 3],
    ]  # fmt: skip
    return write_sheets(folder / "lister.xlsx", {"Lister": rows})


def _windows(folder: Path) -> Path:
    """As a Norwegian spreadsheet saves it: semicolons, a decimal comma, a space between thousands."""
    rows = [["Listenr", "Kontor på øya", *HEADS, "Årsverk"]]
    rows += [
        [one, f"Sørøya {one}", *(f"{count:,}".replace(",", " ") for count in people), "1,5"]
        for one, people in PEOPLE.items()
    ]
    return _saved(folder / "lister.csv", rows, "windows-1252")


def _with_totals(folder: Path) -> Path:
    """A row for everybody, and `Begge kjønn` and `Alle aldre` among the rows of each list."""
    parts = [
        (one, sex, ages, count)
        for one, people in PEOPLE.items()
        for (sex, ages), count in zip(((s, a) for s in ("Kvinner", "Menn") for a in BANDS), people, strict=True)
    ]
    both = [
        (one, "Begge kjønn", ages, sum(p[3] for p in parts if p[0] == one and p[2] == ages))
        for one in PEOPLE
        for ages in BANDS
    ]
    every = [
        (one, sex, "Alle aldre", sum(p[3] for p in (*parts, *both) if p[:2] == (one, sex)))
        for one in PEOPLE
        for sex in ("Kvinner", "Menn", "Begge kjønn")
    ]
    lists = [*parts, *both, *every]
    whole = {(sex, ages): sum(p[3] for p in lists if p[1:3] == (sex, ages)) for _, sex, ages, _ in lists}
    rows = [*lists, *(("I alt", sex, ages, count) for (sex, ages), count in whole.items())]
    return _saved(folder / "lister.csv", [["Liste", "Kjønn", "Alder", "Antall"], *rows], "utf-8")


def _titled(folder: Path) -> Path:
    rows = [["Fastlegelister"], ["Trukket ut;2026"], [], ["Liste", *HEADS]]
    rows += [[one, *map(str, people)] for one, people in PEOPLE.items()]
    rows += [["Kilde: Helsedirektoratet", *[""] * 6]]
    return _saved(folder / "lister.csv", rows, "utf-8")


def _suppressed(folder: Path) -> Path:
    rows = [["practice_code", "female_0-17", "female_18-66", "female_67+", "male_0-17", "male_18-66", "male_67+"]]
    rows += [[one, *map(str, people)] for one, people in PEOPLE.items()]
    rows += [["1003", "<5", "100", "10", "<5", "100", "10"], ["1004", "20", "100", ":", "20", "100", "10"]]
    return _saved(folder / "lists.csv", rows, "utf-8-sig", ",")


def _json_stat(folder: Path) -> Path:
    def dimension(label: str, labels: dict[str, str]) -> dict[str, object]:
        return {"label": label, "category": {"index": list(labels), "label": labels}}

    dimensions = {
        "Region": dimension("region", {"0301": "Oslo", "4601": "Bergen"}),
        "Kjonn": dimension("kjønn", {"2": "Kvinner", "1": "Menn"}),
        "Alder": dimension("alder", {"F00": "0-17 år", "F18": "18-66 år", "F67": "67 år eller eldre"}),
        "ContentsCode": dimension("statistikkvariabel", {"Personer1": "Personer"}),
        "Tid": dimension("år", {"2025": "2025", "2026": "2026"}),
    }
    values = [count for people in PEOPLE.values() for now in people for count in (now - 10, now)]
    data = {"version": "2.0", "class": "dataset", "label": "07459", "id": list(dimensions), "size": [2, 2, 3, 1, 2]}
    (folder / "tabell.json").write_text(json.dumps(data | {"dimension": dimensions, "value": values}), "utf-8")
    return folder / "tabell.json"


def _in_percent(folder: Path) -> Path:
    rows = [["Fastlege", *HEADS, "Stillingsprosent"]]
    rows += [
        [one, *map(str, people), percent] for (one, people), percent in zip(PEOPLE.items(), ("80", "100"), strict=True)
    ]
    return _saved(folder / "lister.csv", rows, "utf-8")


def _norwegian_ages(folder: Path) -> Path:
    ages = ("0-17 år", "18-89 år", "90 år og over")
    rows = [["Kommune", "Kjønn", "Aldersgruppe", "Personer"]]
    rows += [
        [place, sex, age, str(count)]
        for place, people in zip(("Ås", "Bø"), PEOPLE.values(), strict=True)
        for (sex, age), count in zip(((s, a) for s in ("K", "M") for a in ages), people, strict=True)
    ]
    return _saved(folder / "kommuner.csv", rows, "utf-8")


def _saved(path: Path, rows: Sequence[Sequence[object]], encoding: str, separator: str = ";") -> Path:
    path.write_text("\n".join(separator.join(map(str, row)) for row in rows) + "\n", encoding=encoding)
    return path


TABLES = {
    "a workbook with titles and a sum": Table(_workbook, posts=3, says=["not: {Listenr: [Sum]}", "posts: Stillinger"]),
    "Windows-1252 with commas": Table(_windows, posts=3, says=['decimal: ","', "name: Kontor på øya"]),
    "totals": Table(_with_totals, says=["I alt", "shape: long"]),
    "titles": Table(_titled, says=["Kilde: Helsedirektoratet"]),
    "suppressed cells": Table(_suppressed, lists=4, people=7220 + 220 + 250, beyond=8, says=['missing: ["<5", ":"]']),
    "JSON-stat": Table(_json_stat, says=["id: Region code", "name: Region", 'where: {Tid: "2026"}']),
    "posts in per cent": Table(_in_percent, posts=1.8, says=["in: percent"]),
    "Norwegian ages": Table(_norwegian_ages, says=["id: Kommune", "ages: Aldersgruppe"]),
}
