"""docs/language.md says what the fields say."""

import re
from pathlib import Path

import pytest
import yaml

from tnt.language.base import Document
from tnt.language.documents.declares import KNOWN_ROLES
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.kinds import KINDS
from tnt.language.schema.reference_page import MARKER, language_page
from tnt.language.values.frequency import frequency

PAGE = Path(__file__).parents[2] / "docs" / "language.md"


def written() -> str:
    return PAGE.read_text("utf-8")


def test_the_page_is_what_the_fields_say() -> None:
    """Mended by `python -m tnt.language.schema.reference_page docs/language.md`."""
    assert language_page(written()) == written()


def test_a_page_without_the_marker_is_left_alone() -> None:
    with pytest.raises(ValueError, match="generated"):
        language_page("no marker")


def test_every_link_on_the_page_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", written(), re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", written())) <= anchors


@pytest.mark.parametrize(("kind", "document"), KINDS.items())
def test_every_kind_and_key_is_on_the_page(kind: str, document: type[Document]) -> None:
    section = written().partition(f"### {kind} file\n")[2].partition("\n#")[0]
    assert all(f"\n| `{key}` |" in section for key in document.model_fields)


def test_what_is_written_by_hand_is_true() -> None:
    by_hand = written().partition(MARKER)[0]
    short, *_ = [block for block in re.findall(r"```yaml\n(.+?)```", by_hand, re.DOTALL) if block.startswith("format:")]
    assert GuidelineDocument.model_validate(yaml.safe_load(short))
    assert all(
        f"`{role}`" in by_hand and (isco is None or f"({isco}" in by_hand.replace("ISCO-08 ", ""))
        for role, isco in KNOWN_ROLES.items()
    )
    for written_so in re.findall(r"`([^`]+)`", re.findall(r"\| frequency \|([^|]+)\|", by_hand)[0]):
        assert frequency(written_so)
