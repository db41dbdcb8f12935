"""What tests of safety may ask for."""

from tests.cli.conftest import pack, tnt

__all__ = ["pack", "tnt"]
