"""A house rule: every recommendation has a note."""

from collections.abc import Iterator

from tnt.check.checks import PackCheck
from tnt.diagnostics import Diagnostic, Severity
from tnt.diagnostics.messages import CodeText, PluginCode
from tnt.language.documents.guideline import GuidelineDocument
from tnt.reading.pack import Pack

NO_NOTE = PluginCode(
    "EX001",
    Severity.WARNING,
    {
        "en": CodeText("{id} has no note.", why="Readers of this house look for one.", fix="Write a note."),
        "nb": CodeText("{id} mangler en merknad.", why="Leserne her ser etter en.", fix="Skriv en merknad."),
    },
)


def find(pack: Pack) -> Iterator[Diagnostic]:
    """A warning for each recommendation without a note, at its key."""
    for loaded in pack.of(GuidelineDocument):
        for name, recommendation in loaded.document.recommendations.items():
            if recommendation.note is None:
                yield Diagnostic(NO_NOTE, loaded.place("recommendations", name, key=True), {"id": name})


CHECK = PackCheck("example", find)
