"""docs/survey.md names every key that comes out."""

import re
from datetime import date
from pathlib import Path

from tests.survey.forms import table
from tnt.survey.read import read_answers
from tnt.survey.summary import summary
from tnt.survey.to_json import as_document

PAGE = (Path(__file__).parents[2] / "docs" / "survey.md").read_text(encoding="utf-8")


def test_every_key_is_explained(tmp_path: Path) -> None:
    rows = [f"r-{n},a/b/tasks/c,{minutes}" for n, minutes in enumerate((12, 15, 20, 0.25))]
    document = as_document(summary(read_answers([table(tmp_path / "a.csv", *rows)]), date(2026, 11, 22), {}))
    (task,) = document["tasks"]
    keys = {*document, *task, *(key for one in task["suspected"] for key in one)}
    assert keys - set(re.findall(r"`([a-z_0-9]+)`", PAGE)) == set()
