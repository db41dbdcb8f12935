"""Small packs for tests of everything that shows a result."""

from pathlib import Path


def written(folder: Path, **texts: str) -> Path:
    """The folder, with a YAML file of each text."""
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder
