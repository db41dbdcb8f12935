"""Contacts that are not the pack's work, in sentences: for terminal, page and explanation."""

from __future__ import annotations

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.model import Result


def other_care_sentences(role: str, result: Result, texts: Texts) -> list[str]:
    """What each reserve of contacts is made of, and the pack's own contacts today where they are known."""
    sentences = []
    for one in result.other_care.get(role, ()):
        values = {"title": in_language(one.title, texts.lang, one.id), "minutes": texts.number(one.minutes)}
        values |= {"contacts": texts.number(one.contacts_per_year, 0), "share": texts.share(one.in_pack)}
        sentence = texts.text("other-care.made-of", hours=texts.hours(one.hours), **values)
        if one.pack_share is not None:
            sentence += " " + texts.text("other-care.pack-today", share=texts.share(one.pack_share))
        sentences.append(sentence)
    return sentences
