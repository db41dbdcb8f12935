"""What `import tnt` offers stays what it is, however often and in whatever order it is used."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("uses", ["tnt.load, tnt.load", "tnt.estimate, tnt.load", "tnt.Result, tnt.estimate, tnt.load"])
def test_load_is_a_function_however_often_it_is_named(uses: str) -> None:
    """No module of the package may have the name of a public function: once imported, it would hide it."""
    done = subprocess.run(
        [sys.executable, "-c", f"import tnt; print(callable(({uses},)[-1]))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "True"
