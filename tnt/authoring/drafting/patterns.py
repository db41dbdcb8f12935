"""How the headings of a wide table name sexes and ages: patterns that may read them, the likeliest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tnt.authoring.drafting.columns import Column
from tnt.authoring.drafting.words import Meaning
from tnt.reading.tables.age_band import band
from tnt.reading.tables.bands import BandPattern, Stratum, overlaps
from tnt.reading.tables.totals.parted import parted
from tnt.reading.tables.words.heading_words import both_together
from tnt.reading.tables.words.sex_words import SEX_OF

_LOOKED_AT = 400
"""Headings from which patterns are made, those with a word for a sex first; all are held against them."""
_LONGEST = 100
_MOST = 4
"""Patterns tried."""
_FEWEST_BANDS = 3
"""Without a word for a sex, fewer may be anything: `l80`, `p10`."""
_AROUND = " \t\u00a0\u202f_-–,;:./()[]"
_SEX = re.compile(
    rf"(?i)(?<![^\W\d_])(?:{'|'.join(map(re.escape, sorted(SEX_OF, key=len, reverse=True)))})(?![^\W\d_])"
)


def likely_patterns(columns: Mapping[str, Column]) -> list[str]:
    """Patterns of headings with numbers under them, `{sex}_{ages}`, `{ages}` or `{sex}`; those that read most of them
    first."""
    headings = [name for name, column in columns.items() if column.are_numbers and len(name) <= _LONGEST]
    likely = sorted(headings, key=lambda heading: _SEX.search(heading) is None)[:_LOOKED_AT]
    made = Counter(pattern for heading in likely for pattern in _patterns(heading))
    read = {pattern: len(_strata(pattern, headings)) for pattern, _ in made.most_common(_MOST * 4)}
    usable = [pattern for pattern in read if _is_usable(pattern, columns, headings)]
    return sorted(usable, key=lambda pattern: (-("{ages}" in pattern), -read[pattern], -made[pattern]))[:_MOST]


def columns_read(pattern: str, columns: Mapping[str, Column]) -> list[str]:
    """The headings that a pattern reads."""
    return list(_strata(pattern, list(columns)))


def _patterns(heading: str) -> Iterator[str]:
    if "{" in heading:
        return
    for match in list(_SEX.finditer(heading))[:2]:
        before, after = heading[: match.start()], heading[match.end() :]
        if not before.strip(_AROUND) and not after.strip(_AROUND):
            yield f"{before}{{sex}}{after}"
        elif found := _with_ages(after):
            yield f"{before}{{sex}}{found}"
        elif found := _with_ages(before):
            yield f"{found}{{sex}}{after}"
        elif not re.search(r"\d", heading):
            yield f"{before}{{sex}}{after}"
    if re.match(r"[A-Za-z]\d", heading) and heading[0].lower() in SEX_OF and (found := _with_ages(heading[1:])):
        yield f"{{sex}}{found}"  # K0-17
    if found := _with_ages(heading):
        yield found


def _with_ages(text: str) -> str | None:
    """The text with `{ages}` for the longest part of it that tells ages."""
    stripped = text.strip(_AROUND)
    if not re.search(r"\d", stripped):
        return None
    offset = text.index(stripped)
    starts = [0, *(match.end() for match in re.finditer(rf"[{re.escape(_AROUND)}]+", stripped))][:8]
    ends = [len(stripped), *(match.start() for match in re.finditer(rf"[{re.escape(_AROUND)}]+", stripped))][:8]
    spans = sorted(
        {(start, end) for start in starts for end in ends if start < end}, key=lambda span: span[0] - span[1]
    )
    for start, end in spans:
        part = stripped[start:end]
        if re.search(r"\d", part) and band(part) is not None:
            return f"{text[: offset + start]}{{ages}}{text[offset + end :]}"
    return None


def _strata(pattern: str, headings: Sequence[str]) -> dict[str, Stratum]:
    form = BandPattern(pattern, both_together(SEX_OF))
    found = ((heading, form.stratum(heading)) for heading in headings)
    return {heading: stratum for heading, stratum in found if isinstance(stratum, Stratum)}


def _is_usable(pattern: str, columns: Mapping[str, Column], headings: Sequence[str]) -> bool:
    """Whether its columns may be people, each counted once."""
    by_heading = _strata(pattern, headings)
    strata = list(by_heading.values())
    if "{sex}" in pattern and not {"female", "male"} <= {stratum.sex for stratum in strata}:
        return False
    if "{sex}" not in pattern and not _are_neighbours(strata):
        return False
    if "{ages}" not in pattern and any(Meaning.NO_COUNT in columns[heading].meanings for heading in by_heading):
        return False
    kept = [strata[index] for index in parted(strata).kept]
    return next(overlaps(kept), None) is None


def _are_neighbours(strata: Sequence[Stratum]) -> bool:
    """Whether most of these ages go on where others end; percentiles, `p10` and `p25`, do not."""
    first = {stratum.ages.first for stratum in strata}
    met = sum(stratum.last + 1 in first for stratum in strata)
    return len(first) >= _FEWEST_BANDS and met >= len(first) / 2
