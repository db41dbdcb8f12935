"""No page or drawing holds a control or a direction mark, whichever text of a file it came from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.analyses.fit.results import ALL as FITS
from tests.command_line import GUIDELINE, Run
from tests.safety.test_terminal import HOSTILE, IN_YAML, hostile
from tnt.analyses.fit.shown.page import render_fit
from tnt.analyses.strategies.page import render_strategies
from tnt.analyses.strategies.strategies import estimate_strategies
from tnt.reading.shipped import packs_folder
from tnt.visible import legible

__all__ = ["hostile"]

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("report", ".", "--lang", "nb"), "report.html"),
        (("report", ".", "--draws", "128"), "drawn.html"),
        (("years", ".", "--format", "html"), "years.html"),
        (("compare", "base", "2020-01-01", "--pack", ".", "--format", "svg"), "compare.svg"),
        (("compare", "base", ".other/other.yaml", "--pack", ".", "--format", "svg"), "other.svg"),
        (("survey", "write", ".", "--lang", "nb"), "form.html"),
    ],
)
def test_a_page_shows_what_it_must_not_hold(words: tuple[str, ...], name: str, hostile: Path, tnt: Run) -> None:
    title = f'title: {{nb: "{IN_YAML}", en: "{IN_YAML}"}}, role: gp'
    (hostile / "demo.yaml").write_text(GUIDELINE.replace("role: gp", title), encoding="utf-8")
    (hostile / ".other").mkdir()
    (hostile / ".other" / "other.yaml").write_text(
        GUIDELINE.replace("role: gp", title).replace("time: 15", "time: 55"), encoding="utf-8"
    )
    done = tnt(*words, "--out", name)
    assert done.returncode == 0, done.stderr
    page = (hostile / name).read_text(encoding="utf-8")
    assert _OBEYED.findall(page) == []
    if name.endswith("svg"):
        ElementTree.fromstring(page)
    if name not in ("compare.svg", "other.svg"):
        assert "\\u202etxt" in page


def test_the_page_of_strategies_shows_it_too() -> None:
    result = estimate_strategies(packs_folder() / "strategies", as_of=date(2026, 11, 22))
    named = replace(
        result, title=HOSTILE, note=HOSTILE, strategies=[replace(one, title=HOSTILE) for one in result.strategies]
    )
    page = render_strategies(named, "en")
    assert _OBEYED.findall(page) == []
    assert "\\u202etxt" in page


@pytest.mark.parametrize("name", ["WITH_ROOM", "NEEDS_WEIGHTS", "INFEASIBLE"])
def test_the_page_of_what_fits_shows_it_too(name: str) -> None:
    result = FITS[name]
    named = replace(
        result, titles=dict.fromkeys(result.titles, HOSTILE), role_titles={"gp": HOSTILE}, pack_title=HOSTILE
    )
    page = render_fit(named, "en")
    assert _OBEYED.findall(page) == []
    assert "\\u202etxt" in page


def test_words_may_still_break_and_join_and_numbers_keep_their_spaces() -> None:
    text = "1\N{NO-BREAK SPACE}000 hand\N{SOFT HYPHEN}bok\tlinje\nto \u200c\u200d"
    assert legible(text) == text
