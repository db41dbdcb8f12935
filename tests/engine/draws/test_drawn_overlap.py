"""Work that draws share: what a change does not touch is not computed again."""

import numpy as np

from tnt.engine.draws.shared.activity import DrawnActivity


def test_an_activity_remembers_its_first_draws() -> None:
    activity, computed = object.__new__(DrawnActivity), []

    def weights(values: object) -> np.ndarray:
        computed.append(np.ones((1, 3)))
        return computed[-1]

    activity.parameters, activity._known, activity._weights = frozenset({0}), None, weights
    first, other = {0: np.arange(3.0)}, {0: np.arange(3.0)}
    assert activity.weights(first.__getitem__) is computed[0]
    assert activity.weights(first.__getitem__) is computed[0]
    assert activity.weights(other.__getitem__) is computed[1]
    assert activity.weights(first.__getitem__) is computed[0]
    assert len(computed) == 2
