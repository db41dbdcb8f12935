"""How hard the random tests look: quickly and always at the same packs, unless `--hypothesis-profile thorough`.

Only the thorough look makes a failing pack smaller: that takes minutes.
"""

from hypothesis import HealthCheck, Phase, settings

THOROUGH = settings.get_current_profile_name() == "thorough"


def times(count: int) -> int:
    """How often something random is tried: a third of the count in everyday runs, twenty times it when thorough."""
    return count * 20 if THOROUGH else -(-count // 3)


def looks(examples: int) -> settings:
    """So many random packs, as `times` has it."""
    return settings(
        max_examples=times(examples),
        derandomize=not THOROUGH,
        database=None,
        deadline=None,
        phases=[Phase.generate, *([Phase.shrink] if THOROUGH else [])],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
