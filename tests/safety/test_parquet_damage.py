"""Parquet files damaged anywhere, in a process of their own: pyarrow ends the program for some footers."""

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.profile import times
from tests.reading.tables.table_cases import only, problems, read
from tests.safety.tools.process import run_tnt
from tests.safety.tools.table_files import lists_file
from tnt.diagnostics import Code

FOOTER = Path(__file__).with_name("footer-that-ends-programs.parquet")
_DAMAGE = """
import contextlib, random, sys
from pathlib import Path
from tests.reading.tables.table_cases import read
from tnt.diagnostics import Problems
folder, chance = Path(sys.argv[1]), random.Random(3)
whole = [path.read_bytes() for path in sorted(folder.glob("*.whole"))]
for _ in range(int(sys.argv[2])):
    damaged = bytearray(chance.choice(whole))
    for _ in range(chance.randint(1, 3)):
        damaged[chance.randrange(len(damaged))] = chance.choice((chance.randrange(256), 255, 127, 128, 0))
    (folder / "table.parquet").write_bytes(damaged)
    with contextlib.suppress(Problems):
        read(folder, None, table="table.parquet")
"""
WRITTEN: list[dict[str, object]] = [
    {},
    {"compression": "zstd", "row_group_size": 10},
    {"compression": "gzip", "data_page_version": "2.0", "data_page_size": 50},
    {"use_dictionary": False, "column_encoding": {"practice": "DELTA_BYTE_ARRAY", "male_0+": "DELTA_BINARY_PACKED"}},
]


def small() -> pa.Table:
    ids, people = [f"list {number}" for number in range(50)], list(range(50))
    return pa.table({"practice": ids, "male_0+": people, "female_0+": [number / 2 for number in people]})


def test_a_footer_that_ends_programs(tmp_path: Path) -> None:
    lists_file(tmp_path, "t.parquet")
    (tmp_path / "t.parquet").write_bytes(FOOTER.read_bytes())
    ran = run_tnt("check", "lists.yaml", cwd=tmp_path)
    assert (ran.code, ran.err) == (1, "")
    assert "TNT501" in ran.out.decode()


def test_any_damage_is_a_problem(tmp_path: Path) -> None:
    for number, how in enumerate(WRITTEN):
        pq.write_table(small(), tmp_path / f"{number}.whole", **how)
    program = [sys.executable, "-c", _DAMAGE, str(tmp_path), str(times(2_500))]
    ran = subprocess.run(program, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("how", WRITTEN)
def test_whole_files_are_read_however_they_are_written(tmp_path: Path, how: dict[str, object]) -> None:
    pq.write_table(small(), tmp_path / "table.parquet", **how)
    lists = read(tmp_path, None, table="table.parquet")
    assert (lists.ids[49], lists.people.sum()) == ("list 49", 1225 * 1.5)


def test_a_length_of_time_is_no_number(tmp_path: Path) -> None:
    pq.write_table(pa.table({"practice": ["A"], "n": pa.array([60], pa.duration("s"))}), tmp_path / "table.parquet")
    only(problems(tmp_path, None, table="table.parquet", people={"total": "n"}), Code.TABLE_UNREADABLE)
