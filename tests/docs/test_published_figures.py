"""docs/published-figures.md names every published figure: the cases as they are shipped, and every row of the golden
files, with where it is tested or why it is not."""

import csv
import os
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "published-figures.md"
CASES = ROOT / "guidelines" / "published"
KINDS = ("reproduced", "arithmetic check", "input", "not reproduced")
_PART = re.compile(r"(?<=<!-- cases -->\n).*(?=<!-- end of cases -->)", re.S)
_ROW = re.compile(r"^\| `([^`]+)` \| [^|]+ \| ([^|]+) \| (.+) \|$", re.M)


def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def rows_of(file: str) -> list[tuple[str, str, str]]:
    """(row, kind, where) of the table of one golden file."""
    part = page().partition(f"### {file}\n")[2].partition("\n#")[0].replace("\\|", "¦")
    return [(row.replace("¦", "|"), kind, where) for row, kind, where in _ROW.findall(part)]


def cases_part() -> str:
    lines = ["| case | | what comes out |", "|---|---|---|"]
    for path in sorted(CASES.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        kind = "arithmetic check" if "arithmetic check" in " ".join(text.lower().split()) else "from its inputs"
        lines += [
            f"| `{path.relative_to(CASES)}` | {kind} | {document['case']} |"
            for document in yaml.safe_load_all(text)
            if "case" in document
        ]
    return "\n".join(lines) + "\n"


def test_the_cases_are_those_that_are_shipped() -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(_PART.sub(lambda _: cases_part(), page()), encoding="utf-8")
    assert cases_part() in page(), "write it anew with UPDATE_GOLDEN=1"


def test_every_golden_row_is_named_and_nothing_solved_back_is_called_reproduced(shared: Path) -> None:
    for file in sorted((shared / "golden").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as stream:
            golden = list(csv.DictReader(stream))
        told = rows_of(file.name)
        assert [row for row, _, _ in told] == [row.get("case") or row["item"] for row in golden], file.name
        for row, (name, kind, _) in zip(golden, told, strict=True):
            said = " ".join((row.get("status") or "", row.get("note") or ""))
            if kind == "reproduced":
                assert not re.search("DERIVED|RECALLED|INFERRED", said), f"{file.name}: {name}"


@pytest.mark.parametrize("file", re.findall(r"^### (\S+\.csv)$", page(), re.M))
def test_every_row_says_what_it_is_and_where(file: str) -> None:
    assert rows_of(file)
    for name, kind, where in rows_of(file):
        assert kind in KINDS, name
        if kind in ("reproduced", "arithmetic check"):
            assert re.search(r"`(tests|guidelines)/[^`]+`", where), name


def test_every_file_that_is_named_exists() -> None:
    named = set(re.findall(r"`((?:tests|guidelines)/[^`]+\.(?:py|yaml))`", page()))
    assert named
    assert {name for name in named if not (ROOT / name).is_file()} == set()
