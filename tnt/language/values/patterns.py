"""What editors accept as a quantity: its shape only, in any of the forms that are read. The reader is the judge."""

_N = r"(\d{1,3}([\s'\u2019]\d{3})+([.,]\d+)?|\d+(\.\d+|,\d{1,2}|,\d{4,})?)"
_L = "[A-Za-zÆØÅæøåÉé]"  # a \w of JavaScript knows no æ
_OF_HUNDRED = r"(%|‰|[Pp].*"
_WHOLE = r"(\d{1,3}([\s'\u2019.,]\d{3})+|\d+)([.,]\d+)?"
COUNT = rf"^\s*{_N}\s*$"
PERCENT = rf"^\s*{_N}\s*{_OF_HUNDRED})\s*$"
SIGNED_PERCENT = rf"^\s*[+\u2212-]\s*{_N}\s*{_OF_HUNDRED})\s*$"
SHARE = rf"^\s*{_N}\s*{_OF_HUNDRED}|(/|in|of|out of|av)\s*{_N})\s*$"
CHANGE = rf"^\s*[\u2212-]?\s*{_N}\s*{_OF_HUNDRED}|(/|in|of|out of|av)\s*{_N})\s*$"
TIME = rf"^\s*({_N}\s*{_L}.*|[Pp][Tt]\d.*)$"
PERIOD = rf"^\s*{_N}\s*{_L}.*$"
TIME_IN_PERIOD = rf"^\s*{_N}\s*{_L}+.*[/\s]\s*{_L}+\.?\s*$"
EVENTS_IN_PERIOD = rf"^\s*{_N}\s*(/|{_L}).*$"
INCIDENCE = rf"^\s*{_N}\s*(%|‰|/|{_L}).*{_L}\s*$"
PEOPLE = rf"^\s*{_WHOLE}(\s+{_L}.*)?$"
CASES = rf"^\s*{_WHOLE}\s*(/|{_L}).*{_L}\s*$"
FREQUENCY = rf"^\s*({_N}\s*(/|{_L}).*|{_L}.*)$"


def one_of(words: list[str]) -> str:
    """A pattern of some words, which may begin with a capital letter."""
    return "^(" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words) + ")$"
