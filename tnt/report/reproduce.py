"""What is needed to get the same figures again."""

from __future__ import annotations

import shlex

from tnt.report.context import Fact, Figure, InputRow, Reproduce
from tnt.report.wording import Wording
from tnt.result.manifest import versions
from tnt.result.model import Result


def reproduce(result: Result, command: str | None, wording: Wording) -> Reproduce:
    """The command as it was given, else the one for the files that were read."""
    return Reproduce(
        command=command or _command(result, wording.texts.lang),
        versions=tuple(Fact(program, Figure(version, None), None) for program, version in versions().items()),
        inputs=tuple(InputRow(file.path, file.sha256) for file in result.inputs),
    )


def _command(result: Result, lang: str) -> str:
    options = ["--as-of", result.as_of.isoformat(), "--lang", lang, "--out", "report.html"]
    return shlex.join(
        ["tnt", "report", *(file.path for file in result.inputs if file.path.endswith((".yaml", ".yml"))), *options]
    )
