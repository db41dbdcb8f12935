"""`tnt new lists`: from a table as an analyst has it to an estimate, with no change to the table."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.authoring.analyst_tables import TABLES, Table
from tests.command_line import GUIDELINE_BEGUN, Run
from tnt.authoring.drafting.draft import drafted

GUIDELINE = f"""\
{GUIDELINE_BEGUN}\
    population: {{ages: all}}
    tasks:
      visit: {{role: gp, time: 60 min, frequency: 1 / year}}
"""


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_from_a_table_to_an_estimate(tnt: Run, tmp_path: Path, table: Table, lang: str) -> None:
    path = table.write(tmp_path)
    content = path.read_bytes()
    done = tnt("new", "lists", path, "--out", "draft.yaml", "--lang", lang)
    assert (done.returncode, done.stdout) == (0, b""), done.stderr.decode()
    text = (tmp_path / "draft.yaml").read_text(encoding="utf-8")
    assert [piece for piece in table.says if piece not in text] == []
    checked = tnt("check", "draft.yaml", "--lang", lang)
    assert checked.returncode == 0, checked.stdout.decode()
    (tmp_path / "demo.yaml").write_text(GUIDELINE, encoding="utf-8")
    estimated = tnt("estimate", "demo.yaml", "--lists", "draft.yaml", "--format", "json", "--lang", lang)
    assert estimated.returncode == 0, estimated.stderr.decode()
    found = json.loads(estimated.stdout)
    assert (found["lists"]["count"], found["lists"]["people"]) == (table.lists, table.people)
    assert found["total"]["gp"]["required_hours"] == pytest.approx(table.people, rel=1e-12)
    assert path.read_bytes() == content


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_what_is_read(tmp_path: Path, table: Table) -> None:
    lists = drafted(table.write(tmp_path), tmp_path).lists
    posts = float(np.nansum(lists.posts["gp"])) if "gp" in lists.posts else None
    beyond = 0 if lists.beyond is None else lists.beyond[np.isfinite(lists.beyond)].sum()
    assert (posts, beyond) == (table.posts, table.beyond)
