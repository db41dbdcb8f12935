"""What register or study would give a number of the Norwegian pack that no form of minutes can ask for."""

from __future__ import annotations

from tnt.compile.origins import NumberRecord

_OF_A_NUMBER = {
    "elderly-care/medication-review/population/share": {
        "en": "LMR: people from 65 with four drugs at the same time, and not in the course of a year",
        "nb": "LMR: personer fra 65 år med fire legemidler samtidig, og ikke i løpet av et år",
    },
    "elderly-care/medication-review/tasks/review/frequency": {
        "en": "KPR has what is done: claims of item 2ld per patient. How often it is needed is a decision",
        "nb": "KPR har det som gjøres: krav med takst 2ld per pasient. Hvor ofte det trengs, må avgjøres",
    },
    "diabetes-care/t2d-interim-visit/tasks/visit/frequency": {
        "en": "KPR: contacts with the diagnosis per patient and year, less the annual review",
        "nb": "KPR: kontakter med diagnosen per pasient og år, uten årskontrollen",
    },
    "mental-health/depression-course/tasks/visit/frequency": {
        "en": "KPR: contacts in the year after a first diagnosis, as in the GP-DEP study",
        "nb": "KPR: kontakter i året etter en ny diagnose, som i GP-DEP-studien",
    },
    "elderly-care/home-visit-frail/tasks/visit/frequency": {
        "en": "KPR has what is done: home visits claimed (11ad) per patient. How often it is needed is a decision",
        "nb": "KPR har det som gjøres: krav om sykebesøk (11ad) per pasient. Hvor ofte det trengs, må avgjøres",
    },
    "musculoskeletal/low-back-pain/population/incidence": {
        "en": "KPR: patients with a back diagnosis who had none in the year before",
        "nb": "KPR: pasienter med en ryggdiagnose som ikke hadde noen året før",
    },
    "lung/asthma-annual-review/tasks/review/frequency": {
        "en": "What is asked: the guide's chapter on follow-up. KPR: contacts with the diagnosis per patient and year",
        "nb": "Hva som bes om: veilederens kapittel om oppfølging. KPR: kontakter med diagnosen per pasient og år",
    },
    "conditions/asthma/prevalence/0/share": {
        "en": "LMR and KPR: people with asthma drugs and the diagnosis; a health survey for those with neither",
        "nb": "LMR og KPR: personer med astmamedisin og diagnosen; en helseundersøkelse for dem uten",
    },
    "substance-treatment/benzodiazepine-review/tasks/talk/frequency": {
        "en": "A study of the records of long-term users. How often it is needed is a decision",
        "nb": "En studie av journalene til langtidsbrukere. Hvor ofte det trengs, må avgjøres",
    },
    "substance-treatment/benzodiazepine-review/population/share": {
        "en": "LMR: people who are dispensed these drugs year after year",
        "nb": "LMR: personer som henter ut disse legemidlene år etter år",
    },
    "elderly-care/home-visit-frail/population/share": {
        "en": "KPR: people from 80 with home care, as those who cannot come; a study of who they are",
        "nb": "KPR: personer fra 80 år med hjemmetjenester, som de som ikke kan komme; en studie av hvem de er",
    },
    "obesity/obesity-course/population/share": {
        "en": "KPR: patients who have obesity as the diagnosis at several visits in a year",
        "nb": "KPR: pasienter som har fedme som diagnose ved flere besøk i løpet av et år",
    },
    "coordination/individual-plan-meetings/population/share": {
        "en": "KPR: people with an individual plan and a coordinator",
        "nb": "KPR: personer med individuell plan og koordinator",
    },
    "coordination/individual-plan-meetings/tasks/meeting/frequency": {
        "en": "KPR: meetings claimed per patient and year",
        "nb": "KPR: krav om møter per pasient og år",
    },
    "sick-notes/incapacity-statement/population/share": {
        "en": "Nav: statements asked for in a year",
        "nb": "Nav: erklæringer det er bedt om i løpet av et år",
    },
    "cardiovascular-risk/cardiovascular-risk-assessment/population/share": {
        "en": "A study of records: who had their risk estimated in a year",
        "nb": "En journalstudie: hvem som fikk risikoen beregnet i løpet av et år",
    },
}
_OF_A_QUANTITY = {
    "frequency": {
        "en": "KPR: contacts with the diagnosis per patient and year, which is what is done and not what is asked",
        "nb": "KPR: kontakter med diagnosen per pasient og år, som er det som gjøres, ikke det som bes om",
    },
    "prevalence": {
        "en": "KPR: patients with the diagnosis in a year",
        "nb": "KPR: pasienter med diagnosen i løpet av et år",
    },
    "share": {
        "en": "KPR: how many of the patients get such contacts; a study of records where no diagnosis tells",
        "nb": "KPR: hvor mange av pasientene som får slike kontakter; en journalstudie der ingen diagnose viser det",
    },
}
_OF_ANY = {"en": "A register or a study of records", "nb": "Et register eller en journalstudie"}


def who_can_tell(number: NumberRecord, lang: str) -> str:
    """The register or study, in a few words; of a number that is not named by what kind it is of."""
    kind = "prevalence" if "/prevalence/" in number.path else number.path.rpartition("/")[2]
    return (_OF_A_NUMBER.get(number.path) or _OF_A_QUANTITY.get(kind) or _OF_ANY)[lang]
