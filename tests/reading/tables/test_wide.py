"""Wide tables: one row a list, one column a sex and age band."""

from pathlib import Path

import numpy as np
import pytest

from tests.reading.tables.table_cases import WIDE, only, problems, read, strata
from tnt.diagnostics import Code, Place
from tnt.language.values.ages import Ages


def test_lists_strata_and_people(tmp_path: Path) -> None:
    lists = read(tmp_path, name="name", area="name")
    assert lists.ids.tolist() == ["A", "B"]
    assert lists.names is not None
    assert lists.names.tolist() == ["North", "South"]
    assert lists.areas is not None
    assert strata(lists) == ["female 0-39", "female 40+", "male 0-39", "male 40+"]
    assert lists.people.tolist() == [[3, 4, 1, 2], [7, 8, 5, 6]]
    assert (lists.ages_known, lists.ages_imputed, lists.rows) == (True, False, 2)
    assert lists.table == str(tmp_path / "table.csv")
    assert len(lists.sha256) == 64


def test_ids_are_text_and_kept_as_written(tmp_path: Path) -> None:
    assert read(tmp_path, WIDE.replace("A,", " 0301 ,")).ids.tolist() == ["0301", "B"]


def test_sexes_in_any_case_and_in_the_tables_words(tmp_path: Path) -> None:
    header = WIDE.replace("male_", "MALE ")
    assert strata(read(tmp_path, header, people="{sex} {ages}")) == strata(read(tmp_path))
    norwegian = WIDE.replace("female", "kvinner").replace("male", "Menn")
    lists = read(tmp_path, norwegian, sex_names={"female": "Kvinner", "male": "menn"})
    assert lists.people.tolist() == read(tmp_path).people.tolist()


def test_a_word_that_no_column_has_does_not_lose_half_the_people(tmp_path: Path) -> None:
    found = only(problems(tmp_path, sex_names={"female": "female", "male": "man"}), Code.NO_BANDS)
    assert found.values["expected"] == "man_{ages}"
    assert found.place.file == "lists.yaml:sex_names"


def test_both_sexes_together(tmp_path: Path) -> None:
    lists = read(tmp_path, "practice,age 0-39,age 40+\nA,1,2\n", people="age {ages}")
    assert strata(lists) == ["all 0-39", "all 40+"]


def test_only_sexes(tmp_path: Path) -> None:
    table = "practice,n_female,n_male\nA,1,2\n"
    lists = read(tmp_path, table, people="n_{sex}")
    assert (strata(lists), lists.ages_known, lists.ages_imputed) == (["female all", "male all"], False, False)
    split = read(tmp_path, table, people="n_{sex}", ages_from="reference")
    assert (split.ages_known, split.ages_imputed) == (True, True)


def test_only_a_total(tmp_path: Path) -> None:
    table = "practice,n\nA,1\nB,0\n"
    lists = read(tmp_path, table, people={"total": "n"})
    assert (strata(lists), lists.people.tolist(), lists.ages_known) == (["all all"], [[1], [0]], False)
    split = read(tmp_path, table, people={"total": "n"}, ages_from="reference")
    assert (split.ages_known, split.ages_imputed) == (True, True)


def test_columns_that_are_no_bands_are_left_alone(tmp_path: Path) -> None:
    table = WIDE.replace("name", "male_total").replace("North", "?").replace("South", "?")
    assert len(read(tmp_path, table).strata) == 4


def test_a_band_that_cannot_be_read_is_not_lost(tmp_path: Path) -> None:
    found = only(problems(tmp_path, WIDE.replace(",male_40+", ",male_40 and overr")), Code.BAND_UNREADABLE)
    assert found.values["found"] == "40 and overr"
    assert found.suggestion == "40+"
    assert found.place == Place(str(tmp_path / "table.csv"), cell=(1, "male_40 and overr"))


