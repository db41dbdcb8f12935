"""The form that is shipped beside the pages of the Norwegian pack, and the commands that the pages print."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path

import pytest

from tests.command_line import Run
from tests.command_line import tnt as tnt
from tests.docs.norwegian_pack_drivers import MOST, asked_tasks, survey_form
from tests.docs.test_norwegian_pack_page import DOCS, PAGES
from tests.survey.forms import fill


@pytest.mark.parametrize("lang", PAGES)
def test_the_shipped_form_is_made_from_the_pack(lang: str) -> None:
    path = DOCS / f"norwegian-pack-survey.{lang}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(survey_form(lang), "utf-8")
    assert path.read_text("utf-8") == survey_form(lang), "write it anew with UPDATE_GOLDEN=1"
    assert f"]({path.name})" in PAGES[lang].read_text("utf-8")


def test_it_asks_for_twenty_times_each_with_a_name() -> None:
    assert len(asked_tasks()) == MOST
    for lang in PAGES:
        assert all(
            isinstance(name, dict) and name[lang]
            for task in asked_tasks()
            for name in (task.recommendation, task.title)
        )


@pytest.mark.parametrize(("lang", "answers"), [("en", "answers"), ("nb", "svar")])
def test_the_commands_work_as_printed(tnt: Run, tmp_path: Path, lang: str, answers: str) -> None:
    """Six made-up respondents who take 20 minutes or so for everything."""
    lines = [line[4:] for line in PAGES[lang].read_text("utf-8").splitlines() if line.startswith("    tnt ")]
    write, show, lay, estimate = (shlex.split(line)[1:] for line in lines)
    assert tnt(*write).returncode == 0
    for number, minutes in enumerate((14, 16, 18, 20, 22, 30), start=1):
        fill(tmp_path / write[-1], tmp_path / answers / f"{number}.xlsx", f"r-{number}", [minutes] * MOST, [number] * 9)
    shown, laid = tnt(*show), tnt(*lay)
    assert (shown.returncode, laid.returncode) == (0, 0)
    assert asked_tasks()[0].path in shown.stdout.decode()
    estimated = tnt(*estimate, "--format", "json")
    assert estimated.returncode == 0
    required = json.loads(estimated.stdout)["total"]["gp"]["required_hours"]
    assert required > json.loads(tnt("estimate", "--format", "json").stdout)["total"]["gp"]["required_hours"]
