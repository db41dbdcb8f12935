"""A text as word processors type it -> as YAML reads it, sign for sign, so that every place stays where it is.

Only what has one meaning: spaces that do not break a line where a space must stand, tabs where all lines are indented
with them, and typographic quotes around a whole value or key.
"""

from __future__ import annotations

import re

from tnt.reading.yaml.kept import OTHER_SPACES, with_texts_kept

_UNUSUAL = re.compile(rf"[{OTHER_SPACES}\t“”„«»‘’]")
_INDENT = re.compile(rf"^[ {OTHER_SPACES}]*[{OTHER_SPACES}][ {OTHER_SPACES}]*", re.MULTILINE)
_AFTER_SIGN = re.compile(
    rf"(?<=[\w”»’\"']:)[{OTHER_SPACES}](?=\S)|(?<=^-)[{OTHER_SPACES}]|(?<= -)[{OTHER_SPACES}]", re.MULTILINE
)
_TABS = re.compile(r"^\t+(?=\S)", re.MULTILINE)
_OTHER_INDENT = re.compile(r"^(?: +\t|\t+ | +\S)", re.MULTILINE)
_TABS_WITHIN = re.compile(r"(?<=\S)[ \t]+$|(?<=:)\t+(?=\S)|(?<!\t)\t+(?=#)", re.MULTILINE)
_PAIRS = (("“", "”"), ("”", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("‘", "’"))
_KEY = r"[^\W\d][\w./-]*(?: [\w./-]+){0,3}:[ \t]+"
_OF_LINE = rf"^[ \t]*(?:- )?{_KEY}|^[ \t]*(?=\S[^:\n]*\S:[ \t\n])|^[ \t]*- "
_IN_BRACES = rf"[{{,][ \t]*{_KEY}|\[[ \t]*"
_BEHIND_LINE = r"(?=[ \t]*(?:$|#|[}\]:]|,[ \t]*(?:$|#)))"  # else a comma goes on with the text
_BEHIND_IN_BRACES = r"(?=[ \t]*(?:$|[,}\]:]|#))"
_QUOTED = [
    re.compile(rf"(?P<where>{where}){opened}(?P<text>[^{opened}{closed}\"\\\n]*){closed}{behind}", re.MULTILINE)
    for opened, closed in _PAIRS
    for where, behind in ((_OF_LINE, _BEHIND_LINE), (_IN_BRACES, _BEHIND_IN_BRACES))
]


def as_typed(text: str) -> str:
    """The text for the parser; of the same length."""
    if not _UNUSUAL.search(text):
        return text
    written, text = text, _INDENT.sub(_blank, text)
    text = _AFTER_SIGN.sub(" ", text)
    text = _TABS_WITHIN.sub(_blank, text)
    if not _OTHER_INDENT.search(text):  # else nobody knows how many spaces a tab is
        text = _TABS.sub(_blank, text)
    for quoted in _QUOTED:
        for _ in range(2):  # a value and the next share the comma between them
            text = quoted.sub(r'\g<where>"\g<text>"', text)
    return with_texts_kept(written, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
