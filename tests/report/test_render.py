"""The same input gives the same bytes, whatever its files are called."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.report.results import ALL
from tests.result.factory import rich_result
from tnt.cli.output import write_text
from tnt.compile.notice import InputFile
from tnt.report.page.render import render_report


@pytest.mark.parametrize("name", ALL)
def test_the_same_input_gives_the_same_page(name: str) -> None:
    assert render_report(ALL[name](), "nb") == render_report(ALL[name](), "nb")


def test_the_page_says_which_language_it_is_in() -> None:
    assert "Kort fortalt" in render_report(rich_result(), "nb")
    assert "In brief" in render_report(rich_result(), "en")


def test_a_file_name_that_is_not_text_is_still_written(tmp_path: Path) -> None:
    result = replace(rich_result(), inputs=(InputFile("odd\udcff.yaml", "0" * 64),))
    write_text(tmp_path / "report.html", render_report(result, "en"))
    assert r"odd\udcff.yaml" in (tmp_path / "report.html").read_text(encoding="utf-8").replace("<wbr>", "")
