"""Small random packs to choose from: shared work, alternatives, needs, duties, moves, parts, unknowns, registers."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.oracle.drawn_packs.files import Folder

Document = dict[str, Any]
ROLES = ("gp", "nurse", "pharmacist")
_SIGNED = {"format": "tnt/1", "signed_by": "Panel", "date": "2026-11-20"}


@dataclass
class FitPack:
    """A pack, and what is to be maximised: an outcome, weights or priorities, or nothing where it has one outcome."""

    pack: Folder
    outcome: str | None = None
    weights: Document | None = None
    priorities: Document | None = None
    documents: dict[str, Document] = field(default_factory=dict)

    @property
    def recommendations(self) -> dict[str, Document]:
        """By full id, in the order of the files."""
        return {
            f"{one['guideline']}/{name}": rec
            for one in self.pack.guidelines
            for name, rec in one["recommendations"].items()
        }


def fit_pack(seed: int, *, visits: bool = False, moves: bool = False, most: int = 8, lists: int = 3) -> FitPack:
    """Always the same for a seed; with merged visits all consultations of a role share, with moves events may move and
    some recommendations may be followed in part."""
    random = Random(seed)
    names = [f"r{number}" for number in range(random.randint(3, most))]
    recommendations = {name: _recommendation(random, moves=moves) for name in names}
    _bind(random, names, recommendations)
    halves = (names[: len(names) // 2], names[len(names) // 2 :])
    guidelines = [
        _guideline(ids, {name: recommendations[name] for name in part})
        for ids, part in zip(("one", "two"), halves, strict=True)
    ]
    guidelines[0]["outcomes"] = {"stroke": "one stroke less", "fall": "one fall less"}
    _across(random, guidelines)
    pack = Folder(
        guidelines=guidelines,
        conditions=[{"conditions": {"copd": {"title": "COPD", "prevalence": [{"ages": "40+", "share": "9 %"}]}}}],
        lists={
            "lists": "practices",
            "table": "table.csv",
            "id": "id",
            "people": "n_{ages}",
            "staff": {"gp": {"posts": "gp"}, "nurse": {"posts": "nurse"}},
            **({"registers": {"copd": "copd"}} if random.random() < 0.5 else {}),
        },
        rows=[_row(random, f"P{number}") for number in range(random.randint(1, lists))],
        capacity=_capacity(random, visits=visits),
    )
    return _with_objective(random, FitPack(pack))


def _guideline(name: str, recommendations: Document) -> Document:
    return {
        "guideline": name,
        "title": name,
        "version": "1",
        "status": "draft",
        "recommendations": recommendations,
    }


def _recommendation(random: Random, *, moves: bool) -> Document:
    population: Document = {"ages": random.choice(["all", "40+", "65+", "18-64"])}
    if random.random() < 0.3:
        population["condition"] = "copd"
    elif random.random() < 0.5:
        population["share"] = random.choice(["10 %", "35 %", "50 %"])
    one: Document = {"population": population, "tasks": {"first": _task(random, moves=moves)}}
    if random.random() < 0.4:
        one["tasks"]["second"] = _task(random, moves=False)
    if random.random() < 0.8:
        one["benefit"] = {
            "outcome": random.choice(["stroke", "stroke", "fall"]),
            "nnt": random.choice([20, 75, 300, 800]),
            "horizon": random.choice(["1 year", "5 years"]),
            "applies_to": "first",
        }
        if random.random() < 0.1:
            del one["benefit"]["nnt"]
            one["benefit"]["risk_reduction"] = random.choice(["-1 %", "0 %"])
    if random.random() < 0.3:
        one["uptake"] = {"target": random.choice(["60 %", "85 %"])}
    if random.random() < 0.12:
        one["strength"] = "legal"
    elif random.random() < 0.08:
        one |= {"strength": "weak-against", "uptake": {"current": "30 %", "target": "10 %"}}
    elif moves and random.random() < 0.5:
        one["may_be_partial"] = True
    return one


def _task(random: Random, *, moves: bool) -> Document:
    task: Document = {
        "role": random.choice(["gp", "gp", "gp", "nurse", "pharmacist"]),
        "time": None if random.random() < 0.06 else f"{random.randint(3, 25)} min",
        "frequency": random.choice(["1 / year", "2 / year", "0.5 / year"]),
    }
    if random.random() < 0.35:
        task["activity"] = random.choice(["talk", "measure"])
    if moves and task["role"] == "gp" and task["time"] and random.random() < 0.5:
        supervised = {"supervision": {"role": "gp", "time": "1 min"}} if random.random() < 0.5 else {}
        task["may_move"] = {"nurse": {"share": random.choice(["40 %", "100 %"]), "minutes_factor": 1.3, **supervised}}
    return task


def _bind(random: Random, names: list[str], recommendations: Document) -> None:
    """Two alternatives and a third, needs of all and of any."""
    order = random.sample(names, len(names))
    if random.random() < 0.6:
        recommendations[order[0]]["instead_of"] = order[1:3] if random.random() < 0.5 else order[1]
    if len(order) > 3 and random.random() < 0.6:
        needed = [order[0], order[1]]
        recommendations[order[3]]["needs"] = {"any": needed} if random.random() < 0.6 else [order[2]]
    if len(order) > 5 and random.random() < 0.5:
        recommendations[order[5]]["needs"] = [order[3], order[4]]


def _across(random: Random, guidelines: list[Document]) -> None:
    """Names of the other guideline are written with it."""
    home = {name: one["guideline"] for one in guidelines for name in one["recommendations"]}

    def full(written: Any) -> Any:
        if isinstance(written, dict):
            return {key: full(names) for key, names in written.items()}
        return [full(name) for name in written] if isinstance(written, list) else f"{home[written]}/{written}"

    for guideline in guidelines:
        for rec in guideline["recommendations"].values():
            for key in ("instead_of", "needs"):
                if key in rec:
                    rec[key] = full(rec[key])


def _row(random: Random, name: str) -> dict[str, str]:
    people = {f"n_{ages}": str(random.randint(50, 700)) for ages in ("0-39", "40-64", "65+")}
    posts = {"gp": random.choice(["0", "1", "1", "2"]), "nurse": random.choice(["0", "0.5", "1"])}
    return {"id": name, **people, **posts, "copd": random.choice(["", "20", "90"])}


def _capacity(random: Random, *, visits: bool) -> Document:
    together = {"visits": {"consultation": {"fixed": "3 min", "merged": "50 %"}}} if visits else {}
    return {
        "capacity": "short",
        "title": "Short",
        "roles": {
            "gp": {"hours": f"{random.choice([0, 40, 120, 300, 600])} h / year", **together},
            "nurse": {"hours": f"{random.choice([30, 150, 800])} h / year"},
        },
    }


def _with_objective(random: Random, asked: FitPack) -> FitPack:
    ids = list(asked.recommendations)
    kind = random.choice(["outcome", "weights", "value", "tiers", "tiers-benefit"])
    if kind == "outcome":
        asked.outcome = "stroke"
    if kind in ("weights", "tiers-benefit"):
        per_outcome: Document = {"stroke": 10, **({"fall": 3} if random.random() < 0.6 else {})}
        asked.weights = {"weights": "panel", **_SIGNED, "per_outcome": per_outcome}
    if kind == "value":
        values = {name: random.randint(1, 40) for name in ids if random.random() < 0.8} or {ids[0]: 3}
        asked.weights = {"weights": "panel", **_SIGNED, "per_recommendation": values}
    if kind.startswith("tiers"):
        mixed = random.sample(ids, len(ids))
        keep = {"keep": [mixed.pop()]} if random.random() < 0.3 else {}
        cut = random.randint(1, len(mixed) - 1)
        tiers: list[Document] = [{"title": "First", "recommendations": mixed[:cut]}]
        tiers.append({"rest": True} if random.random() < 0.6 else {"title": "Next", "recommendations": mixed[cut:][:2]})
        within = {"within": "benefit"} if kind == "tiers-benefit" else {}
        asked.priorities = {"priorities": "panel", **_SIGNED, **keep, "tiers": tiers, **within}
    return asked