def test_headings_in_words_of_an_office(tmp_path: Path) -> None:
    table = "practice,Kvinner 0–66 år,Kvinner\u00a067\u202får og over,Menn Under 67 år,Menn 67 år og eldre\nA,3,4,1,2\n"
    lists = read(tmp_path, table, people="{sex} {ages}", sex_names={"female": "Kvinner", "male": "Menn"})
    assert strata(lists) == ["female 0-66", "female 67+", "male 0-66", "male 67+"]
    assert lists.people.tolist() == [[3, 4, 1, 2]]


def test_headings_that_are_nothing_but_ages(tmp_path: Path) -> None:
    lists = read(tmp_path, "practice,name,Under 1,1-66,67 år og over,fte 2023\nA,North,1,2,3,9\n", people="{ages}")
    assert strata(lists) == ["all 0", "all 1-66", "all 67+"]


def test_texts_the_lists_file_gives_a_meaning(tmp_path: Path) -> None:
    names = {"Working age": Ages(18, 66), "pensionable": Ages(67), "mai.14": Ages(5, 17)}
    table = "practice,under 5,mai.14,Working\u00a0age,Pensionable\nA,1,2,3,4\n"
    assert strata(read(tmp_path, table, people="{ages}", age_names=names)) == [
        "all 0-4",
        "all 5-17",
        "all 18-66",
        "all 67+",
    ]


def test_a_heading_that_a_spreadsheet_made_a_date_of_is_not_lost(tmp_path: Path) -> None:
    found = only(problems(tmp_path, "practice,0-4,mai.14,15+\nA,1,2,3\n", people="{ages}"), Code.BAND_MADE_A_DATE)
    assert (found.place.cell, found.values) == ((1, "mai.14"), {"found": "mai.14", "bands": "5-14"})


def test_bands_that_overlap_name_both_columns(tmp_path: Path) -> None:
    found = only(problems(tmp_path, WIDE.replace(",male_40+", ",male_30-49")), Code.BANDS_OVERLAP)
    assert found.values["columns"] == "male_0-39, male_30-49"
    assert found.place.cell == (1, "male_30-49")
    assert found.related[0].cell == (1, "male_0-39")


def test_the_same_column_twice_overlaps(tmp_path: Path) -> None:
    only(problems(tmp_path, WIDE.replace("female_0-39", "male_0-39")), Code.BANDS_OVERLAP)


def test_gaps_between_bands_are_allowed(tmp_path: Path) -> None:
    assert strata(read(tmp_path, WIDE.replace("_40+", "_50-59")))[1] == "female 50-59"


@pytest.mark.parametrize("people", ["{sex}-{ages}", "practice", "{sex}{sex}_{ages}", "{gender}_{ages}"])
def test_no_bands(tmp_path: Path, people: str) -> None:
    found = only(problems(tmp_path, people=people), Code.NO_BANDS)
    assert found.place.file == "lists.yaml:people"
    assert found.values == {
        "expected": people,
        "columns": "practice, name, male_0-39, male_40+, female_0-39, female_40+",
    }


def test_a_column_that_is_missing_gets_a_suggestion(tmp_path: Path) -> None:
    found = problems(tmp_path, id="practise", name="nam", registers={"copd": "x"}, staff={"gp": {"posts": "fte"}})
    assert [(d.code, d.place.file, d.suggestion) for d in found] == [
        (Code.COLUMN_MISSING, "lists.yaml:id", "practice"),
        (Code.COLUMN_MISSING, "lists.yaml:name", "name"),
        (Code.COLUMN_MISSING, "lists.yaml:registers.copd", None),
        (Code.COLUMN_MISSING, "lists.yaml:staff.gp.posts", None),
    ]


def test_a_total_that_is_missing(tmp_path: Path) -> None:
    assert only(problems(tmp_path, people={"total": "n"}), Code.COLUMN_MISSING).place.file == "lists.yaml:people.total"


def test_a_named_column_that_stands_twice(tmp_path: Path) -> None:
    found = only(problems(tmp_path, WIDE.replace("name", "practice")), Code.TABLE_UNREADABLE)
    assert found.place.cell == (1, "practice")


