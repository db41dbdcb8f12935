"""Words for the sexes that nobody states."""

from pathlib import Path
from typing import Any

import pytest

from tests.reading.tables.table_cases import counted, only, problems, read, strata
from tnt.diagnostics import Code

PAIRS = [
    ("Kvinner", "Menn"), ("KVINNE", "MANN"), ("k", "m"), ("F", "M"), ("women", "men"), ("girls", "boys"),
    ("Kvinnor", "Män"), ("Kvinder", "Mænd"), ("Frauen", "Männer"), ("weiblich", "männlich"), ("W", "M"),
    ("femmes", "hommes"), ("F", "H"), ("vrouwen", "mannen"), ("V", "M"), ("Females", "Males"), ("Jenter", "Gutter"),
]  # fmt: skip
LONG: dict[str, Any] = {"id": "id", "shape": "long", "sex": "sex", "ages": "age", "people": "n"}


@pytest.mark.parametrize(("female", "male"), PAIRS)
def test_in_cells_and_headings(tmp_path: Path, female: str, male: str) -> None:
    lists = read(tmp_path, f"id,sex,age,n\nA,{female},0-66,1\nA,{male},0-66,2\n", **LONG)
    assert (strata(lists), counted(lists)) == (["female 0-66", "male 0-66"], [[1, 2]])
    header = f"id,{female} 0-66 år,{female} 67 år og over,{male} 0-66 år,{male} 67 år og over"
    lists = read(tmp_path, f"{header}\nA,1,2,3,4\n", id="id", people="{sex} {ages}")
    assert counted(lists) == [[1, 2, 3, 4]]


def test_words_of_several_kinds_in_a_column(tmp_path: Path) -> None:
    table = "id,sex,age,n\nA,Kvinner,0+,1\nA,M,0+,2\nB,K,0+,3\nB,men,0+,4\n"
    assert counted(read(tmp_path, table, **LONG)) == [[1, 2], [3, 4]]


@pytest.mark.parametrize("words", [("M", "H"), ("M",), ("H",), ("K", "F", "M")])
def test_letters_that_may_be_either(tmp_path: Path, words: tuple[str, ...]) -> None:
    rows = "".join(f"A,{word},{age},1\n" for age, word in enumerate(words))
    found = problems(tmp_path, f"id,sex,age,n\n{rows}", **LONG)
    assert {one.code for one in found} == {Code.SEX_UNCLEAR}
    header = ",".join(f"{word}_0-9" for word in words)
    only(problems(tmp_path, f"id,{header}\nA{',1' * len(words)}\n", id="id"), Code.SEX_UNCLEAR)
    stated = {"female": ["M", "K", "F"], "male": ["H", "Hombre"]}
    if words == ("M", "H"):
        lists = read(tmp_path, "id,M_0-9,H_0-9\nA,1,2\n", id="id", sex_names=stated)
        assert counted(lists) == [[1, 2]]


@pytest.mark.parametrize("word", ["1", "2", "Dones", "q"])
def test_words_that_nobody_knows_are_to_be_stated(tmp_path: Path, word: str) -> None:
    table = f"id,sex,age,n\nA,{word},0+,1\nA,male,0+,2\n"
    only(problems(tmp_path, table, **LONG), Code.SEX_UNKNOWN)
    lists = read(tmp_path, table, **LONG, sex_names={"female": ["K", word], "male": "Male"})
    assert counted(lists) == [[1, 2]]


def test_headings_whose_words_are_to_be_stated(tmp_path: Path) -> None:
    table = "id,Dones 0-66,Homes 0-66\nA,1,2\n"
    found = only(problems(tmp_path, table, id="id", people="{sex} {ages}"), Code.NO_BANDS)
    assert found.values["words"] == "Dones, Homes"
    stated = {"female": ["Dones", "D"], "male": ["Homes"]}
    assert counted(read(tmp_path, table, id="id", people="{sex} {ages}", sex_names=stated)) == [[1, 2]]


def test_one_sex_alone_names_the_word_that_is_missing(tmp_path: Path) -> None:
    found = only(problems(tmp_path, "id,kvinner_0-66\nA,1\n", id="id"), Code.NO_BANDS)
    assert found.values["expected"] == "menn_{ages}"


def test_letters_beside_words_are_no_sexes(tmp_path: Path) -> None:
    lists = read(tmp_path, "id,male_0-39,female_0-39,m_20,f_3,k_7\nA,1,2,3,4,5\n", id="id")
    assert counted(lists) == [[2, 1]]


@pytest.mark.parametrize(
    "names",
    [
        {"female": ["K", "x"], "male": ["X", "M"]},
        {"female": "", "male": "M"},
        {"female": ["K", " "], "male": "M"},
    ],
)
def test_words_that_contradict_one_another(tmp_path: Path, names: dict[str, Any]) -> None:
    assert only(problems(tmp_path, sex_names=names), Code.CONFLICTING_KEYS).place.file == "lists.yaml:sex_names"
