"""Where a function that falls from above 0 reaches it, between nothing and all."""

from __future__ import annotations

from collections.abc import Callable

_STEPS = 100


def falls_to(beyond: Callable[[float], float], negligible: float) -> float | None:
    """A share, above 0 to 1, at which `beyond` is 0 but for what is `negligible`; None where it is above 0 at 1.

    A straight line takes one step, by the rule of false position in its Illinois form, halving where that goes too
    slowly. Where the function jumps over 0, the share just behind the jump.
    """
    low, high = 0.0, 1.0
    above, below = beyond(low), beyond(high)
    if below > negligible:
        return None
    share, at_share = high, below
    weight_low, weight_high = above, below
    for step in range(_STEPS):
        if abs(at_share) <= negligible or high - low <= 1e-15:
            break
        halved = step % 8 == 7 or weight_low == weight_high
        share = (low + high) / 2 if halved else low + (high - low) * weight_low / (weight_low - weight_high)
        share = min(max(share, low), high)
        at_share = beyond(share)
        if at_share > 0:
            low, weight_low, weight_high = share, at_share, weight_high / 2
        else:
            high, weight_high, weight_low = share, at_share, weight_low / 2
    return share if abs(at_share) <= negligible else high
