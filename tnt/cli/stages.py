"""A progress bar on standard error, only where a person waits for long enough to wonder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

from tnt.locale import Texts
from tnt.show.screen import size_of_terminal

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE_SECONDS = 0.8


class Stages:
    """Names the stage that is under way; `count` stages make the whole."""

    def __init__(self, progress: Progress | None, texts: Texts, count: int) -> None:
        """`progress` is None where nobody watches."""
        self._progress, self._texts = progress, texts
        self._task = None if progress is None else progress.add_task("", total=count)
        self._begun, self._stage = 0, ""
        self._first: tuple[float, int] | None = None

    def begin(self, key: str) -> None:
        """The stage before is done, and this one begins: read, compute, simulate or write."""
        self._stage, self._first = self._texts.text(f"cli.stage-{key}"), None
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=self._stage, completed=self._begun)
        self._begun += 1

    def part(self, done: int, of: int) -> None:
        """So much of this stage is done; at the pace since this was first said the rest takes as long as is shown."""
        if self._progress is None or self._task is None:
            return
        now, description = monotonic(), self._stage
        since, before = self._first = self._first or (now, done)
        if done > before:
            left = round((now - since) * (of - done) / (done - before))
            description = self._texts.text("cli.time-left", stage=description, time=f"{left // 60}:{left % 60:02}")
        self._progress.update(self._task, description=description, completed=self._begun - 1 + done / of)


@contextmanager
def stages(texts: Texts, count: int) -> Iterator[Stages]:
    """Show a bar while the block runs, on a terminal, once it has taken a moment; it is gone afterwards."""
    if not sys.stderr.isatty():
        yield Stages(None, texts, count)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns, lines = size_of_terminal()
    console = Console(stderr=True, width=columns, height=lines)
    bar = Progress(SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), console=console, transient=True)
    timer = Timer(PATIENCE_SECONDS, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield Stages(bar, texts, count)
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
