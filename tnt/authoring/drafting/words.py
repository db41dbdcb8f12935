"""Words of headings, and what a column under them may be. English, Norwegian, Swedish, Danish, German, French, Dutch.

The tables are all there is to add to.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from tnt.reading.tables.age_band import plain_text


class Meaning(Enum):
    """What a heading says its column may be."""

    ID = auto()
    NAME = auto()
    LISTS = auto()
    DOCTOR = auto()
    AREA = auto()
    YEAR = auto()
    BIRTH = auto()
    SEX = auto()
    AGES = auto()
    PEOPLE = auto()
    COUNT = auto()
    POSTS = auto()
    WHOLE_POSTS = auto()
    HEADS = auto()
    PERCENT = auto()
    HOURS = auto()
    NURSE = auto()
    NO_COUNT = auto()


_WORDS = {
    Meaning.ID: "id code kode kod nr no nummer number num løpenr orgnr hpr hprnr listenr kommunenr nummerering key "
    "listeid listid kennung numéro",
    Meaning.NAME: "name navn namn navne naam nom bezeichnung label betegnelse",
    Meaning.LISTS: "liste lister list lists practice practices praksis praxis legekontor fastlegeliste legesenter "
    "surgery clinic klinikk kontor vårdcentral lægepraksis cabinet praktijk huisartsenpraktijk enhet unit",
    Meaning.DOCTOR: "fastlege lege gp doctor läkare læge arzt hausarzt médecin huisarts",
    Meaning.AREA: "area region fylke county kommune municipality ccg icb pco bydel distrikt district location sone "
    "zone landsdel helseforetak kreis land gemeinde kommun län amt département commune gemeente provincie",
    Meaning.YEAR: "year calyear år aar aargang årgang jahr année jaar tid time period periode dato date kvartal "
    "quarter",
    Meaning.BIRTH: "birth born fødsel født fødselsår född födelseår geburt geburtsjahr naissance geboorte geboortejaar",
    Meaning.SEX: "sex gender kjønn kjonn kön køn geschlecht sexe geslacht",
    Meaning.AGES: "age ages alder aldersgruppe alders ålder åldersgrupp aldersgruppering alter altersgruppe âge âges "
    "leeftijd leeftijdsgroep agegroup ageband band agegrp agegr aldersgr agecode",
    Meaning.PEOPLE: "people persons population pop patients registered personer personar pasienter folk innbyggere "
    "invånare indbyggere folkemengde befolkning befolkningen bevölkerung einwohner patienten personen habitants "
    "patientèle inwoners inhabitants listelengde listsize innbyggertall listestørrelse",
    Meaning.COUNT: "antall antal anzahl effectif effectifs aantal count counts n value verdi total size number sum "
    "observation obs_value",
    Meaning.POSTS: "posts fte wte årsverk aarsverk stilling stillinger stillingsprosent stillingsandel hjemler "
    "legeårsverk legestillinger heltid tjänst tjänster årsværk stillingshjemler vollzeit vze etp postes posten "
    "stillingsbrøk full-time fulltime",
    Meaning.WHOLE_POSTS: "posts fte wte årsverk aarsverk stillinger hjemler legeårsverk legestillinger årsværk "
    "stillingshjemler stillingsbrøk vze etp postes posten",
    Meaning.HEADS: "headcount hc heads hoder leger fastleger doctors gps ärzte médecins läkare huisartsen",
    Meaning.PERCENT: "percent pct prosent prosentandel % stillingsprosent procent prozent andel share",
    Meaning.HOURS: "hours timer timar stunden heures uren",
    Meaning.NURSE: "nurse nurses sykepleier sykepleiere sjukepleiar sjuksköterska sjuksköterskor sygeplejerske pfleger "
    "krankenschwester infirmier infirmière verpleegkundige",
    Meaning.NO_COUNT: "mean gjennomsnitt average medel moyenne share andel percent pct prosent rate ratio per median "
    "thousands tusen index imd quintile weighted low high lower upper std l80 u80 l95 u95 imd_quintile p10 p90",
}
LISTS = frozenset({Meaning.LISTS, Meaning.DOCTOR})
"""Words for what has a list of people."""
_MEANING_OF: dict[str, frozenset[Meaning]] = {}
for _meaning, _text in _WORDS.items():
    for _word in _text.split():
        _MEANING_OF[_word] = _MEANING_OF.get(_word, frozenset()) | {_meaning}


def meanings(heading: str) -> frozenset[Meaning]:
    """What the words of a heading say: `GP_FTE`, `Antall personer`, `listNr`."""
    plain = heading[:200]
    parted = re.sub(r"(?<=[a-zæøå])(?=[A-Z])", " ", plain)
    words = {plain_text(plain), *re.findall(r"[^\W\d_]+|%", plain_text(parted))}
    return frozenset[Meaning]().union(*(_MEANING_OF.get(word, frozenset()) for word in words))
