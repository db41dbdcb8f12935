"""Minutes of a task that are likely."""

from __future__ import annotations

FEWEST_MINUTES, MOST_MINUTES = 1.0, 240.0
