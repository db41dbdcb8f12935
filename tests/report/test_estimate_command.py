import csv
import json
import os
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.command_line import ROOT, Run


def test_a_table_is_printed_plain_where_it_is_not_read_on_a_terminal(tnt: Run, pack: Path) -> None:
    done = tnt("estimate", pack, "--as-of", "2026-11-22")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\x1b" not in text
    assert "Two lists: 2 lists, 6,000 people" in text
    assert "As of 22 November 2026. Working time: Normal hours." in text
    assert "Time if everyone eligible accepts. Not a forecast, and not a judgement of benefit." in text
    assert max(len(line) for line in text.splitlines() if not line.startswith("  tnt ")) <= 100
    assert text.isascii()
    assert f"\n  tnt explain demo/check {pack} --as-of 2026-11-22\n" in text


def test_norwegian(tnt: Run, pack: Path) -> None:
    text = tnt("estimate", pack, LANG="nb_NO.UTF-8").stdout.decode()
    assert "To lister: 2 lister, 6 000 personer" in text
    assert text == tnt("estimate", pack, "--lang", "nb", LANG="en_GB.UTF-8").stdout.decode()


def test_json(tnt: Run, pack: Path) -> None:
    document = json.loads(tnt("estimate", pack, "--format", "json").stdout)
    hours = 4200 * 15 / 60
    assert document["recommendations"][0]["tnt_hours"]["gp"] == pytest.approx(hours)
    assert document["total"]["gp"]["incremental_hours"] == pytest.approx(hours / 2)
    assert document["overload"]["gp"]["lists"] == 1


def test_csv(tnt: Run, pack: Path) -> None:
    rows = list(csv.DictReader(StringIO(tnt("estimate", pack, "--format", "csv").stdout.decode())))
    assert [(row["list"], row["role"], row["state"]) for row in rows] == [
        ("a", "gp", "ok"),
        ("a", "nurse", "unknown"),
        ("b", "gp", "overload"),
        ("b", "nurse", "unknown"),
    ]
    assert rows[0]["name"] == "Ås"


def test_parquet_and_xlsx(tnt: Run, pack: Path) -> None:
    assert pq.read_table(BytesIO(tnt("estimate", pack, "--format", "parquet").stdout)).num_rows == 4
    book = openpyxl.load_workbook(BytesIO(tnt("estimate", pack, "--format", "xlsx").stdout))
    assert book["Summary"]["A2"].value == "gp"


def test_out_writes_the_same_and_says_nothing(tnt: Run, pack: Path) -> None:
    for form in ("table", "csv", "json", "parquet", "xlsx"):
        out = pack / f"out.{form}"
        done = tnt(
            "estimate", pack / "demo.yaml", pack / "lists.yaml", pack / "capacity.yaml", "--format", form, "--out", out
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        again = tnt("estimate", pack / "demo.yaml", pack / "lists.yaml", pack / "capacity.yaml", "--format", form)
        assert out.read_bytes() == again.stdout


EVERY_FORMAT = """
import sys
from tnt.main import run
for form in ("table", "csv", "json", "parquet", "xlsx"):
    run(["estimate", sys.argv[1], "--format", form, "--as-of", "2026-11-22", "--out", f"{sys.argv[2]}/out.{form}"])
"""


def test_the_same_inputs_and_date_give_the_same_bytes(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    written = []
    for seed in ("1", "2"):
        folder = tmp_path_factory.mktemp("out")
        env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", EVERY_FORMAT, str(pack), str(folder)], env=env, check=True)
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(written[0]) == 5
    assert written[0] == written[1]


def test_overload_is_a_failure_only_where_asked(tnt: Run, pack: Path) -> None:
    assert tnt("estimate", pack).returncode == 0
    done = tnt("estimate", pack, "--fail-on-overload")
    assert done.returncode == 1
    assert b"overloaded" in done.stderr
    assert done.stdout == tnt("estimate", pack).stdout
    (pack / "lists.csv").write_text("id,name,gp,female_0+,male_0+\na,A,9,10,10\n", encoding="utf-8")
    assert tnt("estimate", pack, "--fail-on-overload").returncode == 0


def test_problems_are_shown_with_their_lines_and_nothing_is_computed(tnt: Run, pack: Path) -> None:
    text = (pack / "demo.yaml").read_text(encoding="utf-8").replace("15 min", "15").replace("strength", "strenght")
    (pack / "demo.yaml").write_text(text, encoding="utf-8")
    done = tnt("estimate", pack, "--format", "json")
    shown = done.stderr.decode()
    assert (done.returncode, done.stdout) == (1, b"")
    assert "TNT201" in shown
    assert "TNT101" in shown
    assert "strenght: weak-for" in shown
    assert "Traceback" not in shown
    assert "\x1b" not in shown


def test_without_arguments_the_shipped_pack_runs(tnt: Run) -> None:
    done = tnt("estimate", "--format", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 0
    assert document["lists"]["count"] == 1
    assert round(document["lists"]["people"]) == 5627400
    assert document["total"]["gp"]["available_hours"] > 0
