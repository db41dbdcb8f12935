"""The Python that docs/python.md, README.md and the notebook show does what they say."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import GUIDELINE, LISTS, TABLE
from tests.docs.page import DOCS

PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOTEBOOK = DOCS / "notebook.ipynb"
RUN = """
import nbclient, nbformat, sys
notebook = nbformat.read(sys.argv[1], as_version=4)
nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": "."}}).execute()
nbformat.write(notebook, "run.ipynb")
"""


def code_of(page: Path) -> list[str]:
    return PYTHON.findall(page.read_text("utf-8"))


def run(blocks: list[str]) -> dict[str, object]:
    """Run blocks one after the other, as a reader does; the names they leave."""
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "page", "exec"), names)
    return names


def test_the_code_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    names = run(code_of(DOCS / "python.md"))
    assert repr(names["pack"]) in (DOCS / "python.md").read_text("utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"rapport.html", "estimate.xlsx"}
    assert "did you mean" in capsys.readouterr().out


def test_the_code_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {"my-guideline.yaml": GUIDELINE, "my-lists.yaml": LISTS, "lists.csv": TABLE}.items():
        Path(name).write_text(text, "utf-8")
    assert len(run(code_of(DOCS.parent / "README.md"))["estimate"].recommendations) == 2


def test_the_notebook_has_no_outputs() -> None:
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


def test_the_notebook_runs_and_shows_tables(tmp_path: Path) -> None:
    """In a process of its own, with no warnings of Jupyter's held against it, and no folder of its user written to."""
    folders = ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")
    environment = os.environ | {name: str(tmp_path / "jupyter") for name in folders} | {"JUPYTER_PLATFORM_DIRS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(NOTEBOOK)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    cells = json.loads((tmp_path / "run.ipynb").read_text("utf-8"))["cells"]
    shown = [output for cell in cells for output in cell.get("outputs", [])]
    assert not [output for output in shown if output.get("name") == "stderr"]
    assert not [output for output in shown if "\\u001b" in json.dumps(output)]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(len(cell["outputs"]) == 1 for cell in code[:-2])  # one thing a cell; the last but one writes files
    assert sum("text/html" in output.get("data", {}) for output in shown) >= 10
    assert {"rapport.html", "estimate.xlsx"} < {path.name for path in tmp_path.iterdir()}
