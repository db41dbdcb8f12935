"""Rule files up to the limits are answered at the documented cost, whatever is wrong with them; larger ones refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.safety.process import run_tnt
from tnt import limits

GUIDELINE = "format: tnt/1\nguideline: g\n"
BYTES = limits.YAML_FILE_BYTES


def filled(start: str, line: Callable[[int], str], most: int = BYTES) -> str:
    """The start, and as many lines as the limit allows."""
    lines, size, number = [start], len(start.encode()), 0
    while (size := size + len((text := line(number)).encode())) <= most:
        lines.append(text)
        number += 1
    return "".join(lines)


def tasks(line: Callable[[int], str], most: int = BYTES) -> str:
    return filled(f"{GUIDELINE}recommendations:\n r:\n  population: {{}}\n  tasks:\n", line, most)


def chained(number: int) -> str:
    first = "frequency: 1 / year" if number == 0 else f"after: t{number - 1}"
    return f"   t{number}: {{role: gp, time: 1 min, {first}}}\n"


def recommendation(number: int, more: str = "") -> str:
    return f" r{number}:\n  population: {{{more}}}\n  tasks:\n   t: {{role: gp, time: 1 min, frequency: 1 / year}}\n"


LONG = "a" * 70
WRONG = {
    "unknown keys": filled(GUIDELINE + "recommendations: {}\n", lambda n: f"k{n}: 1\n"),
    "keys of a recommendation": filled(
        GUIDELINE + "recommendations:\n r:\n  population: {}\n  tasks: {}\n", lambda n: f"  k{n}: 1\n"
    ),
    "keys much like one another": tasks(lambda n: f"   t{n}: {{rolle: gp, tid: 1, frequensy: once}}\n"),
    "one key again and again": filled(GUIDELINE, lambda n: "a: 1\n"),
    "tags": filled(GUIDELINE, lambda n: f"k{n}: !t 1\n"),
    "empty keys": filled(GUIDELINE, lambda n: f"k{n}:\n"),
    "aliases": filled(GUIDELINE + "a: &x 1\n", lambda n: f"k{n}: *x\n"),
    "texts for numbers": tasks(lambda n: f"   t{n}: {{role: gp, time: soon, frequency: often}}\n"),
    "lists for mappings": tasks(lambda n: f"   t{n}: [[a]]\n"),
    "conditions of the same ages": filled(
        "format: tnt/1\nconditions:\n c:\n  prevalence:\n", lambda n: "  - {share: 1 %}\n"
    ),
    "contacts of the same ages": filled("format: tnt/1\ncontacts: c\nrows:\n", lambda n: "- {contacts: 1 / year}\n"),
    "a chain": tasks(chained),
    "a ring": tasks(lambda n: chained(n).replace("frequency: 1 / year", "after: t1000")),
    "a star": tasks(lambda n: chained(n) if n == 0 else f"   t{n}: {{role: gp, time: 1 min, after: t0}}\n"),
    "unknown tasks": tasks(lambda n: f"   {LONG}{n}: {{role: gp, time: 1 min, after: {LONG}x{n}}}\n"),
    "unknown roles": tasks(lambda n: f"   t{n}: {{role: {LONG}{n}, time: 1 min, frequency: once}}\n"),
    "unknown conditions": filled(
        GUIDELINE + "recommendations:\n", lambda n: recommendation(n, f"condition: {LONG}{n}")
    ),
    "sources and unknown ones": filled(
        GUIDELINE + "recommendations:\n r:\n  population: {}\n  tasks:\n",
        lambda n: f"   t{n}: {{role: gp, time: {{value: 1 min, source: {LONG}x{n}}}, frequency: once}}\n",
        BYTES // 2,
    )
    + filled("sources:\n", lambda n: f" {LONG}{n}: {{title: x}}\n", BYTES // 2 - 100),
    "numbers of groups": filled(GUIDELINE + "moves_together:\n", lambda n: f" m{n}: {{source: s}}\n", BYTES // 2)
    + filled(
        "recommendations:\n r:\n  population: {}\n  tasks:\n",
        lambda n: f"   t{n}: {{role: gp, time: {{value: 1 min, source: s}}, frequency: once}}\n",
        BYTES // 2 - 100,
    ),
    "numbers that are not there": filled(
        GUIDELINE + "recommendations:\n r:\n  population: {}\n  tasks: {t: {role: gp, time: 1 min, frequency: once}}\n"
        "moves_together:\n m:\n  numbers:\n",
        lambda n: f"  - g/r/tasks/t/time{n}\n",
    ),
    "dates that overlap": filled(
        GUIDELINE + "recommendations:\n r:\n  population: {}\n  tasks:\n   t:\n    role: gp\n    frequency: once\n"
        "    time:\n",
        lambda n: "    - {from: 2020-01-01, value: 1 min}\n",
    ),
    "periods": filled(
        GUIDELINE + "recommendations:\n",
        lambda n: recommendation(n).replace(
            "1 min", f"[{{until: 2{n % 99:03}-01-01, value: 1 min}}, {{from: 2{n % 99:03}-01-02, value: 2 min}}]"
        ),
    ),
    "scenario paths": filled(
        "format: tnt/1\nscenario: s\nchanges:\n", lambda n: f"- {{disable: norway-2026/{LONG}{n}}}\n"
    ),
    "changes of one place": filled("format: tnt/1\nscenario: s\nchanges:\n", lambda n: "- {disable: s/changes}\n"),
    "bands of a case": filled(
        "format: tnt/1\ncase: c\ngiven:\n list:\n  people:\n   all:\n",
        lambda n: f"    {n % 99}-{n % 99 + n // 99}: 1\n",
    ),
    "registers that are not columns": filled(
        "format: tnt/1\nlists: l\ntable: lists.csv\npeople: '{sex}_{ages}'\nregisters:\n",
        lambda n: f" {LONG}{n}: {LONG}x{n}\n",
    ),
    "capacity": filled("format: tnt/1\ncapacity: c\nroles:\n", lambda n: f" r{n}: {{hours: 1 h / week}}\n"),
    "reserves": filled(
        "format: tnt/1\ncapacity: c\nroles:\n gp:\n  hours: 1 h / year\n  support: {a: {share: 1 %}}\n  reserved:\n",
        lambda n: f"   r{n}: {{share: 1 %}}\n",
    ),
    "strategies": filled(
        "format: tnt/1\nstrategies: s\ncohort: {ages: all}\nhorizon: 100 years\noptions:\n",
        lambda n: f" o{n}: {{recommendations: [{', '.join(f'{LONG}/{LONG}{each}' for each in range(50))}]}}\n",
    ),
    "ids": filled(GUIDELINE + "recommendations:\n", lambda n: f" Å{n}: {{}}\n"),
    "one long text": f"{GUIDELINE}title: {'x' * (BYTES - 50)}\n",
    "one long line": f"{GUIDELINE}title: [{', '.join(['x'] * (BYTES // 3 - 50))}]\n",
    "one long quantity": tasks(lambda n: f"   t: {{role: gp, time: 1{' ' * (BYTES - 200)}x, frequency: once}}\n"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_of_the_largest_size_is_checked_at_the_documented_cost(name: str, tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text(WRONG[name], "utf-8")
    (tmp_path / "lists.csv").write_text("all_0-17,all_18+\n1,2\n", "utf-8")
    ran = run_tnt("check", "odd.yaml", cwd=tmp_path)
    assert ran.code in (0, 1), ran.err[-300:]
    assert ran.is_cheap, (ran.cpu_seconds, ran.peak_bytes)
    assert len(ran.out) < 100_000


LISTS = "format: tnt/1\nlists: l\ntable: lists.csv\nid: id\npeople: '{sex}_{ages}'\nstaff: {gp: {posts: gp}}\n"
TABLE = (
    "id,gp,female_0-17,female_18-64,female_65+,male_0-17,male_18+\na,1,100,350,80,100,420\nb,2,250,700,200,250,900\n"
)
CAPACITY = "format: tnt/1\ncapacity: c\nroles:\n gp: {hours: 1725 h / year}\n"
RANGE = "{low: 5 min, mean: 9 min, high: 15 min}"
COUNT, TASKS = limits.RECOMMENDATIONS, limits.TASKS
START = GUIDELINE + "recommendations:\n"
ONE = START + " r0:\n  population: {}\n  tasks:\n"


def written(start: str, count: int, line: Callable[[int], str]) -> str:
    """The start, and so many lines."""
    return start + "".join(map(line, range(count)))


RIGHT = {
    "recommendations": written(START, COUNT, recommendation),
    "recommendations for the ill": written(START, COUNT, lambda n: recommendation(n, f"condition: c{n}")),
    "tasks": written(ONE, TASKS, lambda n: f"   t{n}: {{role: gp, time: {RANGE}, frequency: 1 / year}}\n"),
    "chains": written(
        ONE, TASKS, lambda n: chained(n) if n % limits.TASKS_IN_A_ROW else chained(0).replace("t0", f"t{n}")
    ),
    "roles": written(START, COUNT, lambda n: recommendation(n).replace("gp", f"r{n}"))
    + written("roles:\n", COUNT, lambda n: f" r{n}: {{}}\n"),
    "shared work": written(
        START,
        int(limits.SHARED_PAIRS**0.5),
        lambda n: recommendation(n, f"ages: {n % 90}+").replace("min,", "min, activity: a,"),
    ),
}
COMMANDS = {
    "check": ["check", "."],
    "table": ["estimate", "."],
    "json": ["estimate", ".", "--format", "json", "--out", "out.json"],
    "csv": ["estimate", ".", "--format", "csv"],
    "xlsx": ["estimate", ".", "--format", "xlsx", "--out", "out.xlsx"],
    "draws": ["estimate", ".", "--draws", "512"],
    "report": ["report", ".", "--out", "out.html"],
    "compare": ["compare", "base", "2020-01-01", "--pack", "."],
    "lists": ["lists", "."],
    "explain": ["explain", "g/r0", "."],
    "survey": ["survey", "write", ".", "--out", "form.xlsx"],
}


def write_pack(folder: Path, guideline: str) -> None:
    for name, text in {"g": guideline, "lists": LISTS, "capacity": CAPACITY}.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    (folder / "lists.csv").write_text(TABLE, "utf-8")
    if "condition: c" in guideline:
        conditions = "".join(
            f" c{n}: {{prevalence: [{{share: 1 %}}]}}\n" for n in range(guideline.count("condition: c"))
        )
        (folder / "conditions.yaml").write_text("format: tnt/1\nconditions:\n" + conditions, "utf-8")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", RIGHT)
def test_as_much_as_is_taken_is_answered_at_the_documented_cost(name: str, command: str, tmp_path: Path) -> None:
    write_pack(tmp_path, RIGHT[name])
    ran = run_tnt(*COMMANDS[command], cwd=tmp_path)
    assert ran.code == 0, ran.err[-300:]
    assert ran.is_cheap, (ran.cpu_seconds, ran.peak_bytes)
