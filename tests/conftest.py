"""What every test may ask for."""

import os
from pathlib import Path

import pytest

from tests.command_line import pack, tnt

__all__ = ["pack", "shared", "tnt"]
from hypothesis import settings

os.environ.pop("COLUMNS", None)  # pages are as wide as it says, wherever tests are run from

settings.register_profile("everyday", deadline=None)  # a first call may import much, and a machine be busy
settings.load_profile("everyday")
settings.register_profile("thorough", max_examples=2_000, deadline=None)
"""What `make thorough` asks for: tests that say their own number of examples look at tests/profile.py."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data and examples that stands beside the project; tests that need it skip without it."""
    folder = Path(__file__).resolve().parents[1] / "../shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared beside the project")
    return folder
