"""docs/claims.md: what every sentence rests on, written from the claims that the tests hold against the figures."""

import os
from pathlib import Path

from tests.claims.areas import AREAS, area
from tests.claims.claims import Claim, Claims
from tnt.locale import LANGUAGES
from tnt.locale.catalogue import forms

PAGE = Path(__file__).parents[2] / "docs" / "claims.md"
BEGIN, END = "<!-- claims -->", "<!-- end of claims -->"


def entry(claim: Claim) -> str:
    """The texts of a claim in both languages, and under them what they rest on."""
    texts = [
        f"- {lang}: {text}" for key in claim.keys for lang in LANGUAGES for text in dict.fromkeys(forms(lang)[key])
    ]
    shown = "\n".join(line.replace("\n", " ") for line in texts)
    return f"{shown}\n\n  **True:** {claim.true}\n  **Stops:** {claim.stops}\n"


def section(found: Claims) -> str:
    return "\n".join([f"## {found.title}\n", *(entry(claim) for claim in found.claims if claim.true)])


def test_the_page_lists_every_claim() -> None:
    page = PAGE.read_text("utf-8")
    whole = "\n".join(section(area(name)) for name in AREAS)
    wanted = page[: page.index(BEGIN) + len(BEGIN)] + "\n\n" + whole + "\n" + page[page.index(END) :]
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(wanted, "utf-8")
    assert wanted == PAGE.read_text("utf-8"), "write it anew with UPDATE_GOLDEN=1"
