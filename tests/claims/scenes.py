"""Scenes: commands run on small packs in one language, with every text they looked up, and the JSON beside them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.command_line import in_this_process
from tnt.locale import LANGUAGES, Language, Texts

ENVIRONMENT: Mapping[Language, str] = {"nb": "nb_NO.UTF-8", "en": "en_GB.UTF-8"}


@dataclass(frozen=True, slots=True)
class Shot:
    """A command to be run in both languages.

    `words` are split at spaces, as `estimate demo.yaml --lists lists.yaml`; `figures` is the same question with
    `--format json`, empty where the command has no such output. A word `page.html` after `--out` is a file that is
    read as the output. `code` is how the command ends.
    """

    name: str
    files: Mapping[str, str] = field(repr=False)
    words: str
    figures: str = ""
    code: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """A text that was looked up: its key, the values it was given and what came of it."""

    key: str
    values: Mapping[str, object]
    text: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A shot as it was taken in one language."""

    shot: Shot
    lang: Language
    output: str
    said: tuple[Said, ...]
    figures: Any
    """The JSON document, as Python reads it; None where there is none."""

    @property
    def texts(self) -> Texts:
        """The catalogue of its language, and numbers as they are written there."""
        return Texts(self.lang)

    def known(self) -> str:
        """Everything that was written down by somebody, or stands as text in the JSON: a name or a title taken from
        here needs no claim."""
        return "\n".join([self.shot.words, *self.shot.files.values(), *strings(self.figures)])


def strings(value: object) -> Iterator[str]:
    """Every string of a JSON document, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def take(shot: Shot) -> Iterator[Scene]:
    """The scene in each language. AssertionError where a command does not end as the shot says."""
    for lang in LANGUAGES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for path, text in shot.files.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(text, encoding="utf-8")
            output, said = _run(shot, lang, folder)
            yield Scene(shot, lang, output, said, _figures(shot, lang, folder))


def _run(shot: Shot, lang: Language, folder: Path) -> tuple[str, tuple[Said, ...]]:
    said: list[Said] = []
    look_up = Texts.text

    def heard(texts: Texts, key: str, **values: object) -> str:
        text = look_up(texts, key, **values)
        if texts.lang == lang:
            said.append(Said(key, values, text))
        return text

    with patch.object(Texts, "text", heard):
        done = in_this_process(shot.words.split(), folder, {"LC_ALL": ENVIRONMENT[lang], "COLUMNS": "80"})
    output = (done.stdout + done.stderr).decode()
    assert done.returncode == shot.code, f"{shot.name} ({lang}) ended with {done.returncode}:\n{output}"
    page = folder / "page.html"
    return (page.read_text("utf-8") if page.exists() else output), tuple(said)


def _figures(shot: Shot, lang: Language, folder: Path) -> Any:
    if not shot.figures:
        return None
    done = in_this_process(shot.figures.split(), folder, {"LC_ALL": ENVIRONMENT[lang]})
    assert done.stdout, f"{shot.name} ({lang}) gives no JSON:\n{done.stderr.decode()}"
    return json.loads(done.stdout)
