"""What a starter's comments say may stand there is accepted there: every alternative, and every line that is taken into
use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.language.test_starters import ALL
from tnt.check.check import check
from tnt.compile.inputs import load
from tnt.diagnostics import Severity
from tnt.language.starters import starter

LINE = re.compile(r"(?P<indent> *)(?P<key>- (?:\w+: )?|[\w-]+: )(?P<value>[^\s#].*?)(?P<comment>\s+# .*)?")
UNUSED = re.compile(r"(?P<indent> *)# (?P<line>(?P<deeper>(?:  )*)[a-z_-]+:(?: .*)?)")
OTHERS = re.compile(r"# (?:[^#]*; )?(?:or|eller): (?P<others>.+)$")
EXPLAINED = re.compile(r"(?<=[\w%}]) \([^(){}]*\)$")


def alternatives(comment: str) -> list[str]:
    """`# its meaning; or: one | other (which is so); more` -> one, other."""
    found = OTHERS.search(comment)
    said = "" if found is None else re.split(r"; ", found["others"])[0]
    return [EXPLAINED.sub("", each.strip()) for each in said.split(" | ") if each]


def changed(lines: list[str], at: int, other: str) -> str:
    """The file with another value in a line, or another key where the alternative names its own."""
    found = LINE.fullmatch(lines[at])
    assert found is not None, lines[at]
    key = "" if re.match(r"\w+: ", other) else found["key"]
    return "\n".join([*lines[:at], f"{found['indent']}{key}{other}", *lines[at + 1 :]])


def with_block(lines: list[str], at: int) -> tuple[list[str], int]:
    """The file with a line taken into use, and those that belong to it; and where it ends."""
    begins = UNUSED.fullmatch(lines[at])
    assert begins is not None
    end = at + 1
    while end < len(lines) and (each := UNUSED.fullmatch(lines[end])) and len(each["deeper"]) > len(begins["deeper"]):
        end += 1
    used = [re.sub(r"^( *)# ", r"\1", line) for line in lines[at:end]]
    return [*lines[:at], *used, *lines[end:]], end


def variants(text: str) -> Iterator[str]:
    """The file with each alternative in place, and with each line in use that is not."""
    lines = text.splitlines()
    begins = next(at for at, line in enumerate(lines) if line.startswith("format:"))
    last = begins
    for at in range(begins, len(lines)):
        line = lines[at]
        if unused := UNUSED.fullmatch(line):
            if not unused["deeper"] and not line.strip().startswith(("# or:", "# eller:")):
                used, _ = with_block(lines, at)
                yield "\n".join(used)
                yield from (changed(used, at, other) for other in alternatives(used[at]))
                continue
        elif LINE.fullmatch(line):
            last = at
        yield from (changed(lines, last, other) for other in alternatives(line))


@pytest.mark.parametrize(("kind", "lang"), ALL)
def test_whatever_a_comment_offers_is_accepted(kind: str, lang: str, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    tried = list(variants(starter(kind, "lung-health", lang)))
    for text in tried:
        file.write_text(text, "utf-8")
        wrong = [one for one in check([file]).diagnostics if one.severity is Severity.ERROR]
        assert not wrong, (wrong[0].code, dict(wrong[0].values), text)


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_a_scenario_of_alternatives_can_be_laid_over_the_shipped_pack(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    for text in variants(starter("scenario", "nurses-more", lang)):
        file.write_text(text, "utf-8")
        assert load(scenarios=[file], as_of=date(2026, 11, 22)).changes


def test_the_guideline_offers_most_of_its_keys_something_else() -> None:
    counts = {lang: len(list(variants(starter("guideline", "a", lang)))) for lang in ("en", "nb")}
    assert counts["en"] == counts["nb"] > 60
    assert alternatives("# what it is; or: 1 in 3 | null (nobody knows); not needed") == ["1 in 3", "null"]
