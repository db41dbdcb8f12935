"""What `import tnt` offers, and what it costs."""

import subprocess
import sys

import tnt


def test_every_public_name_is_listed_and_there() -> None:
    assert dir(tnt) == sorted(tnt.__all__)
    assert all(hasattr(tnt, name) for name in tnt.__all__)


def test_importing_tnt_imports_nothing_heavy() -> None:
    program = (
        "import sys, tnt; print(*[name for name in sys.modules if name.startswith('tnt.')], 'pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
