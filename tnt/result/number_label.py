"""What a number is called in words a clinician knows: "Årskontroll ved diabetes type 2 · tid per gang"."""

from __future__ import annotations

from tnt.compile.inputs import Inputs
from tnt.format.base import Text, in_language
from tnt.locale import LANGUAGES, Texts


class Labels:
    """Names of numbers, by address."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._rules = {rule.id: rule for rule in inputs.rules.rules}
        self._texts = {lang: Texts(lang) for lang in LANGUAGES}

    def of(self, path: str) -> Text:
        """The name of the number at an address, or a group by its own name, in every language."""
        return {lang: " · ".join(self._parts(path, texts)) for lang, texts in self._texts.items()}

    def _parts(self, path: str, texts: Texts) -> list[str]:
        first, *keys = path.split("/")
        if not keys:
            return [first]
        rule = self._rules.get(f"{first}/{keys[0]}")
        if rule is not None:
            recommendation = rule.recommendation
            said = [in_language(recommendation.title, texts.lang, keys[0])]
            if keys[1] == "tasks" and len(recommendation.tasks) > 1:
                said.append(in_language(recommendation.tasks[keys[2]].title, texts.lang, keys[2]))
            return [*said, _quantity("share" if "roles" in keys else keys[-1], texts)]
        if first == "conditions":
            condition = self._inputs.conditions[keys[0]]
            row = condition.prevalence[int(keys[2])]
            sex = [] if row.sex == "all" else [texts.choice("sex", row.sex)]
            ages = [] if len(condition.prevalence) == 1 else [str(row.ages)]
            name = in_language(condition.title, texts.lang, keys[0])
            return [name, _quantity("prevalence", texts), *sex, *ages]
        return [first, *keys]


def _quantity(name: str, texts: Texts) -> str:
    return texts.choice("quantity", name)
