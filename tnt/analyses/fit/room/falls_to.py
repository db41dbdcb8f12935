"""Where a function that falls from above 0 reaches it, between nothing and all."""

from __future__ import annotations

from collections.abc import Callable

_STEPS = 100
_NARROW = 1e-15


def falls_to(beyond: Callable[[float], float], negligible: float) -> float | None:
    """A share, above 0 to 1, at which `beyond` is 0 but for what is `negligible`; None where it is above 0 at 1.

    A straight line takes one step, by the rule of false position in its Illinois form, halving where that goes too
    slowly. Where the function jumps over 0, the share just behind the jump.
    """
    low, high = 0.0, 1.0
    above, below = beyond(low), beyond(high)
    if below > negligible:
        return None
    share, at_share, was_above = high, below, None
    for step in range(1, _STEPS):
        if abs(at_share) <= negligible or high - low <= _NARROW:
            break
        share = (low + high) / 2 if step % 8 == 0 else low + (high - low) * above / (above - below)
        at_share, is_above = beyond(share), True
        if at_share > 0:
            low, above = share, at_share
            below /= 2 if was_above else 1  # what stays twice in a row counts half
        else:
            high, below, is_above = share, at_share, False
            above /= 2 if was_above is False else 1
        was_above = is_above
    return share if abs(at_share) <= negligible else high
