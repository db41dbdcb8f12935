"""Where a figure comes from, or what a code means, to look at in a notebook."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import IO

from tnt.api.door import WrongUseError, as_one_of
from tnt.compile.inputs import Inputs
from tnt.diagnostics import Code
from tnt.diagnostics.nearest import Nearest
from tnt.explain.terminal import print_explanation
from tnt.explain.trace import addresses, trace
from tnt.locale import Texts
from tnt.locale.choice import LANGUAGES
from tnt.result.model import Result
from tnt.show.terminal import TextInMemory


class Explanation:
    """A text that is made in the language it is asked for; shown in English."""

    def __init__(self, text: Callable[[str], str]) -> None:
        """`text(lang)` makes it."""
        self._text = text

    def text(self, lang: str = "en") -> str:
        """The same as `tnt explain` prints; nb or en."""
        return self._text(as_one_of("lang", lang, LANGUAGES))

    def __repr__(self) -> str:
        return self.text().rstrip("\n")

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"


def explanation(inputs: Inputs, result: Result, what: object) -> Explanation:
    """Of a recommendation or number by its address, or of a code such as TNT201."""
    if not isinstance(what, str):
        raise WrongUseError(
            f"explain takes `guideline/recommendation`, the path of a number or a code; you gave {what!r}"
        )
    return _of_code(what.upper()) if re.fullmatch(r"TNT\d+", what, re.IGNORECASE) else _of_figure(inputs, result, what)


def _of_code(code: str) -> Explanation:
    from tnt.diagnostics.render import explain

    if code not in list(Code):
        raise WrongUseError(Texts("en").text("cli.unknown-code", code=code))
    return Explanation(lambda lang: explain(Code(code), lang))


def _of_figure(inputs: Inputs, result: Result, name: str) -> Explanation:
    step = trace(inputs, result, name)
    if step is None:
        near = Nearest().words(name, list(addresses(inputs)), most=3, cutoff=0.4)
        raise WrongUseError(Texts("en").text("cli.unknown-figure", name=name, near=", ".join(near) or "–"))
    return Explanation(lambda lang: printed(lambda file: print_explanation(step, result, lang, file)))


def printed(show: Callable[[IO[str]], None]) -> str:
    """What `show` prints, as a text."""
    file = TextInMemory()
    show(file)
    return file.getvalue()
