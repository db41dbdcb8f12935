"""Rules and lists of any size, written as the files that people write, and the same for every run."""

from pathlib import Path
from typing import Protocol

import numpy as np

from tnt import Inputs

BANDS = [f"{5 * band}-{5 * band + 4}" for band in range(17)] + ["85+"]
"""18 bands of age for each sex: 36 strata."""


class Compile(Protocol):
    """The fixture `compiled`."""

    def __call__(self, lists: int, recommendations: int, roles: tuple[str, ...] = ("gp",)) -> Inputs:
        """Read and compile so many."""
        ...


def write(folder: Path, lists: int, recommendations: int, roles: tuple[str, ...]) -> None:
    """A guideline, a table of lists with its description, and a capacity."""
    (folder / "guideline.yaml").write_text(guideline(recommendations, roles), encoding="utf-8")
    (folder / "capacity.yaml").write_text(capacity(roles), encoding="utf-8")
    (folder / "lists.yaml").write_text(
        "format: tnt/1\nlists: practices\ntable: lists.csv\nid: id\npeople: '{sex}_{ages}'\n"
        f"staff: {{{', '.join(f'{role}: {{posts: {role}}}' for role in roles)}}}\n",
        encoding="utf-8",
    )
    table(folder / "lists.csv", lists, roles)


def guideline(recommendations: int, roles: tuple[str, ...]) -> str:
    """Bands of age for one sex or both, a share, a first task and, for every other one, a later task."""
    random = np.random.default_rng(1)
    lines = ["format: tnt/1", "guideline: many", "recommendations:"]
    for number in range(recommendations):
        first = 5 * int(random.integers(0, 14))
        last = first + 5 * int(random.integers(1, 9)) - 1
        ages = f"{first}-{last}" if last < 85 else f"{first}+"
        role = roles[number % len(roles)]
        sex = ("all", "female", "male")[number % 3]
        share, now, target, often = (int(random.integers(*span)) for span in ((1, 100), (5, 50), (50, 100), (1, 5)))
        lines += [
            f"  advice-{number}:",
            f"    title: {{en: Advice number {number}, nb: Råd nummer {number}}}",
            f"    population: {{ages: {ages}, sex: {sex}, share: {share} %}}",
            "    strength: strong-for",
            f"    uptake: {{current: {now} %, target: {target} %}}",
            "    tasks:",
            f"      visit: {{role: {role}, time: {random.integers(2, 60)} min, frequency: {often} / year}}",
        ]
        if number % 2:
            later = f"role: {role}, time: {random.integers(2, 30)} min"
            lines.append(f"      later: {{after: visit, probability: {random.integers(5, 95)} %, {later}}}")
    return "\n".join(lines) + "\n"


def capacity(roles: tuple[str, ...]) -> str:
    """Working time with a share reserved and time that grows with the list."""
    time = "{hours: 37.5 h / week, weeks: 46, reserved: {papers: {share: 20 %}, acute: {per_person: 6 min / year}}}"
    lines = ["format: tnt/1", "capacity: working-time", "thresholds: {watch: 80 %, overload: 100 %}", "roles:"]
    return "\n".join([*lines, *(f"  {role}: {time}" for role in roles)]) + "\n"


def table(file: Path, lists: int, roles: tuple[str, ...]) -> None:
    """People by sex and band, and posts."""
    random = np.random.default_rng(2)
    header = ["id", *(f"{sex}_{ages}" for sex in ("female", "male") for ages in BANDS), *roles]
    people = random.integers(0, 120, size=(lists, 2 * len(BANDS)))
    posts = random.uniform(0.5, 3.0, size=(lists, len(roles)))
    with file.open("w", encoding="utf-8") as out:
        out.write(",".join(header) + "\n")
        for number, (counted, staffed) in enumerate(zip(people.tolist(), posts.tolist(), strict=True)):
            figures = [*map(str, counted), *(f"{post:.2f}" for post in staffed)]
            out.write(f"L{number}," + ",".join(figures) + "\n")
