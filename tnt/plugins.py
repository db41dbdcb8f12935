"""What installed distributions add to tnt: packs, outputs, checks, sections of the report and commands.

Each is an entry point (https://packaging.python.org/specifications/entry-points/) of one of the groups below. What tnt
itself has of a kind stands in a table of the same shape, name -> `module:attribute`, beside what it is for; a name in
it wins. Entry points are looked for only where a name is not in the table, and where all there are is asked for. A
group for importers (of tables that come in some program's own shape) arrives with `tnt import`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

T = TypeVar("T")
_HOMES: dict[str, str] = {}
"""Folder or file of a plugin's code, with what ends it -> its distribution."""


class Group(StrEnum):
    """The groups of entry points."""

    PACKS = "tnt.packs"
    OUTPUTS = "tnt.outputs"
    CHECKS = "tnt.checks"
    SECTIONS = "tnt.sections"
    COMMANDS = "tnt.commands"


class PluginError(Exception):
    """Something that is installed beside tnt does not do what it says; says which distribution, and what is wrong."""

    def __init__(self, wrong: str, **values: str) -> None:
        """`wrong` is the end of the text's key, `values` what the text names: `distribution` always."""
        super().__init__(wrong, values)
        self.key = f"plugin.{wrong}"
        self.values = values

    def __str__(self) -> str:
        """In English, for people who meet this as an exception."""
        from tnt.locale import Texts

        return Texts("en").text(self.key, **self.values)


def built_in(home: str) -> Any:
    """Import what a table of built-ins names."""
    module, attribute = home.split(":")
    return getattr(import_module(module), attribute)


def offered(group: Group) -> dict[str, str]:
    """Name -> distribution of everything that plugins offer in a group, by name; nothing of them is imported."""
    return {entry.name: _distribution(entry) for entry in _entries(group)}


def plugin(group: Group, name: str, kind: type[T]) -> T | None:
    """What plugins offer by this name; None where they do not. PluginError where it is not what it should be."""
    entries = [entry for entry in _entries(group) if entry.name == name]
    if len(entries) > 1:
        others = ", ".join(map(_distribution, entries[1:]))
        raise PluginError("twice", name=name, group=group, distribution=_distribution(entries[0]), others=others)
    return _loaded(entries[0], kind) if entries else None


def plugins(group: Group, kind: type[T]) -> list[T]:
    """Everything plugins offer in a group, by name. PluginError where one is not what it should be."""
    return [one for name in offered(group) if (one := plugin(group, name, kind)) is not None]


def blamed(error: BaseException) -> PluginError | None:
    """The error as one of a plugin, where a plugin's code or template ran when it was raised."""
    for file in _files(error.__traceback__):
        for home, distribution in _HOMES.items():
            if os.path.realpath(file).startswith(home):
                return PluginError("raised", distribution=distribution, error=_described(error))
    return None


def _loaded(entry: EntryPoint, kind: type[T]) -> T:
    about = {"name": entry.name, "group": entry.group, "distribution": _distribution(entry)}
    try:
        value = entry.load()
    except (Exception, SystemExit) as error:
        raise PluginError("import", error=_described(error), **about) from error
    if not isinstance(value, kind):
        raise PluginError("kind", found=type(value).__name__, kind=kind.__name__, **about)
    called = getattr(value, "name", entry.name)
    if called != entry.name and not isinstance(value, Path):
        raise PluginError("name", found=str(called), **about)
    module = sys.modules[entry.module.partition(".")[0]]
    for home in getattr(module, "__path__", None) or [module.__file__ or ""]:
        path = os.path.realpath(home)
        _HOMES[path + os.sep if Path(path).is_dir() else path] = about["distribution"]
    return value


def _entries(group: Group) -> list[EntryPoint]:
    if not any(f"[{group}]" in text for text in _texts()):
        return []  # importlib.metadata takes longer to import than all of `tnt --help`'s own modules
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group), key=lambda entry: (entry.name, _distribution(entry)))


def _texts() -> Iterator[str]:
    """What every distribution on the path, installed in a folder as pip does, says of its entry points."""
    for folder in sys.path:
        try:
            found = [path for path in Path(folder).iterdir() if path.suffix in (".dist-info", ".egg-info")]
        except OSError:  # an archive, or nothing there
            continue
        for path in found:
            with suppress(OSError):
                yield (path / "entry_points.txt").read_text("utf-8", "replace")


def _files(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename
        trace = trace.tb_next


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else entry.module


def _described(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")
