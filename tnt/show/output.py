"""An output: a way to write one kind of result to a file. Those of tnt and those of plugins are the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Generic, TypeVar

from tnt.plugins import Group, PluginError, built_in, offered, plugin

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Output(Generic[R]):
    """How a result is written."""

    name: str
    """What `--format` is given; that of a plugin is the name of its entry point."""
    of: type[R]
    """The kind of result it writes."""
    write: Callable[[R, BinaryIO, str], None]
    """`write(result, file, lang)` writes all of it to a file that is open for bytes, with texts in `lang`, nb or en."""
    suffix: str
    """How names of such files end, without the dot."""
    is_binary: bool = False
    """Whether it is not for reading, so that a terminal is refused."""


def text_output(name: str, of: type[R], text: Callable[[R, str], str]) -> Output[R]:
    """An output that is one text: `text(result, lang)`. What a file name holds and UTF-8 cannot say is an escape."""

    def write(result: R, file: BinaryIO, lang: str) -> None:
        file.write(text(result, lang).encode("utf-8", "backslashreplace"))

    return Output(name, of, write, suffix=name)


@dataclass(frozen=True, slots=True)
class Outputs:
    """The outputs of one kind of result: those of tnt, imported when they are asked for, then those of plugins."""

    of: str
    """`module:class` of the result, which is imported when a plugin's output is asked for."""
    homes: Mapping[str, str]
    """Name -> `module:attribute` of tnt's own."""

    def find(self, name: str) -> Output[Any] | None:
        """The output of this name; None where there is none, or where it writes something else."""
        home = self.homes.get(name)
        if home is not None:
            output: Output[Any] = built_in(home)
            return output
        found = plugin(Group.OUTPUTS, name, Output)
        return found if found is not None and found.of is built_in(self.of) else None

    def names(self) -> list[str]:
        """All there are, tnt's own first; one that cannot be imported is among them, and says so when it is used."""
        return [
            *self.homes,
            *(name for name in offered(Group.OUTPUTS) if name not in self.homes and self._is_ours(name)),
        ]

    def _is_ours(self, name: str) -> bool:
        try:
            return self.find(name) is not None
        except PluginError:
            return True
