"""Words for the sexes in English, Norwegian, Swedish, Danish, German, French and Dutch, in lower case.

The table is all there is to add to. `M` is male beside a word for female; alone, or beside `H`, it may be mujer, and
`H` is male beside `F` or a word. ISO 5218's 1 and 2 do not stand here: a column of them may hold anything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.reading.tables.bands import Sex
from tnt.reading.tables.words.total_words import word_set

_PAIRS = (
    "female male, females males, woman man, women men, girl boy, girls boys, f m, "
    "kvinne mann, kvinner menn, kvinnelig mannlig, jente gutt, jenter gutter, pike gutt, piker gutter, k m, "
    "kvinna man, kvinnor män, flicka pojke, flickor pojkar, "
    "kvinde mand, kvinder mænd, pige dreng, piger drenge, "
    "frau mann, frauen männer, weiblich männlich, mädchen jungen, w m, "
    "femme homme, femmes hommes, fille garçon, filles garçons, féminin masculin, f h, "
    "vrouw man, vrouwen mannen, meisje jongen, meisjes jongens, v m"
)
SEX_OF: dict[str, Sex] = {}
"""Word -> sex, clear or not."""
OTHER: dict[str, str] = {}
"""Word of one sex -> the word that stands beside it."""
for _pair in _PAIRS.split(","):
    _female, _male = _pair.split()
    SEX_OF |= {_female: "female", _male: "male"}
    OTHER = {_female: _male, _male: _female} | OTHER

BOTH = word_set(
    "all, all sexes, both, both sexes, total, everyone, persons, people, alle, alle kjønn, begge, begge kjønn, "
    "totalt, i alt, ialt, kjønn i alt, personer, båda, båda könen, samtliga, begge køn, beide, "
    "beide geschlechter, insgesamt, gesamt, zusammen, ensemble, les deux sexes, deux sexes, tous, totaal, "
    "beide geslachten, mannen en vrouwen, men and women, menn og kvinner, t, _t"
)
"""Words for both sexes together; `T` and `_T` are those of statistics offices."""


def usual(found: Collection[str]) -> dict[str, Sex]:
    """What the words `found` in a table, in lower case, mean; those that are unknown or not clear are left out."""
    sexes = {word: SEX_OF[word] for word in found if word in SEX_OF}
    women = {word for word, sex in sexes.items() if sex == "female"}
    unclear = women if len(women) > 1 and all(len(word) == 1 for word in women) else set()
    if women == unclear or {"h", "m"} <= sexes.keys():
        unclear = unclear | {"h", "m"}
    return {word: sex for word, sex in sexes.items() if word not in unclear}


def usual_in_headings(found: Collection[str]) -> dict[str, Sex]:
    """The same of the words in headings, where single letters may stand for anything: they are words only if none of
    more letters is there for both sexes."""
    whole = usual([word for word in found if len(word) > 1])
    return whole if len(set(whole.values())) == 2 else usual(found)


def sexes_of(texts: Sequence[str], stated: Mapping[str, Sex] | None) -> list[Sex | None]:
    """The sex each text of a column means, None where that is not known; `stated` are the words of the lists file."""
    words = [text.lower() for text in texts]
    known: dict[str, Sex] = {**dict.fromkeys(BOTH, "all"), **(usual(words) if stated is None else stated)}
    return [known.get(word) for word in words]


def unread_sex(stated: Mapping[str, Sex] | None, text: str, place: Place) -> Diagnostic:
    """The problem of a text that `sexes_of` cannot read."""
    if stated is None and text.lower() in SEX_OF:
        return Diagnostic(Code.SEX_UNCLEAR, place, {"found": text})
    return Diagnostic(Code.SEX_UNKNOWN, place, {"found": text, "choices": ", ".join(stated or ("female", "male"))})
