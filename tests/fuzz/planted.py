"""A worker that goes wrong on purpose: one input ends the process, one is never done, one is a fault."""

from __future__ import annotations

import json
import os
import sys
from time import sleep

ENDS, SLEEPS, FAULTS = 2, 4, 5


def main() -> None:
    told = json.loads(sys.argv[1])
    for number in range(told["first"], told["last"], told["step"]):
        _say(begin=number)
        if number == ENDS:
            os._exit(7)
        if number == SLEEPS:
            sleep(600)
        if number == FAULTS:
            _say(fault={"detail": "planted"}, key="planted", number=number)
        _say(end=number)
    _say(finished=True)


def _say(**what: object) -> None:
    os.write(1, (json.dumps(what) + "\n").encode())


if __name__ == "__main__":
    main()
