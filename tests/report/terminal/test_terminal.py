"""What a person sees. Golden files: run with UPDATE_GOLDEN=1 to write them anew, and read them."""

import os
import re
from collections import Counter
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from tests.result.factory import rich_result, without_capacity
from tests.result.uncertain import nothing_varies, nothing_worth_measuring, uncertain_result, uncertainty
from tnt.language.base import in_language
from tnt.report.terminal.estimate import print_estimate
from tnt.result.model import Result

GOLDEN = Path(__file__).parent / "golden"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def plain(result: Result, lang: str = "en") -> str:
    file = StringIO()
    print_estimate(result, lang, file)
    return file.getvalue()


def on_a_terminal(result: Result, width: int, monkeypatch: pytest.MonkeyPatch, lang: str = "en") -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    file = Terminal()
    print_estimate(result, lang, file)
    return re.sub(r"\x1b\[[0-9;]*m", "", file.getvalue())


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("rich", rich_result()),
        ("without-capacity", without_capacity()),
        ("uncertain", uncertain_result()),
        ("nothing-varies", nothing_varies()),
    ],
)
def test_golden(name: str, result: Result, lang: str) -> None:
    path = GOLDEN / f"{name}.{lang}.txt"
    text = plain(result, lang)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_unknown_is_said_in_words_and_a_lower_bound_is_marked() -> None:
    text = plain(rich_result())
    assert "Midwife: cannot be estimated" in text
    assert ">= 300" in text
    assert "means at least" in text
    assert "It is not zero." in text


def test_what_is_advised_against_is_not_ranked_with_the_rest() -> None:
    text = plain(rich_result())
    ranked, against = text.split("recommendation against")
    assert "No routine blood tests" not in ranked
    assert re.search(r"No routine blood tests in healthy people +GP +2,424 +323 +0 +-32.3", against)


@pytest.mark.parametrize("width", [60, 70, 80, 90, 100, 110, 120])
@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("result", [rich_result(), uncertain_result()], ids=["rich", "uncertain"])
def test_no_number_is_cut_at_any_width(result: Result, width: int, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page as wide as can be has every number on one line; a narrow one has the same numbers, as often."""
    widest, narrow = (on_a_terminal(result, each, monkeypatch, lang) for each in (120, width))
    assert Counter(filter(str.isdigit, widest)) == Counter(filter(str.isdigit, narrow))
    assert figures_of(widest) == figures_of(narrow)


def figures_of(text: str) -> set[str]:
    """Figures of more than one group of digits; columns stand two spaces apart."""
    parts = re.split(r"\n| {2,}", text)
    return {figure for part in parts for figure in re.findall(r"\d+(?:[.,]\d+)+|\d{1,3}(?: \d{3})+", part)}


def test_columns_are_honoured_when_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert 60 < max(map(len, (line for line in plain(rich_result()).splitlines() if "tnt " not in line))) <= 72


@pytest.mark.parametrize("width", [1, 39, 40, 41, 50])
@pytest.mark.parametrize("lang", ["en", "nb"])
def test_where_there_is_no_room_names_stand_above_their_figures(
    width: int, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = rich_result()
    text = on_a_terminal(result, width, monkeypatch, lang)
    broken = [line for line in text.splitlines() if not line.startswith("  tnt ")]  # a command is never broken
    assert max(map(len, broken)) <= max(width, 40)
    together = "".join(text.split())
    for one in result.recommendations:
        assert "".join(in_language(one.title, lang).split()) in together
    for figure in ("2\N{NO-BREAK SPACE}076" if lang == "nb" else "2,076", "706", "182", "4/9", "14/14"):
        assert "".join(figure.split()) in together
    assert "…" not in text


@pytest.mark.parametrize("width", [80, 100, 200])
@pytest.mark.parametrize("lang", ["en", "nb"])
def test_lines_fit_and_no_figure_is_cut(width: int, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = on_a_terminal(rich_result(), width, monkeypatch, lang)
    assert max(map(len, text.splitlines())) <= min(width, 120)
    assert "…" not in text
    for figure in ("14/14", "5/5", "706"):
        assert figure in text


def test_a_long_pack_is_shown_in_full() -> None:
    one = rich_result().recommendations[0]
    many = tuple(replace(one, id=f"pack/r{i}", title=f"Recommendation {i}.") for i in range(300))
    text = plain(replace(rich_result(), recommendations=many))
    assert all(f"Recommendation {i}." in text for i in range(300))


def test_text_from_files_does_no_harm() -> None:
    evil = "\x1b[31mred\x1b[0m [bold]x[/bold] \u202eback\n:smile:"
    one = replace(rich_result().recommendations[0], title=evil)
    text = plain(replace(rich_result(), recommendations=(one,), pack_notice=evil))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]" in text
    assert ":smile:" in text


def test_nothing_at_all_can_be_shown() -> None:
    empty = replace(
        rich_result(), recommendations=(), total={}, overload={}, numbers=(), notices=(), capacity=None, shared_work=()
    )
    assert "Time if everyone eligible accepts" in plain(empty)


def test_what_to_measure_first_is_said_with_its_loss() -> None:
    text = " ".join(plain(uncertain_result()).split())
    assert "Measure this first: Yearly blood pressure check from age 40 · time. Knowing it would save an" in text
    assert "costs 2 x the hours available beyond those required" in text


def test_a_number_that_changes_no_answer_is_not_worth_measuring() -> None:
    text = " ".join(plain(nothing_worth_measuring()).split())
    assert "Measure this first" not in text
    assert "Knowing one number alone would not change for any list whether GP is called overloaded" in text
    assert "0.0000" not in text


def test_no_interval_is_shown_where_no_number_has_a_range() -> None:
    text = plain(nothing_varies())
    assert "have no range" in text
    assert "5-95 %" not in text


def test_a_share_of_the_variation_is_never_more_than_all_of_it() -> None:
    sure = uncertainty()
    one = replace(sure.drivers["gp"][0], total_order=1.005)
    text = plain(replace(rich_result(), uncertainty=replace(sure, drivers={"gp": (one,)})))
    assert "100.0%" in text
    assert "100.5%" not in text


def test_where_only_working_time_has_a_range_the_lists_are_still_said() -> None:
    text = plain(replace(rich_result(), uncertainty=replace(uncertainty(), drivers={})))
    assert "GP: no number behind the hours has a range" in text
    assert "GP: 1.2 lists overloaded on average, 5-95 %: 0 to 2, of 3 with a verdict." in text
    assert "Errors of minutes share a bias" not in text
