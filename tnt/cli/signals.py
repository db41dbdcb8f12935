"""Signals that end a run: it removes what it has not finished, and ends."""

from __future__ import annotations

import signal
from types import FrameType
from typing import Any

_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class EndedBySignal(BaseException):
    """A signal asked the run to end. Nobody's error, so that nothing catches it on the way."""

    def __init__(self, number: int) -> None:
        """`number` of the signal."""
        super().__init__(number)
        self.exit_code = 128 + number
        """As shells report it."""


def end_on_signals() -> None:
    """Raise Ended on Ctrl-C, TERM and HUP, once; what the parent has said to ignore, such as `nohup`, stays ignored."""
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def end_at_once_on_signals() -> None:
    """Nothing is left to tidy up: end as programs do by themselves."""
    for number in _ENDING:
        if signal.getsignal(number) is _end:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> Any:
    for one in _ENDING:
        signal.signal(one, signal.SIG_IGN)  # a second one would break off the tidying up
    raise EndedBySignal(number)
