"""An answer as it stands at the terminal."""

from __future__ import annotations

import io

from tnt.analyses.fit.result import FitResult
from tnt.analyses.fit.shown.terminal import print_fit


def printed(result: FitResult, lang: str, arguments: str = "") -> str:
    file = io.StringIO()
    print_fit(result, lang, file, arguments)
    return file.getvalue()


def in_one_line(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
