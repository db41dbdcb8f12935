"""The texts of every diagnostic, read from one file a language when the first problem is shown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from tnt.diagnostics.codes import Code, Severity

MESSAGE_LANGUAGES = ("en", "nb")


@dataclass(frozen=True, slots=True)
class CodeText:
    """What is said about one code: the form of its message, why it matters, how to mend it, and a few right lines."""

    message: str
    why: str
    fix: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class DiagnosticTexts:
    """Everything said in one language. `words` turns values such as `list` into words; labels stand around messages."""

    codes: Mapping[Code, CodeText]
    labels: Mapping[str, str]
    counted: Mapping[str, tuple[str, str]]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PluginCode:
    """A code of a plugin's check, with its texts: what `Code` and the catalogues are for the codes of tnt."""

    value: str
    """Capital letters and three digits, such as EX001; never beginning with TNT."""
    severity: Severity
    texts: Mapping[str, CodeText] = field(compare=False)
    """Language -> what is said; `en` at least, which stands in for languages that are not there."""

    def __post_init__(self) -> None:
        """Refuse what is no such code."""
        if not re.fullmatch(r"(?!TNT)[A-Z]{2,8}[0-9]{3}", self.value) or "en" not in self.texts:
            raise ValueError(f"{self.value} is no code such as EX001 with texts in en")

    @property
    def name(self) -> str:
        """Its name among programs: the code itself."""
        return self.value


def code_text(code: Code | PluginCode, lang: str) -> CodeText:
    """What is said about a code."""
    if isinstance(code, PluginCode):
        return code.texts.get(lang) or code.texts["en"]
    return texts(lang).codes[code]


@lru_cache
def texts(lang: str) -> DiagnosticTexts:
    """The texts in `lang`; in English where there are none."""
    name = lang if lang in MESSAGE_LANGUAGES else "en"
    read = tomllib.loads(text_file(f"{name}.toml"))
    labels = read.pop("labels")
    return DiagnosticTexts(
        words=read.pop("words"),
        labels={key: label for key, label in labels.items() if isinstance(label, str)},
        counted={key: (label[0], label[1]) for key, label in labels.items() if isinstance(label, list)},
        codes={Code(code): CodeText(**parts) for code, parts in read.items()},
    )


def text_file(name: str) -> str:
    """What a file kept beside the texts says."""
    return (files(__package__) / "texts" / name).read_text("utf-8")
