"""What a number is called in words a clinician knows: "Årskontroll ved diabetes type 2 · tid per gang"."""

from __future__ import annotations

from tnt.compile.inputs import Inputs
from tnt.compile.origins import quantity_of
from tnt.compile.rule import Rule
from tnt.language.base import Text, in_language
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import Sex
from tnt.locale import LANGUAGES, Texts
from tnt.show.notices import role_title


class NumberLabels:
    """Names of numbers, by address."""

    def __init__(self, inputs: Inputs) -> None:
        self._inputs = inputs
        self._rules = {rule.id: rule for rule in inputs.rules.rules}
        self._texts = {lang: Texts(lang) for lang in LANGUAGES}

    def of(self, path: str) -> Text:
        """The name of the number at an address, or of a group that moves together, in every language."""
        return {lang: " · ".join(self._parts(path.split("/"), texts)) for lang, texts in self._texts.items()}

    def _parts(self, path: list[str], texts: Texts) -> list[str]:
        first, *keys = path
        if not keys:
            return [in_language(self._inputs.groups[first], texts.lang)]
        if rule := self._rules.get(f"{first}/{keys[0]}"):
            return self._of_rule(rule, keys, texts)
        if first == "conditions":
            condition = self._inputs.conditions[keys[0]]
            name = in_language(condition.title, texts.lang, keys[0])
            if keys[2] == "total":
                return [name, texts.text("quantity.total")]
            row = condition.rows[int(keys[2])]
            who = [] if len(condition.rows) == 1 else _who(row.sex, str(row.ages), texts)
            return [name, texts.text("quantity.prevalence"), *who]
        if first == "clusters":
            title = self._inputs.rules.clusters[keys[0]].title
            return [in_language(title, texts.lang, keys[0]), texts.text("quantity.correlation")]
        document = next(
            each
            for each in (file.document for file in self._inputs.documents)
            if first in (getattr(each, "contacts", None), getattr(each, "capacity", None))
        )
        if isinstance(document, ContactsDocument):
            contacts = document.rows[int(keys[1])]
            title = in_language(document.title, texts.lang, first)
            return [title, texts.text("quantity.contacts"), *_who(contacts.sex, str(contacts.ages), texts)]
        assert isinstance(document, CapacityDocument)  # nothing else is drawn
        return self._of_working_time(document, keys, texts)

    def _of_rule(self, rule: Rule, keys: list[str], texts: Texts) -> list[str]:
        recommendation = rule.recommendation
        parts = [in_language(recommendation.title, texts.lang, keys[0])]
        if keys[1] == "tasks" and len(recommendation.tasks) > 1:
            parts.append(in_language(recommendation.tasks[keys[2]].title, texts.lang, keys[2]))
        if keys[1] == "populations" and len(recommendation.groups) > 1:
            parts.append(texts.text("quantity.of-group", number=str(int(keys[2]) + 1)))
        if "roles" in keys:
            role, *rest = keys[keys.index("roles") + 1 :]
            return [*parts, texts.choice("quantity", rest[0] if rest else "share"), self._role(role, texts)]
        return [*parts, texts.choice("quantity", keys[-1])]

    def _of_working_time(self, document: CapacityDocument, keys: list[str], texts: Texts) -> list[str]:
        if keys == ["between_lists"]:
            return [in_language(document.title, texts.lang, document.capacity), texts.text("quantity.between_lists")]
        role = self._role(keys[1], texts)
        if keys[2] == "visits":
            return [role, texts.choice("contact-kind", keys[3]), texts.choice("quantity", keys[-1])]
        if keys[2] == "overhead":
            contact = [texts.choice("contact-kind", keys[4])] if keys[3] == "travel" else []
            return [role, texts.choice("quantity", quantity_of(tuple(keys))), *contact]
        if keys[2] != "reserved":
            return [role, texts.choice("quantity", keys[-1])]
        title = in_language(document.roles[keys[1]].reserved[keys[3]].title, texts.lang, keys[3])
        if keys[-1] in ("in_pack", "minutes"):  # first what tells the numbers of one reserve apart: lines are short
            return [role, texts.choice("quantity", keys[-1]), title]
        return [role, texts.text("quantity.reserved"), title]

    def _role(self, role: str, texts: Texts) -> str:
        return role_title(role, self._inputs.roles[role].title or role, texts)


def _who(sex: Sex, ages: str, texts: Texts) -> list[str]:
    return [ages] if sex == "all" else [texts.choice("sex", sex), ages]
