"""Command lines for a folder: every command, format and option, the quick and telling ones more often."""

from __future__ import annotations

from random import Random

from tests.fuzz.mutations.hostile import NUMBERS, READABLE, TEXTS
from tests.fuzz.options import DAYS, OUT, SHIPPED_SCENARIOS, asked, drawing, out, paths

_SAYABLE = tuple(text for text in TEXTS if "\x00" not in text and "\ud800" not in text and text != "/")
"""What a shell can pass; who asks for the whole machine gets it, in time."""
_SURVEYED = ("survey read",) * 8 + ("survey write", "check", "estimate")
_USUAL = {
    "check": 26, "estimate": 30, "report": 6, "lists": 7, "years": 6, "explain": 5, "compare": 6, "survey write": 3,
    "test": 2, "strategies": 2, "fit": 4, "survey read": 1, "new": 0.5, "schema": 0.2,
}  # fmt: skip


def command_line(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    """A command that suits what the folder holds, most of the time."""
    command = _command(kinds, rng)
    words = [*command.split(), *_MAKERS[command](kinds, names, rng)]
    if command != "schema":
        at = len(command.split())
        words[at:at] = ["--lang", rng.choice(("en", "nb"))]
    if rng.random() < 0.02:
        at = rng.randint(1, len(words))
        text = rng.choice((*_SAYABLE, *NUMBERS, *names))
        words[at : at + rng.randrange(2)] = [text]
    return _kept_inside(words)


def _kept_inside(words: list[str]) -> list[str]:
    """No output is ever written outside of the folders of a run, whatever a mutation made of the words."""
    for at, word in enumerate(words[:-1]):
        if word == "--out" and not words[at + 1].startswith(OUT):
            words[at + 1] = f"{OUT}/output"
    return [
        word
        for at, word in enumerate(words)
        if not (word.startswith("--out") and (word != "--out" or at == len(words) - 1))
    ]


def _command(kinds: dict[str, set[str]], rng: Random) -> str:
    if "answers" in kinds and rng.random() < 0.9:
        return rng.choice(_SURVEYED)
    for kind, command in (("strategies", "strategies"), ("case", "test")):
        if kind in kinds and rng.random() < 0.5:
            return command
    return rng.choices(tuple(_USUAL), tuple(_USUAL.values()))[0]


def _estimate(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    forms = ("table", "table", "json", "json", "csv", "csv", "parquet", "xlsx")
    words = [*paths(names, rng), *asked(kinds, rng), *drawing(rng), *out(forms, rng, ("parquet", "xlsx"))]
    return [*words, "--fail-on-overload"] if rng.random() < 0.05 else words


def _lists(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    words = [*paths(names, rng), *asked(kinds, rng), *out(("table", "csv", "json", "xlsx"), rng, ("xlsx",))]
    words += ["--norm", rng.choice(READABLE)] if rng.random() < 0.3 else []
    return [*words, "--by", "area"] if rng.random() < 0.3 else words


def _years(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    words = [word if word != "--lists" else "--projection" for word in asked(kinds, rng)]
    words += ["--to", rng.choice(("2027", "2030", "2030", "2050", "2026", "9999", "1"))]
    return [*paths(names, rng), *words, *out(("table", "csv", "json", "html"), rng)]


def _compare(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    sides = ("base", "base", "2020-01-01", "2027-01-01", "week", "year", "git:HEAD", *names, *SHIPPED_SCENARIOS)
    packs = [word for path in paths(names, rng) for word in ("--pack", path)]
    return [
        *packs,
        *asked(kinds, rng),
        *out(("table", "json", "svg"), rng),
        "--",
        rng.choice(sides),
        rng.choice(sides),
    ]


def _explain(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    ids = (
        "pressure/check",
        "pressure/group",
        "pressure/new",
        "vaccine/dose",
        "demo/check",
        "bones/risk",
        "TNT201",
        "TNT999",
    )
    known = ("blood-pressure/yearly-check", "postpartum/check", "lung/copd-annual-review", "x", "a/b/c", "/", "")
    return [rng.choice(ids if rng.random() < 0.8 else known), *paths(names, rng), *asked(kinds, rng)]


def _survey_read(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    answers = sorted(kinds.get("answers", ())) or ["."]
    pack = sorted(kinds.get("guideline", ()))
    words = [rng.choice(answers) if rng.random() < 0.8 else "."]
    words += ["--pack", rng.choice(pack)] if pack and rng.random() < 0.6 else []
    return [*words, "--as-of", rng.choice(DAYS), *out(("table", "json", "yaml", "scenario"), rng)]


def _survey_write(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    words = [*paths(names, rng), *asked(kinds, rng), "--out", f"{OUT}/form.{rng.choice(('xlsx', 'html'))}"]
    return [*words, "--role", rng.choice(("nurse", "midwife", "x"))] if rng.random() < 0.2 else words


def _fit(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    words = [*paths(names, rng), *asked(kinds, rng), *out(("table", "csv", "json", "html"), rng)]
    for option, kind, chance in (("--weights", "weights", 0.5), ("--priorities", "priorities", 0.5)):
        if rng.random() < (chance if kind in kinds else 0.03):
            words += [option, rng.choice(sorted(kinds.get(kind, ())) or names)]
    if rng.random() < 0.3:
        words += ["--add", rng.choice(names)]
    if rng.random() < 0.2:
        words += ["--outcome", rng.choice(("stroke", "x", *READABLE))]
    words += ["--draws", "128"] if rng.random() < 0.1 else []
    return [*words, "--per-list"] if rng.random() < 0.2 else words


def _new(kinds: dict[str, set[str]], names: list[str], rng: Random) -> list[str]:
    """A starter, or a lists file drafted from a table."""
    tables = [name for name in names if name.endswith((".csv", ".csv.gz", ".xlsx", ".parquet", ".json"))]
    if tables and rng.random() < 0.7:
        return ["lists", rng.choice(tables)]
    return [rng.choice(("guideline", "conditions", "capacity", "case")), "--id", rng.choice((*_SAYABLE, "my-own"))]


_MAKERS = {
    "check": lambda kinds, names, rng: [
        *(paths(names, rng) or ["."]), "--format", rng.choice(("text", "text", "concise", "json", "github", "sarif"))
    ],
    "estimate": _estimate,
    "report": lambda kinds, names, rng: [
        *paths(names, rng), *asked(kinds, rng), *drawing(rng), *(["--out", f"{OUT}/report.html"] * (rng.random() < 0.3))
    ],
    "lists": _lists,
    "years": _years,
    "explain": _explain,
    "compare": _compare,
    "survey read": _survey_read,
    "survey write": _survey_write,
    "test": lambda kinds, names, rng: paths(names, rng) or ["."],
    "strategies": lambda kinds, names, rng: [
        *(paths(names, rng) or ["."]), "--as-of", rng.choice(DAYS), *out(("table", "json", "html"), rng)
    ],
    "fit": _fit,
    "new": _new,
    "schema": lambda kinds, names, rng: [rng.choice(("guideline", "case", "lists", "pack", "nothing"))],
}  # fmt: skip
