"""Words for all together, in English, Norwegian, Swedish, Danish, German, French and Dutch, in lower case."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Words with commas between."""
    return frozenset(word.strip() for word in text.split(","))


TOTALS = word_set(
    "sum, total, totals, totalt, totaal, grand total, subtotal, i alt, ialt, samlet, sammenlagt, summa, totala, "
    "alle, alle lister, alle fastleger, all, all lists, all practices, everyone, overall, hele landet, landet, "
    "hela landet, riket, hele norge, samtliga, samtlige, gesamt, insgesamt, summe, zusammen, ensemble, "
    "au total, tous, alles, alles samen, whole country, national total, the country"
)
"""What a row is called that counts the people of the others."""

NATIONS = word_set(
    "norge, noreg, norway, england, wales, scotland, northern ireland, uk, united kingdom, great britain, ireland, "
    "sverige, sweden, danmark, denmark, deutschland, germany, österreich, austria, schweiz, suisse, switzerland, "
    "france, nederland, netherlands, the netherlands, belgië, belgique, belgium, finland, island, iceland, europe"
)
"""Rows of these names are totals among parts of the nation, and lists among nations."""