def test_empty_and_repeated_ids(tmp_path: Path) -> None:
    table = WIDE + " ,East,1,1,1,1\nA,West,1,1,1,1\n,Up,1,1,1,1\n"
    empty, again, blank = problems(tmp_path, table)
    assert (empty.code, empty.place.cell) == (Code.CELL_MISSING, (4, "practice"))
    assert (again.code, again.place.cell, again.related[0].cell) == (
        Code.DUPLICATE_ROW,
        (5, "practice"),
        (2, "practice"),
    )
    assert again.values == {"list": "A", "rows": "2, 5"}
    assert (blank.code, blank.place.cell) == (Code.CELL_MISSING, (6, "practice"))


def test_one_list_without_an_id(tmp_path: Path) -> None:
    table = "male_0+,female_0+,gp\n1,2,3\n"
    lists = read(tmp_path, table, id=None, title={"nb": "Landet", "en": "The country"}, staff={"gp": {"posts": "gp"}})
    assert (lists.ids.tolist(), lists.names.tolist() if lists.names is not None else None) == (
        ["tested"],
        ["The country"],
    )
    assert not lists.ages_known
    many = only(problems(tmp_path, table + "4,5,6\n", id=None), Code.NEEDS_KEY)
    assert many.values == {"key": "table", "needed": "id"}


def test_a_list_without_people_is_kept(tmp_path: Path) -> None:
    assert read(tmp_path, WIDE + "C,,0,0,0,0\n").people.sum(axis=1).tolist() == [10, 26, 0]


def test_scaled_to_a_number_of_people(tmp_path: Path) -> None:
    table = WIDE.replace("name", "copd").replace("North", "2").replace("South", "") + "C,1,0,0,0,0\n"
    lists = read(tmp_path, table, scaled_to=1000, registers={"copd": "copd"}, staff={"gp": {"people_per_post": 500}})
    assert lists.people.sum(axis=1).tolist() == pytest.approx([1000, 1000, 0])
    assert lists.people[0].tolist() == pytest.approx([300, 400, 100, 200])
    np.testing.assert_allclose(lists.registers["copd"], [200, np.nan, 1])
    assert lists.posts["gp"].tolist() == pytest.approx([2, 2, 0])


@pytest.mark.parametrize(
    ("keys", "code", "place"),
    [
        ({"sex": "name"}, Code.CONFLICTING_KEYS, "sex"),
        ({"ages": "name"}, Code.CONFLICTING_KEYS, "ages"),
        ({"separator": ",", "decimal": ","}, Code.CONFLICTING_KEYS, "decimal"),
        ({"sex_names": {"female": "x", "male": "X"}}, Code.CONFLICTING_KEYS, "sex_names"),
        ({"separator": "comma"}, Code.NOT_A_CHOICE, "separator"),
        ({"separator": '"'}, Code.NOT_A_CHOICE, "separator"),
        ({"separator": ""}, Code.NOT_A_CHOICE, "separator"),
        ({"staff": {"gp": {}}}, Code.MISSING_KEY, "staff.gp"),
        ({"staff": {"gp": {"posts": "name", "people_per_post": 9}}}, Code.CONFLICTING_KEYS, "staff.gp"),
    ],
)
def test_keys_that_do_not_go_together(tmp_path: Path, keys: dict[str, object], code: Code, place: str) -> None:
    assert only(problems(tmp_path, **keys), code).place.file == f"lists.yaml:{place}"


def test_a_figure_alone_tells_of_nobody_where_sexes_are_letters(tmp_path: Path) -> None:
    lists = read(tmp_path, "id,K 0+,M 0+,12\nA,1,2,3\n", id="id", people="{sex} {ages}")
    assert lists.people.tolist() == [[1, 2]]


def test_the_same_where_the_letters_are_stated(tmp_path: Path) -> None:
    stated = {"female": "K", "male": "M"}
    lists = read(tmp_path, "id,K 0+,M 0+,12\nA,1,2,3\n", id="id", people="{sex} {ages}", sex_names=stated)
    assert lists.people.tolist() == [[1, 2]]
