"""An answer at the terminal and on the page, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.analyses.fit.printed import in_one_line, printed
from tests.analyses.fit.results import (
    ALL,
    BY_LIST,
    FITS,
    INFEASIBLE,
    LITTLE_ROOM,
    NEEDS_WEIGHTS,
    NO_OUTCOMES,
    OPTIMAL,
    ROOM_WITHOUT_WEIGHTS,
    WEIGHTED,
    WITH_ROOM,
)
from tnt.analyses.fit.shown.json import fit_document
from tnt.analyses.fit.shown.page import fit_page, render_fit
from tnt.analyses.fit.shown.words import FitWords
from tnt.locale import Texts

LANGUAGES = pytest.mark.parametrize("lang", ["en", "nb"])
EVERY = pytest.mark.parametrize("name", ALL)


@LANGUAGES
@EVERY
def test_every_result_can_be_read_at_eighty_columns(name: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = printed(ALL[name], lang, " pack")
    lines = [line for line in text.splitlines() if not line.startswith("  tnt fit")]
    assert max(map(len, lines)) <= 80
    assert Texts(lang).text("fit.not-counted") in text
    for key in ("severity", "harms", "who-loses"):
        assert in_one_line(Texts(lang).text(f"fit.not-{key}")) in in_one_line(text)
    assert not re.search(r"\bnan\b|None|\{\w*\}", text)


@LANGUAGES
@EVERY
def test_every_result_is_a_page(name: str, lang: str) -> None:
    page = render_fit(ALL[name], lang)
    assert page == render_fit(ALL[name], lang)
    assert "None" not in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    for named in re.findall(r'aria-labelledby="([^"]+)"', page):
        assert set(named.split()) <= set(ids)


def test_the_sentence_for_a_hearing() -> None:
    said = in_one_line(printed(WITH_ROOM, "en"))
    assert (
        "“Yearly blood pressure check” asks for 123,000 GP hours a year, which takes the load from 34.5% to 35.8%"
        in said
    )
    assert (
        "So that the load stays at 34.5%, one of these would do: 71.6 more posts than the 5,220 there are; 14.6 fewer"
        in said
    )
    assert "It is 1.4 times as much as the whole of “Yearly COPD review”." in said
    assert "Not enough alone: not doing what is advised against." in said
    norwegian = in_one_line(printed(WITH_ROOM, "nb"))
    assert (
        "«Årlig blodtrykkskontroll» krever 123 000 fastlegetimer i året. Det bringer belastningen fra 34,5 % til 35,8 %"
        in norwegian
    )
    assert (
        "Skal belastningen holde seg på 34,5 %, er ett av disse grepene nok: 71,6 stillinger til, ut over de 5 220 som"
        in norwegian
    )


def test_what_gives_way_is_said_under_these_values() -> None:
    for lang, said in (("en", "would have to give way under these values"), ("nb", "måtte vike ut fra disse verdiene")):
        assert said in in_one_line(printed(WEIGHTED, lang))
        assert "Example panel, chaired by A. Author" in in_one_line(printed(WEIGHTED, lang))


def test_the_price_of_an_hour_is_said_in_words() -> None:
    said = in_one_line(printed(OPTIMAL, "en"))
    assert (
        "51.3 more GP hours a year would buy 1 person a year who benefits (one stroke prevented), at the margin."
        in said
    )
    assert "By this sum there are GP hours to spare" in in_one_line(printed(FITS, "en"))


def test_what_is_missing_is_named_with_the_options_to_use() -> None:
    said = in_one_line(printed(ROOM_WITHOUT_WEIGHTS, "en", " pack --add new.yaml"))
    for words in ("tnt fit pack --add new.yaml --outcome stroke", "--weights FILE", "--priorities FILE"):
        assert words in said
    assert "71.6 more posts" in said
    there_is_time = in_one_line(printed(NO_OUTCOMES, "en"))
    assert "There is time for all of it, so that nothing has to give way, whatever the values." in there_is_time
    assert "There is time for all" not in in_one_line(printed(NEEDS_WEIGHTS, "en"))


def test_a_missing_time_makes_the_hours_a_lower_bound() -> None:
    said = in_one_line(printed(LITTLE_ROOM, "en"))
    assert "ask for at least 123,000 GP hours a year" in said
    assert "at least 108%" in said
    assert "3.97% of all GP hours asked for, taken over by others" in said


def test_the_page_escapes_what_files_say() -> None:
    bad = {**WITH_ROOM.titles, "copd/yearly-review": "<script>alert(1)</script>"}
    page = render_fit(replace(WITH_ROOM, titles=bad), "nb")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_hours_without_a_word_of_their_own_name_the_role() -> None:
    titled = replace(WITH_ROOM, role_titles={"gp": {"nb": "Allmennlege", "en": "Family doctor"}, "nurse": "nurse"})
    assert "123,000 hours (Family doctor) a year" in in_one_line(printed(titled, "en"))
    assert "123 000 timer (Allmennlege) i året" in in_one_line(printed(titled, "nb"))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (123456.0, "123,000"),
        (70.96, "71"),
        (71.5715, "71.6"),
        (1.4, "1.4"),
        (0.019512, "0.0195"),
        (999.7, "1,000"),
        (0.0, "0"),
        (-14.5631, "-14.6"),
        (None, "–"),
        (float("inf"), "–"),
    ],
)
def test_figures_in_sentences_have_three_significant_digits(value: float | None, said: str) -> None:
    assert FitWords(OPTIMAL, Texts("en")).rounded(value) == said


def test_a_set_that_is_not_proven_to_be_the_smallest_is_not_called_so() -> None:
    said = in_one_line(printed(LITTLE_ROOM, "en"))
    assert "A small set: “Treatment of high blood pressure”" in said
    assert "The set is the smallest that was found; there may be a smaller one." in said


def test_the_frontier_is_a_stair_with_names_where_there_is_room() -> None:
    (part,) = [part for part in fit_page(OPTIMAL, Texts("en")).parts if part.frontier is not None]
    chart = part.frontier
    assert chart is not None
    assert len(chart.lines) == 2 * (len(chart.dots) - 1)
    across = [dot.x_percent for dot in chart.dots]
    down = [dot.y_percent for dot in chart.dots]
    assert across == sorted(across)
    assert down == sorted(down, reverse=True)
    assert [dot.label for dot in chart.dots] == [
        "",
        "2. Exercise against falls",
        "3. Treatment of high blood … +1",
        "4. Yearly COPD review +1",
    ]
    assert all(dot.about for dot in chart.dots)
    (table,) = part.tables
    assert len(table.rows) == len(chart.dots)


def test_a_whole_country_is_called_by_its_name() -> None:
    nation = replace(WITH_ROOM.room, of_roles=(replace(WITH_ROOM.room.of_roles[0], lists=1),))  # type: ignore[union-attr, type-var]
    said = printed(replace(WITH_ROOM, room=nation, lists=1), "en")
    assert "Ways to make room: Norwegian lists, GP" in said


def test_where_hours_are_kept_for_nothing_the_choice_without_them_is_said() -> None:
    result = replace(INFEASIBLE, per_list=False, without_unknown=OPTIMAL.without_unknown)
    said = in_one_line(printed(result, "en"))
    assert "Nothing can be chosen: what must stay takes 12,300 GP hours a year more than there are." in said
    assert "Where no hours are kept for an unknown benefit: In the time there is, 4 of 5 recommendations" in said
    assert "What fits under these values where no hours are kept" in said


def test_each_list_within_its_own_time() -> None:
    said = in_one_line(printed(BY_LIST, "en"))
    assert "3 of 5 recommendations on every list." in said
    assert "“Exercise against falls” (followed for 60% of the people)" in said
    assert "1 list on which what cannot leave takes more time than there is" in said
    assert "average benefit is assumed" not in said
    assert fit_document(BY_LIST)["per_list"] is True
