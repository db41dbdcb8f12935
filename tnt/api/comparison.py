"""Two estimates held against each other, and the comparison as a notebook shows it."""

from __future__ import annotations

from html import escape

import pandas as pd

from tnt.analyses.compare.comparison import Comparison, compare_results
from tnt.analyses.compare.frame import comparison_frame
from tnt.analyses.compare.rule_changes import rule_changes
from tnt.analyses.compare.terminal import print_comparison
from tnt.api.door import Name, as_one_of, refused
from tnt.api.estimate import Estimate
from tnt.api.explanation import printed
from tnt.api.frames import indexed
from tnt.api.outputs import as_bytes, delivered_text
from tnt.compile.inputs import Inputs
from tnt.estimating.estimate import estimate
from tnt.locale.choice import LANGUAGES
from tnt.result.model import Result

Side = Estimate | Inputs | Result


class ShownComparison(Comparison):
    """A comparison that a notebook shows as `tnt compare` does."""

    def __repr__(self) -> str:
        return self.text().rstrip("\n")

    def _repr_html_(self) -> str:
        return f"<pre>{escape(repr(self))}</pre>"

    def text(self, lang: str = "en") -> str:
        """What changed and what that does, as `tnt compare` prints it; nb or en."""
        chosen = as_one_of("lang", lang, LANGUAGES)
        return printed(lambda file: print_comparison(self, chosen, file))

    @property
    def frame(self) -> pd.DataFrame:
        """By role and part: the hours before, of each step, and after; the steps add up. Unknown is NaN."""
        return indexed(comparison_frame(self), "role", "part")

    def to_json(self, path: Name | None = None) -> str | None:
        """Everything as JSON: the text, or into a file."""
        from tnt.analyses.compare.json import comparison_json

        data = as_bytes(comparison_json(self))
        return delivered_text(path, data)

    def to_svg(self, path: Name | None = None, lang: str = "en") -> str | None:
        """The waterfall as a drawing, in nb or en: the text, or into a file."""
        from tnt.analyses.compare.waterfall import comparison_svg

        return delivered_text(path, as_bytes(comparison_svg(self, as_one_of("lang", lang, LANGUAGES))))


def compare(before: Side, after: Side, names: tuple[str, str] = ("A", "B")) -> ShownComparison:
    """What it does to go from `before` to `after`: in rules, and in hours a year per recommendation and role.

    Each is an estimate of a pack, or what `tnt.load` or `tnt.estimate` gave; rules are compared where neither is the
    bare result of `tnt.estimate`. `names` are what the reader calls the two. `compare(b, a)` has the same bars with the
    other sign.
    """
    (old, was), (new, now) = _side("before", before), _side("after", after)
    rules = () if old is None or new is None else rule_changes(old, new)
    compared = compare_results(was, now, names, rules)
    return ShownComparison(compared.before, compared.after, compared.names, compared.rules, compared.roles)


def _side(name: str, given: object) -> tuple[Inputs | None, Result]:
    if isinstance(given, Estimate):
        return given.inputs, given.result
    if isinstance(given, Inputs):
        return given, estimate(given)
    if isinstance(given, Result):
        return None, given
    raise refused(name, "an estimate, as pack.estimate() gives it", given)
