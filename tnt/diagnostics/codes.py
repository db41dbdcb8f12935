"""Every code a diagnostic may carry. A code never changes its meaning; its texts are in texts/en.toml and
texts/nb.toml."""

from enum import StrEnum


class Severity(StrEnum):
    """How bad: an error stops the estimate, a warning asks for a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(StrEnum):
    """0xx files and YAML, 1xx keys, 2xx values, 3xx references, 4xx meaning, 5xx tables, 6xx plausibility, 7xx
    provenance, 8xx choice of files."""

    FILE_UNREADABLE = "TNT001"
    NOT_UTF8 = "TNT002"
    YAML_SYNTAX = "TNT003"
    DUPLICATE_KEY = "TNT004"
    YAML_ALIAS = "TNT005"
    YAML_TAG = "TNT006"
    FILE_TOO_LARGE = "TNT007"
    TOO_DEEP = "TNT008"
    MANY_DOCUMENTS = "TNT009"
    NOT_A_MAPPING = "TNT010"
    UNKNOWN_KIND = "TNT011"
    UNKNOWN_FORMAT = "TNT012"

    UNKNOWN_KEY = "TNT101"
    MISSING_KEY = "TNT102"
    WRONG_TYPE = "TNT103"
    NOT_A_CHOICE = "TNT104"
    BAD_ID = "TNT105"
    CONFLICTING_KEYS = "TNT106"
    NEEDS_KEY = "TNT107"
    BAD_DATE = "TNT108"
    EMPTY = "TNT109"

    MISSING_UNIT = "TNT201"
    UNKNOWN_UNIT = "TNT202"
    WRONG_UNIT = "TNT203"
    NOT_A_NUMBER = "TNT204"
    SHARE_OVER_100 = "TNT205"
    OUT_OF_RANGE = "TNT206"
    BAD_AGES = "TNT207"
    AGES_REVERSED = "TNT208"
    RANGE_ORDER = "TNT209"
    BAD_FREQUENCY = "TNT210"
    ROLES_SUM = "TNT211"

    UNKNOWN_CONDITION = "TNT301"
    UNKNOWN_SOURCE = "TNT302"
    UNKNOWN_ROLE = "TNT303"
    UNKNOWN_TASK = "TNT304"
    TASK_CYCLE = "TNT305"
    UNKNOWN_OUTCOME = "TNT306"
    DUPLICATE_ID = "TNT307"
    UNKNOWN_POPULATION = "TNT308"
    UNKNOWN_DEFAULT = "TNT309"

    STATUS_WITHOUT_SOURCE = "TNT401"
    FIRST_TASK_FREQUENCY = "TNT402"
    AGAINST_WITHOUT_UPTAKE = "TNT404"
    INCIDENCE_FREQUENCY = "TNT405"
    PREVALENCE_OVERLAP = "TNT406"
    APPROVED_WITHOUT_NAME = "TNT407"
    WEEKS_MISSING = "TNT408"
    RESERVED_OVER_100 = "TNT409"
    THRESHOLD_ORDER = "TNT410"
    LASTING_AFTER_INCIDENCE = "TNT411"

    TABLE_UNREADABLE = "TNT501"
    TABLE_ADDRESS = "TNT502"
    TABLE_TOO_LARGE = "TNT503"
    COLUMN_MISSING = "TNT504"
    NO_BANDS = "TNT505"
    BAND_UNREADABLE = "TNT506"
    BANDS_OVERLAP = "TNT507"
    CELL_NOT_NUMBER = "TNT508"
    CELL_NEGATIVE = "TNT509"
    CELL_MISSING = "TNT510"
    DUPLICATE_ROW = "TNT511"
    SEX_UNKNOWN = "TNT512"
    VALUES_DIFFER = "TNT513"
    NUMBER_FOR_MANY_LISTS = "TNT514"
    MORE_PROBLEMS = "TNT515"
    BAND_WITHOUT_REFERENCE = "TNT516"
    UNKNOWN_LIST = "TNT517"

    MINUTES_IMPLAUSIBLE = "TNT601"
    UPTAKE_FALLS = "TNT602"
    UPTAKE_RISES = "TNT603"

    ASSUMPTIONS = "TNT701"

    NOTHING_TO_ESTIMATE = "TNT801"
    CHOOSE_LISTS = "TNT802"
    CHOOSE_CAPACITY = "TNT803"
    UNKNOWN_FIGURE = "TNT804"

    @property
    def severity(self) -> Severity:
        """Errors unless listed here."""
        if self in _NOTES:
            return Severity.NOTE
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = {Code.LASTING_AFTER_INCIDENCE, Code.MINUTES_IMPLAUSIBLE, Code.UPTAKE_FALLS, Code.UPTAKE_RISES}
_NOTES = {Code.MORE_PROBLEMS, Code.ASSUMPTIONS}
