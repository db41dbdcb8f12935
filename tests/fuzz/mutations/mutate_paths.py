"""Changes to the folder itself: what stands where a file is expected, and under which name."""

from __future__ import annotations

from random import Random

from tests.fuzz.entries import Fifo, Files, Folder, Link

_NAMES = (
    "\udcff.yaml", "æøå.yaml", "a b.yaml", " .yaml", "a\nb.yaml", "\x1b[31m.yaml", "\u202e.yaml",
    "::error::x.yaml", "-x.yaml",
    "--help.yaml", "=1+1.yaml", "<script>fuzzed()</script>.yaml", "'.yaml", "[bold].yaml", "%0A.yaml",
    "a" * 240 + ".yaml",
    ".yaml", "x.YAML", "x.yml", "x", "x.yaml.csv", "CON.yaml", "{{ 1234567 * 1000001 }}.yaml", "x;y.yaml",
    "..yaml", "#.yaml",
)  # fmt: skip
_OUT = ("../outside.txt", "/dev/null", "/dev/zero", "/etc", "..", ".", "/dev/full", "/proc/self/mem")
_WHERE = (
    "../outside.txt",
    "../outside.yaml",
    "/etc/hostname",
    ".",
    "..",
    "",
    "a\x00b",
    "~",
    "x" * 5000,
    "sub/../x.csv",
)


def mutate_folder(files: Files, rng: Random) -> None:
    """One change to one entry."""
    name = rng.choice(sorted(files))
    rng.choice(_OPERATORS)(files, name, rng)


def _missing(files: Files, name: str, rng: Random) -> None:
    if len(files) > 1:
        del files[name]


def _folder(files: Files, name: str, rng: Random) -> None:
    files[name] = Folder()


def _empty(files: Files, name: str, rng: Random) -> None:
    files[name] = rng.choice((b"", b"\n", b"\x00", b"\xef\xbb\xbf"))


def _link_to_itself(files: Files, name: str, rng: Random) -> None:
    files[name] = Link(name.rpartition("/")[2])


def _loop(files: Files, name: str, rng: Random) -> None:
    files[name], files["loop.yaml"] = Link("loop.yaml"), Link(name)


def _link_to_nothing(files: Files, name: str, rng: Random) -> None:
    files[name] = Link("nowhere.yaml")


def _link_within(files: Files, name: str, rng: Random) -> None:
    files[f"link-{name.rpartition('/')[2]}"] = Link(name)


def _link_out(files: Files, name: str, rng: Random) -> None:
    files[name] = Link(rng.choice(_OUT))


def _fifo(files: Files, name: str, rng: Random) -> None:
    files[name] = Fifo()


def _renamed(files: Files, name: str, rng: Random) -> None:
    files[rng.choice(_NAMES)] = files.pop(name)


def _in_folder(files: Files, name: str, rng: Random) -> None:
    files[f"{rng.choice(('sub', '.git', 'x.yaml', '-'))}/{name}"] = files.pop(name)


def _names_another(files: Files, name: str, rng: Random) -> None:
    """A table's place becomes another."""
    for other, entry in files.items():
        if isinstance(entry, bytes) and b"table: " in entry:
            before, _, after = entry.partition(b"table: ")
            where = rng.choice((*_WHERE, *sorted(files))).encode("utf-8", "surrogateescape")
            files[other] = before + b'table: "' + where + b'"\n' + after.partition(b"\n")[2]
            return


_OPERATORS = (
    _missing, _folder, _empty, _link_to_itself, _loop, _link_to_nothing, _link_within, _link_out, _fifo,
    _renamed, _renamed,
    _in_folder, _names_another,
)  # fmt: skip
