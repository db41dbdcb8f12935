"""What `import tnt` offers stays what it is, however often and in whatever order it is used."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("uses", ["tnt.load, tnt.load", "tnt.estimate, tnt.load", "tnt.Result, tnt.estimate, tnt.load"])
def test_load_is_a_function_however_often_it_is_named(uses: str) -> None:
    """The folder tnt/load has the same name: once its modules are imported, it must not hide the function."""
    done = subprocess.run(
        [sys.executable, "-c", f"import tnt; print(callable(({uses},)[-1]))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "True"
