"""Whether a run did what any run must, whatever it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os.path import normpath

from tests.fuzz.entries import Link
from tests.fuzz.faults import Fault
from tests.fuzz.inputs import Input
from tests.fuzz.mutations.hostile import OUTSIDE
from tests.fuzz.options import OUT
from tests.fuzz.outputs import check_output, for_a_person, of_numbers
from tests.fuzz.play import Played

_CODES = (0, 1, 2)
_QUIET = {"concise", "github"}
"""Formats of `tnt check` that say nothing where nothing is found."""


def faults(given: Input, played: Played) -> list[Fault]:
    """All faults of a run, each once."""
    found = [*played.faults]
    if not found:  # what is said after a crash is no news
        found += _of_the_end(given, played)
        found += _of_outputs(given, played)
    return list({fault.key: fault for fault in found}.values())


def _of_the_end(given: Input, played: Played) -> Iterator[Fault]:
    place = _command(given)
    if played.code not in _CODES:
        yield Fault("exit code", place, str(played.code))
    said = (played.out, played.err.encode(), *played.files.values())
    if not _reaches_out(given) and any(OUTSIDE.encode() in each for each in said):
        yield Fault("leak", place, "shows a file outside of the pack")
    if played.code == 2 and not played.err:
        yield Fault("silence", place, "wrong use, and nothing said")
    if played.code == 1 and not (played.err or played.out):
        yield Fault("silence", place, "a problem, and nothing said")
    if played.code == 0 and not (played.out or played.files or _form(given) in _QUIET):
        yield Fault("silence", place, "no output")


def _of_outputs(given: Input, played: Played) -> Iterator[Fault]:
    place, form, wanted = _command(given), _form(given), _wanted(given)
    yield from _checked(place, "text", lambda: for_a_person(played.err))
    for name, data in played.files.items():
        if name != wanted:
            yield Fault("stray file", place, name)
        else:
            yield from _checked(place, form, lambda data=data: check_output(form, data))
    if played.out and (played.code == 0 or place.startswith("check")):
        yield from _checked(place, form, lambda: check_output(form, played.out))
    if played.code == 0 and form != "svg" and not _speaks_of_no_number(given):
        said = "" if place in ("schema", "new", "check") else played.out.decode("utf-8", "replace")
        yield from _checked(place, form, lambda: of_numbers(said))


def _checked(place: str, form: str, check: Callable[[], None]) -> Iterator[Fault]:
    try:
        check()
    except Exception as error:
        yield Fault("output", f"{place}:{form}", f"{type(error).__name__}: {error}"[:300])


def _command(given: Input) -> str:
    return " ".join(given.words[: 2 if given.words[0] == "survey" else 1])


def _form(given: Input) -> str:
    """The format of what is written."""
    if "--out" in given.words[:-1]:
        ending = _after(given, "--out").rpartition(".")[2]
        if ending in ("html", "xlsx"):
            return ending
    if "--format" in given.words[:-1]:
        return _after(given, "--format")
    return {"report": "html", "schema": "json"}.get(given.words[0], "text")


def _wanted(given: Input) -> str:
    """The only file that a run may write, below the watched folder."""
    return normpath(f"watched/pack/{_after(given, '--out')}") if "--out" in given.words[:-1] else ""


def _after(given: Input, option: str) -> str:
    return given.words[given.words.index(option) + 1]


def _reaches_out(given: Input) -> bool:
    """Whether the command line itself names what lies beside the files, or a link: that is asked for."""
    words = [word for word in given.words if not word.startswith(OUT)]
    return any(word.startswith("..") or isinstance(given.files.get(word), Link) for word in words)


def _speaks_of_no_number(given: Input) -> bool:
    """Whether the input itself says nan or inf, so that an output may."""
    said = [*given.files.values(), *(word.encode("utf-8", "surrogateescape") for word in (*given.words, *given.files))]
    lowered = [each.lower() for each in said if isinstance(each, bytes)]
    return any(word in each for each in lowered for word in (b"nan", b"inf"))
