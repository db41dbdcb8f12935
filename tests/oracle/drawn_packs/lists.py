"""Random but legal tables of lists: wide, long or without ages, with registers and posts, and their YAML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.oracle.drawn_packs.rules import CONDITIONS, ROLES, chance, maybe
from tests.oracle.people import Row

Document = dict[str, Any]
people = st.sampled_from(["0", "0", "1", "7", "12.5", "250", "1234"])
registers = st.sampled_from(["", "", "0", "1", "12", "90", "700", "5000"])
_IN = st.sampled_from(
    [
        {},
        {},
        {"in": "percent"},
        {"in": "hours-per-week", "full_time": "37.5 h / week"},
        {"in": "headcount"},
        {"in": "headcount", "posts_per_head": 0.85},
    ]
)
posts = st.sampled_from(["", "0", "0.25", "1", "3.7"])


@dataclass
class Table:
    document: Document
    rows: list[Row]
    population: list[Row] | None

    @property
    def ids(self) -> list[str]:
        """The ids of its lists, in the order of the table."""
        if "id" not in self.document:
            return [self.document["lists"]]
        return list(dict.fromkeys(row[self.document["id"]] for row in self.rows))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    document: Document = {"lists": "practices", "table": "table.csv"}
    ids = [f"P{number}" for number in range(draw(st.integers(1, 4)))]
    if len(ids) > 1 or draw(st.booleans()):
        document["id"] = "practice"
    maybe(document, "scaled_to", st.sampled_from([1000, 1200.5]), draw, 2)
    per_list = {name: _per_list(draw, document) for name in ids}
    shape = draw(st.sampled_from(["wide", "wide", "long", "total"]))
    rows = {"wide": _wide, "long": _long, "total": _total}[shape](draw, document, ids, per_list)
    return Table(document, rows, _population(draw, document))


def _per_list(draw: st.DrawFn, document: Document) -> Row:
    """Cells that are the list's own: its registers and posts; the first list decides which columns there are."""
    if "staff" not in document:
        document["registers"] = {name: f"register {name}" for name in CONDITIONS if draw(chance) < 4}
        document["staff"] = {role: _staff(draw, document, role) for role in ROLES if draw(chance) < 7}
    row = {column: draw(registers) for column in document["registers"].values()}
    return row | {
        staff["posts"]: draw(posts) for staff in document["staff"].values() if isinstance(staff.get("posts"), str)
    }


def _staff(draw: st.DrawFn, document: Document, role: str) -> Document:
    form = draw(chance)
    if form < 2:
        return {"people_per_post": draw(st.sampled_from([1010, 0.5]))}
    if form < 5 and "id" not in document:
        return {"posts": draw(st.sampled_from([2, 0, {"value": 0.8}]))} | draw(_IN)
    return {"posts": f"{role} posts"} | draw(_IN)


def _bands(draw: st.DrawFn) -> list[str]:
    cuts = sorted(draw(st.sets(st.integers(1, 104), min_size=1, max_size=5)))
    bands = [
        f"{first}-{last - 1}" if last - 1 > first else f"{first}" for first, last in zip([0, *cuts], cuts, strict=False)
    ]
    return [*bands, f"{cuts[-1]}+"]


def _wide(draw: st.DrawFn, document: Document, ids: list[str], per_list: dict[str, Row]) -> list[Row]:
    document["people"], sexes = draw(
        st.sampled_from([("{sex}_{ages}", ["female", "male"]), ("{sex} {ages} years", ["K", "M"]), ("n_{ages}", [""])])
    )
    if "K" in sexes:
        document["sex_names"] = {"female": "K", "male": "M"}
    columns = [document["people"].format(sex=sex, ages=band) for sex in sexes for band in _bands(draw)]
    columns = draw(st.permutations(list(dict.fromkeys(columns)))) if draw(st.booleans()) else columns
    return [{"practice": name} | {column: draw(people) for column in columns} | per_list[name] for name in ids]


def _long(draw: st.DrawFn, document: Document, ids: list[str], per_list: dict[str, Row]) -> list[Row]:
    document |= {"shape": "long", "people": "n", "ages": "band"}
    sexes = draw(st.sampled_from([["female", "male"], [""]]))
    if sexes != [""]:
        document["sex"] = "sex"
    bands = _bands(draw)
    rows = [
        {"practice": name, "sex": sex, "band": band, "n": draw(people)} | per_list[name]
        for name in ids
        for sex in sexes
        for band in bands
    ]
    return list(draw(st.permutations(rows)))


def _total(draw: st.DrawFn, document: Document, ids: list[str], per_list: dict[str, Row]) -> list[Row]:
    document["people"] = {"total": "n"}
    maybe(document, "ages_from", st.sampled_from(["reference", "none"]), draw, 7)
    return [{"practice": name, "n": draw(people)} | per_list[name] for name in ids]


def _population(draw: st.DrawFn, document: Document) -> list[Row] | None:
    """A population of its own, or the shipped one. Its last years are beyond 105."""
    if draw(chance) < 5:
        return None
    document["reference_population"] = "village"
    step = draw(st.integers(1, 50))
    return [
        {"sex": sex, "age": str(age), "people": str(1 + (age * step + shift) % 97)}
        for shift, sex in enumerate(("female", "male"))
        for age in range(109)
    ]
