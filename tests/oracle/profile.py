"""How hard the random tests look: quickly and always the same; `HYPOTHESIS_PROFILE=thorough` looks longer and elsewhere each time."""

import os

from hypothesis import HealthCheck, settings

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"


def looks(examples: int) -> settings:
    """So many random packs; twenty times as many when thorough."""
    return settings(
        max_examples=examples * (20 if THOROUGH else 1),
        derandomize=not THOROUGH,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
