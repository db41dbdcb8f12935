"""How hard the random tests look: quickly and always at the same packs, unless `HYPOTHESIS_PROFILE=thorough`.

Only the thorough look makes a failing pack smaller: that takes minutes.
"""

import os

from hypothesis import HealthCheck, Phase, settings

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"


def looks(examples: int) -> settings:
    """So many random packs; twenty times as many when thorough."""
    return settings(
        max_examples=examples * (20 if THOROUGH else 1),
        derandomize=not THOROUGH,
        database=None,
        deadline=None,
        phases=[Phase.generate, *([Phase.shrink] if THOROUGH else [])],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
