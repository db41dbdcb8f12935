"""What is needed to get the same figures again."""

from __future__ import annotations

from tnt.report.context.provenance import InputRow, Reproduce
from tnt.result.model import Result
from tnt.show.manifest import versions_of
from tnt.show.page.parts import Fact, Figure
from tnt.show.page.wording import Wording


def reproduce(result: Result, wording: Wording) -> Reproduce:
    """The date, the versions, and every file with its fingerprint."""
    titles = {"method": wording.text("report.reproduce.method")}
    return Reproduce(
        as_of=result.as_of.isoformat(),
        versions=tuple(
            Fact(titles.get(name, name), Figure(version, None), None) for name, version in versions_of(result).items()
        ),
        inputs=tuple(InputRow(file.path, file.sha256) for file in result.inputs),
    )
