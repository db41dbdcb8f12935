from datetime import date

import pytest

from tnt.locale import Texts, language


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "nn_NO"}, "nb"),
        ({"LANG": "no"}, "nb"),
        ({"LANG": "nb_NO.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "nb_NO.UTF-8", "LANG": "en_GB"}, "nb"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_language_comes_from_the_environment(environment: dict[str, str], expected: str) -> None:
    assert language(environment=environment) == expected


def test_the_language_asked_for_wins() -> None:
    assert language("nb", {"LC_ALL": "en_GB.UTF-8"}) == "nb"


@pytest.mark.parametrize(
    ("value", "english", "norwegian"),
    [
        (None, "–", "–"),
        (float("nan"), "–", "–"),
        (0.0, "0 h", "0 t"),
        (1234567.8, "1,234,568 h", "1 234 568 t"),
        (12.34, "12.3 h", "12,3 t"),
        (0.0123, "0.012 h", "0,012 t"),
        (-45.67, "-45.7 h", "-45,7 t"),
    ],
)
def test_hours_are_written_as_readers_write_them(value: float | None, english: str, norwegian: str) -> None:
    assert Texts("en").hours(value) == english
    assert Texts("nb").hours(value).replace("\N{NO-BREAK SPACE}", " ") == norwegian


def test_a_small_share_is_not_shown_as_nothing() -> None:
    assert [Texts("en").share(value) for value in (0.0, 0.5, 1.307, 0.00012)] == ["0.0%", "50.0%", "130.7%", "0.012%"]
    assert Texts("nb").share(0.075).replace("\N{NO-BREAK SPACE}", " ") == "7,5 %"


def test_people_are_whole_unless_they_are_few() -> None:
    assert [Texts("en").people(value) for value in (5627400.0, 12.6, 5.0, 0.1328, None)] == [
        "5,627,400",
        "13",
        "5",
        "0.13",
        "–",
    ]


def test_dates() -> None:
    assert Texts("en").date(date(2026, 11, 2)) == "2 November 2026"
    assert Texts("nb").date(date(2026, 11, 2)) == "2. november 2026"


def test_plurals_follow_the_count() -> None:
    english = Texts("en")
    assert english.text("notice.no-people", lists=1.0).startswith("1 list has")
    assert english.text("notice.no-people", lists=1200.0).startswith("1,200 lists have")
    assert english.text("notice.no-people", lists=0).startswith("0 lists have")


def test_an_unknown_key_or_a_missing_value_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Texts("en").text("estimate.nothing-of-the-kind")
    with pytest.raises(KeyError):
        Texts("en").text("notice.no-people")


def test_a_value_without_a_name_is_shown_as_it_is() -> None:
    assert Texts("nb").choice("role", "sexologist") == "sexologist"
    assert Texts("nb").choice("certainty", None) == "–"


def test_lists_in_a_sentence() -> None:
    assert Texts("en").listed(["a", "b", "c"]) == "a, b and c"
    assert Texts("nb").listed(["a"]) == "a"
    assert Texts("nb").listed([]) == ""


def test_numbers_beyond_all_reason_are_written_too() -> None:
    assert Texts("en").number(1e30) == "1,000,000,000,000,000,000,000,000,000,000"
    assert Texts("nb").share(1e30).endswith("%")
