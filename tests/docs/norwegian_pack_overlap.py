"""What a quoter of the total must know beside it, computed: visits that may be one, and uptake that is a target."""

from tests.docs.norwegian_pack import result
from tnt.locale import Texts

SEEN_ANYWAY = (
    "cardiovascular/hypertension-followup",
    "diabetes-care/t2d-annual-review",
    "diabetes-care/t2d-interim-visit",
)
"""The visits at which the others may be done too."""
MAY_BE_DONE_THERE = (
    "cardiovascular/statin-followup",
    "cardiovascular/heart-failure-followup",
    "kidney/ckd-stages-1-2",
    "kidney/ckd-stage-3a",
    "atrial-fibrillation/anticoagulation-check-under-75",
    "atrial-fibrillation/anticoagulation-check-75-plus",
)
SAID = {
    "en": (
        "**Checks of the same people.** Follow-up of blood pressure and type 2 diabetes is {seen}. The yearly "
        "checks in coronary disease and after stroke are the same work as that of blood pressure and counted "
        "once for those who have both, as if the diseases were independent, which takes out too little. Six "
        "other checks (lipids, heart failure, two of kidneys, two of anticoagulation) are {other}, and nothing "
        "is taken out although one visit often serves several. Did everybody have them at a visit for blood "
        "pressure or diabetes, in no more time, the total would be so much lower. That is the most these can "
        "make; how much it is, nobody has counted.\n\n"
        "**Uptake.** Where a programme has a target (cervical samples, vaccines) the total counts that many. "
        "Did everybody accept, as in the list `tnt estimate` begins with, it would be {more} more."
    ),
    "nb": (
        "**Kontroller av de samme personene.** Kontroll av blodtrykk og diabetes type 2 er {seen}. De årlige "
        "kontrollene ved koronarsykdom og etter hjerneslag er samme arbeid som kontrollen av blodtrykk og "
        "regnes én gang for dem som har begge, som om sykdommene var uavhengige, og det trekker fra for lite. "
        "Seks andre kontroller (lipider, hjertesvikt, to for nyrer og to for blodfortynnende behandling) er "
        "{other}, og ingenting er trukket fra, selv om én konsultasjon ofte dekker flere. Fikk alle dem på en "
        "kontroll av blodtrykk eller diabetes, uten mer tid, ville summen vært så mye lavere. Det er det meste "
        "disse kan utgjøre; hvor mye det er, har ingen talt.\n\n"
        "**Oppslutning.** Der et program har et mål (livmorhalsprøver og vaksiner), regner summen med så "
        "mange. Takket alle ja, som i listen `tnt estimate` begynner med, ville den vært {more} høyere."
    ),
}


def overlap(lang: str) -> str:
    """Two paragraphs to stand under the headline."""
    texts = Texts(lang)
    said = {
        "seen": texts.hours(round(_hours(SEEN_ANYWAY), -3)),
        "other": texts.hours(round(_hours(MAY_BE_DONE_THERE), -3)),
        "more": texts.hours(round(_beyond_targets(), -3)),
    }
    return SAID[lang].format(**said)


def _hours(names: tuple[str, ...]) -> float:
    found = [one.roles["gp"].required_hours for one in result().recommendations if one.id in names]
    assert len(found) == len(names)
    return sum(hours for hours in found if hours is not None)


def _beyond_targets() -> float:
    asked = [one.roles["gp"] for one in result().recommendations if "gp" in one.roles and not one.is_against]
    return sum((role.tnt_hours or 0) - (role.required_hours or 0) for role in asked)
