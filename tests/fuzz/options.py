"""Options that several commands share: paths, formats, dates, lists, working time, scenarios and draws."""

from __future__ import annotations

from random import Random

from tests.fuzz.mutations.hostile import READABLE

OUT = "../out"
"""The folder beside the files where outputs go."""
DAYS = (*("2026-11-22",) * 12, "2020-01-01", "2030-12-31", "0001-01-01", "9999-12-31")
SHIPPED_SCENARIOS = ("team-porter", "list-norm-1000", "alis-supervision", "group-instead")
_LISTS = ("norway-mean-list", "norway-nation", "clinics", "districts", "years", "lists.yaml", "lists-mean.yaml")
_SAID = (
    "1200 people",
    "1 200 innbyggere, 0,5 stilling",
    "0 people",
    "norge",
    "clinics.csv",
    "norway-municipalities-2026",
)
_ONLY = ("a", "A1", "1", "Oslo", "våler", *READABLE)
_CAPACITIES = ("week", "year", "norwegian-gp-2018", "capacity.yaml", "capacity-2018.yaml", "clinic-2026")


def paths(names: list[str], rng: Random) -> list[str]:
    """The folder, some of its files, or one that is not there."""
    how = rng.random()
    if how < 0.85:
        return ["."]
    if how < 0.98:
        return rng.sample(names, rng.randint(1, len(names)))
    return rng.choice(([], ["nowhere.yaml"], ["."] * 2, [".."], ["../empty"], ["/dev/null"], [""]))


def out(forms: tuple[str, ...], rng: Random, must: tuple[str, ...] = ()) -> list[str]:
    """A format, and a file for it now and then; always for those that are not for reading."""
    form = rng.choice(forms)
    words = ["--format", form]
    if form in must or rng.random() < 0.2:
        words += ["--out", f"{OUT}/output.{form}"]
    return words


def asked(kinds: dict[str, set[str]], rng: Random) -> list[str]:
    """Lists, working time, scenarios and a date."""
    words = ["--as-of", rng.choice(DAYS)]
    for option, chance, known in (
        ("--lists", 0.05, _LISTS + _SAID),
        ("--only", 0.05, _ONLY),
        ("--capacity", 0.05, _CAPACITIES),
    ):
        if rng.random() < chance:
            words += [option, rng.choice(known)]
    own = sorted(kinds.get("scenario", ()))
    if rng.random() < (0.5 if own else 0.03):
        words += ["--scenario", rng.choice(own or list(SHIPPED_SCENARIOS))]
    return words


def drawing(rng: Random) -> list[str]:
    if rng.random() > 0.4:
        return []
    words = ["--draws", "128", "--method", rng.choice(("stratified", "plain", "latin-hypercube", "sobol"))]
    if rng.random() < 0.5:
        words += ["--assume-range", "thirty-percent"]
    if rng.random() < 0.2:
        words += ["--overload-weight", rng.choice(READABLE)]
    return words
