"""Packs of plugins: folders of YAML by a name, used where no such path exists."""

from __future__ import annotations

import os
from pathlib import Path

from tnt.plugins import Group, PluginError, offered, plugin

_FOLDERS: dict[str, Path] = {}
"""Name -> folder of every pack of a plugin that this process has been asked for."""


def located(path: str | Path) -> Path:
    """The path itself, or the folder of a plugin's pack where nothing has that path and a pack has that name."""
    name = str(path)
    if os.path.lexists(path) or Path(name).name != name:
        return Path(path)
    folder = plugin(Group.PACKS, name, Path)
    if folder is None:
        return Path(path)
    if not folder.is_dir():
        raise PluginError("folder", name=name, distribution=offered(Group.PACKS)[name], found=str(folder))
    _FOLDERS[name] = folder
    return folder


def pack_label(path: Path) -> str | None:
    """`name/file` for a file of such a pack, wherever it is installed; None for any other."""
    for name, folder in _FOLDERS.items():
        real = Path(os.path.realpath(path))
        home = Path(os.path.realpath(folder))
        if real.is_relative_to(home):
            return str(Path(name) / real.relative_to(home))
    return None
