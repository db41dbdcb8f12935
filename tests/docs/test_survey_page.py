"""docs/survey.md explains every key that comes out, where a reader looks for it."""

from datetime import date
from pathlib import Path

from tests.docs.page import Page
from tests.survey.forms import table
from tnt.survey.answers.read import read_answers
from tnt.survey.summary import summary
from tnt.survey.to_json import as_document

PAGE = Page("survey.md")


def test_every_key_is_explained(tmp_path: Path) -> None:
    rows = [f"r-{n},a/b/tasks/c,{minutes}" for n, minutes in enumerate((12, 15, 20, 0.25))]
    document = as_document(summary(read_answers([table(tmp_path / "a.csv", *rows)]), date(2026, 11, 22), {}))
    (task,) = document["tasks"]
    rows = PAGE.rows("What comes out")
    assert {*document, *task} - rows.keys() == set()
    assert {key for one in document["inputs"] for key in one} == rows["inputs"] - {"inputs"}
    assert {key for one in task["suspected"] for key in one} - rows["suspected"] == set()
