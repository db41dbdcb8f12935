"""The kinds of documents: the key that is present tells which it is."""

from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.conditions import ConditionsDocument
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.fit.priorities import PrioritiesDocument
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.pack import PackDocument
from tnt.language.documents.population import PopulationDocument
from tnt.language.documents.scenario import ScenarioDocument
from tnt.language.documents.strategies import StrategiesDocument

KINDS: dict[str, type[Document]] = {
    "guideline": GuidelineDocument,
    "case": CaseDocument,
    "scenario": ScenarioDocument,
    "pack": PackDocument,  # before lists and capacity, which a pack names
    "lists": ListsDocument,
    "capacity": CapacityDocument,
    "population": PopulationDocument,
    "conditions": ConditionsDocument,
    "contacts": ContactsDocument,
    "strategies": StrategiesDocument,
    "weights": WeightsDocument,
    "priorities": PrioritiesDocument,
}
"""Key that names the document -> its class, in the order in which keys decide."""
