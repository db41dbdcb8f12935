"""What people read, in their language: texts from the catalogues, and numbers and dates as they are written there."""

from tnt.locale.choice import LANGUAGES, Language, language
from tnt.locale.texts import UNKNOWN, Texts

__all__ = ["LANGUAGES", "UNKNOWN", "Language", "Texts", "language"]
