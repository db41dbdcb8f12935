"""The kinds of documents: the key that is present tells which it is."""

from tnt.format.base import Document
from tnt.format.capacity import CapacityDocument
from tnt.format.case import CaseDocument
from tnt.format.conditions import ConditionsDocument
from tnt.format.contacts import ContactsDocument
from tnt.format.guideline import GuidelineDocument
from tnt.format.lists import ListsDocument
from tnt.format.pack import PackDocument
from tnt.format.population import PopulationDocument
from tnt.format.scenario import ScenarioDocument
from tnt.format.strategies import StrategiesDocument

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
}
"""Key that names the document -> its class, in the order in which keys decide."""
