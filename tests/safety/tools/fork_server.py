"""A process that has everything at hand, and runs `tnt` in a child of its own for each line it is given.

A child is a real process: with its streams closed or full, a limit on files, another user, killed at a moment.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import time
from typing import Any

from tnt.main import main, run

CLOSED, DESERTED = "closed", "deserted"
"""In place of the path of a stream: closed, or a pipe whose reader has gone."""
NOBODY = 65534
BYTES_OF_RSS = 1 if sys.platform == "darwin" else 1024
MOST_SECONDS, MOST_MEMORY = 100, 12 * 2**30
"""What ends a child in any case: so much processor time, somewhat more of waiting, or so many bytes of addresses."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def serve() -> None:
    """Answer every line of standard input with one of standard output, until there are no more.

    The first says what to run once in this process, so that the children need not begin with what takes longest.
    """
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for arguments in json.loads(sys.stdin.readline()):
        assert run(arguments) == 0, arguments
    for line in sys.stdin:
        asked = json.loads(line)
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)  # what comes before the run begins waits for it
        pid = os.fork()
        if pid == 0:
            return _become(asked)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        if asked["signal"]:
            _wait(pid, asked["after_seconds"])
            os.kill(pid, asked["signal"])
        _, status, used = os.wait4(pid, 0)
        code, cpu = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
        answer = {"code": code, "cpu": cpu, "bytes": used.ru_maxrss * BYTES_OF_RSS}
        print(json.dumps(answer), file=answers, flush=True)
    return None


def _wait(pid: int, seconds: float) -> None:
    """So long, or until the child has ended, which can still be told afterwards."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(min(left, 0.002))


def _become(asked: dict[str, Any]) -> None:
    os.environ.clear()
    os.environ.update(asked["env"])
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.alarm(2 * MOST_SECONDS)
    os.chdir(asked["cwd"])
    _streams(asked["streams"])
    if asked["most_bytes"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked["most_bytes"], asked["most_bytes"]))
    if asked["is_nobody"] and os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for number in asked["ignored"]:
        signal.signal(number, signal.SIG_IGN)
    tempfile.tempdir = None
    sys.argv = ["tnt", *asked["arguments"]]
    os._exit(_code())


def _code() -> int:
    """What Python ends with; it takes down its modules beside, which takes longer than the run."""
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except Exception as error:
            os.write(2, f"Exception ignored: {error!r}".encode())
            code = 120
    return code


def _streams(targets: list[str]) -> None:
    for number, target in enumerate(targets):
        opened = _opened(os.devnull if target == CLOSED else target, is_read=number == 0)
        os.dup2(opened, number)
        os.close(opened)
    for number, target in enumerate(targets):
        if target == CLOSED:
            os.close(number)
    sys.stdout, sys.stderr = (
        None if targets[number] == CLOSED else os.fdopen(number, "w", closefd=False) for number in (1, 2)
    )


def _opened(target: str, is_read: bool) -> int:
    if target == DESERTED:
        reader, writer = os.pipe()
        os.close(reader)
        return writer
    return os.open(target, os.O_RDONLY if is_read else os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)


if __name__ == "__main__":
    serve()
