"""What editors accept as a quantity: its shape only, in any of the forms that are read. The reader is the judge."""

from tnt.written.number_words import CARDINAL

_N = r"(\d{1,3}([\s'\u2019]\d{3})+([.,]\d+)?|\d+(\.\d+|,\d{1,2}|,\d{4,})?)"
_L = "[A-Za-zÆØÅæøåÉé]"  # a \w of JavaScript knows no æ
_OF_HUNDRED = r"(%|‰|[Pp].*"
_COUNTED = r"(\d{1,3}([\s'\u2019.,]\d{3})+|\d+)([.,]\d+)?"
_WHOLE = [word for word, number in CARDINAL.items() if (number <= 20 or number % 10 == 0) and word not in ("a", "an")]
_NUMBER_WORD = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _WHOLE)
_ABOUT = "[Cc]a|[Cc]irk?c?a|[Oo]mtrent|[Rr]undt|[Aa]bout|[Aa]pprox(imately)?|[Aa]round"
_WORDS = (  # `about 10 min`, `halvparten`, `ti minutter`
    rf"([~≈½¼¾]|({_ABOUT}|({_NUMBER_WORD}){_L}*)[\s.-]|[Aa]n? (hour|minute|half|third|quarter|fifth|tenth)"
    r"|[Hh]al[vf]|[Kk]varter|[Aa]ll|[Ee]very|[Hh]ver|[Ii]ngen|[Nn]o).*"
)
COUNT = rf"^\s*{_N}\s*$"
PERCENT = rf"^\s*{_N}\s*{_OF_HUNDRED})\s*$"
SIGNED_PERCENT = rf"^\s*[+\u2212-]\s*{_N}\s*{_OF_HUNDRED})\s*$"
SHARE = rf"^\s*{_N}\s*{_OF_HUNDRED}|(/|in|of|out of|av)\s*{_N})\s*$|^\s*{_WORDS}$"
CHANGE = rf"^\s*[\u2212-]?\s*{_N}\s*{_OF_HUNDRED}|(/|in|of|out of|av)\s*{_N})\s*$"
TIME = rf"^\s*(\d.*({_L}|['\u2019\u2032]).*|[Pp][Tt]\d.*|{_WORDS})$"
PERIOD = rf"^\s*{_N}\s*{_L}.*$"
TIME_IN_PERIOD = rf"^\s*{_N}\s*{_L}+.*[/\s]\s*{_L}+\.?\s*$"
EVENTS_IN_PERIOD = rf"^\s*{_N}\s*(/|{_L}).*$"
INCIDENCE = rf"^\s*({_N}\s*(%|‰|/|{_L}).*{_L}|{_WORDS})\s*$"
PEOPLE = rf"^\s*{_COUNTED}(\s+{_L}.*)?$"
CASES = rf"^\s*{_COUNTED}\s*(/|{_L}).*{_L}\s*$"
AGE_BAND = r"^\s*(\D*\d{1,3}\D*(\d{1,3}\D*)?|([Aa]l|[Aa]ny|[Ee]very|[Uu]ansett).*)$"
FREQUENCY = rf"^\s*(\d.*(/|{_L}).*|[~≈½¼¾].*|{_L}.*)$"


def one_of(words: list[str]) -> str:
    """A pattern of some words, which may begin with a capital letter."""
    return "^(" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words) + ")$"
