"""Rule files up to the limits are answered at the documented cost, whatever is wrong with them; larger ones refused."""

import os
import re
from collections.abc import Callable
from contextlib import redirect_stdout
from cProfile import Profile
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from tests.safety.tools.process import Ran, most_cpu_seconds, run_tnt
from tnt import limits
from tnt.main import run

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


@cache
def wrong(most: int) -> dict[str, str]:
    """Files of so many bytes in which much is wrong, each in its own way."""
    return {
        "unknown keys": filled(GUIDELINE + "recommendations: {}\n", lambda n: f"k{n}: 1\n", most),
        "keys of a recommendation": filled(
            GUIDELINE + "recommendations:\n r:\n  population: {}\n  tasks: {}\n", lambda n: f"  k{n}: 1\n", most
        ),
        "keys much like one another": tasks(lambda n: f"   t{n}: {{rolle: gp, tid: 1, frequensy: once}}\n", most),
        "one key again and again": filled(GUIDELINE, lambda n: "a: 1\n", most),
        "tags": filled(GUIDELINE, lambda n: f"k{n}: !t 1\n", most),
        "empty keys": filled(GUIDELINE, lambda n: f"k{n}:\n", most),
        "aliases": filled(GUIDELINE + "a: &x 1\n", lambda n: f"k{n}: *x\n", most),
        "texts for numbers": tasks(lambda n: f"   t{n}: {{role: gp, time: soon, frequency: often}}\n", most),
        "lists for mappings": tasks(lambda n: f"   t{n}: [[a]]\n", most),
        "conditions of the same ages": filled(
            "format: tnt/1\nconditions:\n c:\n  prevalence:\n", lambda n: "  - {share: 1 %}\n", most
        ),
        "contacts of the same ages": filled(
            "format: tnt/1\ncontacts: c\nrows:\n", lambda n: "- {contacts: 1 / year}\n", most
        ),
        "a chain": tasks(chained, most),
        "a ring": tasks(lambda n: chained(n).replace("frequency: 1 / year", "after: t1000"), most),
        "a star": tasks(lambda n: chained(n) if n == 0 else f"   t{n}: {{role: gp, time: 1 min, after: t0}}\n", most),
        "unknown tasks": tasks(lambda n: f"   {LONG}{n}: {{role: gp, time: 1 min, after: {LONG}x{n}}}\n", most),
        "unknown roles": tasks(lambda n: f"   t{n}: {{role: {LONG}{n}, time: 1 min, frequency: once}}\n", most),
        "unknown conditions": filled(
            GUIDELINE + "recommendations:\n", lambda n: recommendation(n, f"condition: {LONG}{n}"), most
        ),
        "sources and unknown ones": filled(
            GUIDELINE + "recommendations:\n r:\n  population: {}\n  tasks:\n",
            lambda n: f"   t{n}: {{role: gp, time: {{value: 1 min, source: {LONG}x{n}}}, frequency: once}}\n",
            most // 2,
        )
        + filled("sources:\n", lambda n: f" {LONG}{n}: {{title: x}}\n", most // 2 - 100),
        "numbers of groups": filled(GUIDELINE + "moves_together:\n", lambda n: f" m{n}: {{source: s}}\n", most // 2)
        + filled(
            "recommendations:\n r:\n  population: {}\n  tasks:\n",
            lambda n: f"   t{n}: {{role: gp, time: {{value: 1 min, source: s}}, frequency: once}}\n",
            most // 2 - 100,
        ),
        "numbers that are not there": filled(
            GUIDELINE
            + "recommendations:\n r:\n  population: {}\n  tasks: {t: {role: gp, time: 1 min, frequency: once}}\n"
            "moves_together:\n m:\n  numbers:\n",
            lambda n: f"  - g/r/tasks/t/time{n}\n",
            most,
        ),
        "dates that overlap": filled(
            GUIDELINE + "recommendations:\n r:\n  population: {}\n  tasks:\n   t:\n    role: gp\n    frequency: once\n"
            "    time:\n",
            lambda n: "    - {from: 2020-01-01, value: 1 min}\n",
            most,
        ),
        "periods": filled(
            GUIDELINE + "recommendations:\n",
            lambda n: recommendation(n).replace(
                "1 min", f"[{{until: 2{n % 99:03}-01-01, value: 1 min}}, {{from: 2{n % 99:03}-01-02, value: 2 min}}]"
            ),
            most,
        ),
        "scenario paths": filled(
            "format: tnt/1\nscenario: s\nchanges:\n", lambda n: f"- {{disable: norway-2026/{LONG}{n}}}\n", most
        ),
        "changes of one place": filled(
            "format: tnt/1\nscenario: s\nchanges:\n", lambda n: "- {disable: s/changes}\n", most
        ),
        "bands of a case": filled(
            "format: tnt/1\ncase: c\ngiven:\n list:\n  people:\n   all:\n",
            lambda n: f"    {n % 99}-{n % 99 + n // 99}: 1\n",
            most,
        ),
        "registers that are not columns": filled(
            "format: tnt/1\nlists: l\ntable: lists.csv\npeople: '{sex}_{ages}'\nregisters:\n",
            lambda n: f" {LONG}{n}: {LONG}x{n}\n",
            most,
        ),
        "capacity": filled("format: tnt/1\ncapacity: c\nroles:\n", lambda n: f" r{n}: {{hours: 1 h / week}}\n", most),
        "reserves": filled(
            "format: tnt/1\ncapacity: c\nroles:\n gp:\n  hours: 1 h / year\n"
            "  support: {a: {share: 1 %}}\n  reserved:\n",
            lambda n: f"   r{n}: {{share: 1 %}}\n",
            most,
        ),
        "strategies": filled(
            "format: tnt/1\nstrategies: s\ncohort: {ages: all}\nhorizon: 100 years\noptions:\n",
            lambda n: f" o{n}: {{recommendations: [{', '.join(f'{LONG}/{LONG}{each}' for each in range(50))}]}}\n",
            most,
        ),
        "ids": filled(GUIDELINE + "recommendations:\n", lambda n: f" Å{n}: {{}}\n", most),
        "one long text": f"{GUIDELINE}title: {'x' * (most - 50)}\n",
        "one long line": f"{GUIDELINE}title: [{', '.join(['x'] * (most // 3 - 50))}]\n",
        "one long quantity": tasks(
            lambda n: f"   t: {{role: gp, time: 1{' ' * (most - 200)}x, frequency: once}}\n", most
        ),
    }


WRONG = list(wrong(2_000))
LARGE = [
    "keys of a recommendation", "keys much like one another", "one key again and again", "texts for numbers",
    "lists for mappings", "contacts of the same ages", "a chain", "a ring", "a star", "unknown conditions",
    "numbers of groups", "changes of one place", "bands of a case", "reserves", "capacity", "unknown keys",
    "empty keys",
]  # fmt: skip
"""Take a second and more at the largest size: `make dear` checks that, every run a quarter of it and how it grows."""
LARGEST = [name for name in WRONG if name not in LARGE]


def check_wrong(name: str, most: int, folder: Path) -> Ran:
    (folder / "odd.yaml").write_text(wrong(most)[name], "utf-8")
    (folder / "lists.csv").write_text("all_0-17,all_18+\n1,2\n", "utf-8")
    ran = run_tnt("check", "odd.yaml", cwd=folder)
    assert ran.code in (0, 1), ran.err[-300:]
    assert len(ran.out) < 100_000
    return ran


@pytest.mark.parametrize("name", [*LARGEST, *(pytest.param(name, marks=pytest.mark.dear) for name in LARGE)])
def test_a_file_of_the_largest_size_is_checked_at_the_documented_cost(name: str, tmp_path: Path) -> None:
    ran = check_wrong(name, BYTES, tmp_path)
    assert ran.is_cheap, (ran.cpu_seconds, ran.peak_bytes)


@pytest.mark.parametrize("name", LARGE)
def test_a_quarter_of_it_is_checked_at_a_quarter_of_the_cost(name: str, tmp_path: Path) -> None:
    ran = check_wrong(name, BYTES // 4, tmp_path)
    assert ran.cpu_seconds < most_cpu_seconds() / 4
    assert ran.is_cheap, (ran.cpu_seconds, ran.peak_bytes)


@pytest.mark.parametrize("name", LARGE)
def test_twice_the_file_is_twice_the_work(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in calls, which other programs on the machine do not change."""
    monkeypatch.chdir(tmp_path)
    least = 8_000
    calls(wrong(least)[name])  # what is loaded or remembered the first time is not counted
    small, middle, large = (calls(wrong(most)[name]) for most in (least, 2 * least, 4 * least))
    assert large - middle < 2.2 * (middle - small)


def calls(text: str) -> int:
    """How many calls a check of this file takes."""
    Path("odd.yaml").write_text(text, "utf-8")
    with redirect_stdout(StringIO()), Profile() as profile:
        run(["check", "odd.yaml"])
    return sum(entry.callcount for entry in profile.getstats())


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
    "roles": written(START, COUNT, lambda n: recommendation(n).replace("gp", f"r{n}" if n else "gp"))
    + written("roles:\n", COUNT, lambda n: f" r{n}: {{}}\n"),
    "shared work": written(
        START,
        int(limits.SHARED_PAIRS**0.5),
        lambda n: recommendation(n, f"ages: {n % 90}+").replace("min,", "min, activity: a,"),
    ),
}
COMMANDS = {
    "check": ["check", "."],
    "json": ["estimate", ".", "--format", "json", "--out", "out.json"],
    "draws": ["estimate", ".", "--draws", "512"],
    "report": ["report", ".", "--out", "out.html"],
    "compare": ["compare", "base", "2020-01-01", "--pack", "."],
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


@pytest.mark.dear
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", RIGHT)
def test_as_much_as_is_taken_is_answered_at_the_documented_cost(name: str, command: str, tmp_path: Path) -> None:
    write_pack(tmp_path, RIGHT[name])
    ran = run_tnt(*COMMANDS[command], cwd=tmp_path)
    assert ran.code == 0, ran.err[-300:]
    assert ran.is_cheap, (ran.cpu_seconds, ran.peak_bytes)


def test_a_pack_of_files_that_are_each_as_large_as_one_may_be_is_cheap_too(tmp_path: Path) -> None:
    for number in range(5):
        text = wrong(BYTES)["keys much like one another"].replace("guideline: g", f"guideline: g{number}")
        (tmp_path / f"{number}.yaml").write_text(text[: BYTES - 2], "utf-8")
    ran = run_tnt("check", ".", cwd=tmp_path)
    assert ran.code == 1
    assert b"TNT016" in ran.out
    assert ran.is_cheap, (ran.cpu_seconds, ran.peak_bytes)


def test_many_scenarios_are_tried_as_far_as_a_pack_goes(tmp_path: Path) -> None:
    write_pack(tmp_path, written(START, 300, recommendation))
    for number in range(limits.YAML_FILES - 3):
        (tmp_path / f"s{number}.yaml").write_text(
            f"format: tnt/1\nscenario: s{number}\nchanges: [{{disable: g/recommendations/r{number % 300}}}]\n", "utf-8"
        )
    ran = run_tnt("check", ".", cwd=tmp_path)
    assert ran.code == 1
    assert b"TNT016" in ran.out
    assert ran.is_cheap, (ran.cpu_seconds, ran.peak_bytes)


def test_one_more_file_than_a_pack_may_have_is_refused_in_a_second(tmp_path: Path) -> None:
    for number in range(limits.YAML_FILES + 1):
        (tmp_path / f"{number:04}.yaml").write_text(GUIDELINE, "utf-8")
    ran = run_tnt("check", ".", cwd=tmp_path)
    assert ran.code == 1
    assert b"TNT015" in ran.out
    assert ran.cpu_seconds < 2


def test_a_folder_of_more_names_than_are_looked_at_is_refused(tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    for number in range(limits.FOLDER_ENTRIES + 1):
        os.symlink("nothing", f"{full}/{number}.yaml")  # noqa: PTH211 - a hundred thousand of them
    ran = run_tnt("check", ".", cwd=tmp_path)
    assert ran.code == 1
    assert b"TNT015" in ran.out
    assert ran.cpu_seconds < 2


def test_folders_deep_inside_one_another_are_refused(tmp_path: Path) -> None:
    here = tmp_path
    (tmp_path / "g.yaml").write_text(GUIDELINE, "utf-8")
    for _ in range(300):
        here = here / "d"
        here.mkdir()
    ran = run_tnt("check", ".", cwd=tmp_path)
    assert ran.code == 1
    assert b"TNT015" in ran.out


def test_one_more_than_a_pack_may_hold_is_refused(tmp_path: Path) -> None:
    for guideline in (
        written(START, limits.RECOMMENDATIONS + 1, recommendation),
        written(ONE, limits.TASKS + 1, lambda n: f"   t{n}: {{role: gp, time: 1 min, frequency: 1 / year}}\n"),
        written(
            START, int(limits.SHARED_PAIRS**0.5) + 1, lambda n: recommendation(n).replace("min,", "min, activity: a,")
        ),
    ):
        write_pack(tmp_path, guideline)
        ran = run_tnt("estimate", ".", cwd=tmp_path)
        assert ran.code == 1
        assert "TNT444" in ran.err
        assert ran.is_cheap


@pytest.mark.parametrize("over", [0, 1])
def test_a_chain_as_long_as_the_limit_is_followed_and_no_longer_one(over: int, tmp_path: Path) -> None:
    write_pack(tmp_path, written(ONE, limits.TASKS_IN_A_ROW + 1 + over, chained))
    ran = run_tnt("estimate", ".", "--draws", "128", cwd=tmp_path)
    assert ran.code == over
    assert ("TNT442" in ran.err) == bool(over)


def test_eighty_tasks_of_one_activity_with_ranges_are_refused(tmp_path: Path) -> None:
    often = "{low: 1 / year, mean: 2 / year, high: 3 / year}"
    write_pack(
        tmp_path,
        written(ONE, 80, lambda n: f"   t{n}: {{role: gp, activity: a, time: {RANGE}, frequency: {often}}}\n"),
    )
    ran = run_tnt("estimate", ".", "--draws", "4096", cwd=tmp_path)
    assert (ran.code, "TNT445" in ran.err) == (1, True)
    assert ran.is_cheap, (ran.cpu_seconds, ran.peak_bytes)


@pytest.mark.dear
@pytest.mark.parametrize(("count", "line"), [(12, ""), (30, ""), (10, "ages: {n}+"), (12, "condition: c{n}")])
def test_as_many_draws_of_shared_work_as_are_said_to_do_are_made(count: int, line: str, tmp_path: Path) -> None:
    often = "{low: 1 / year, mean: 2 / year, high: 3 / year}"

    def sharing(number: int) -> str:
        text = recommendation(number, line.replace("{n}", str(number)))
        return text.replace("1 min", RANGE).replace("1 / year", often).replace("role:", "activity: a, role:")

    write_pack(tmp_path, written(START, count, sharing))
    ran = run_tnt("estimate", ".", "--draws", "65536", cwd=tmp_path)
    assert (ran.code, "TNT445" in ran.err) == (1, True)
    most = ran.err.partition("too long; ")[2].split()[0]
    ran = run_tnt("estimate", ".", "--draws", most, cwd=tmp_path)
    assert ran.code == 0
    assert ran.is_cheap, (most, ran.cpu_seconds, ran.peak_bytes)


def test_an_explanation_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_pack(tmp_path, written(ONE, 20, chained))
    monkeypatch.setattr(limits, "EXPLAINED_STEPS", 30)
    monkeypatch.chdir(tmp_path)
    told = StringIO()
    with redirect_stdout(told):
        assert run(["explain", "g/r0", ".", "--lang", "en"]) == 0
    assert re.search(r"\d more steps are not printed", told.getvalue())
    assert len(told.getvalue().splitlines()) < 100
