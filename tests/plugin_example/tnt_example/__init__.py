"""An example of everything that can be added to tnt."""

from pathlib import Path

PACK = Path(__file__).parent / "pack"
"""The folder that `tnt estimate example-pack` reads."""
