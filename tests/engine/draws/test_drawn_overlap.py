"""Work that draws share: what a change does not touch is not computed again."""

import numpy as np

from tnt.engine.draws.parameters import Values
from tnt.engine.draws.shared.activity import DrawnActivity, _Numbers


def test_an_activity_remembers_its_first_draws() -> None:
    activity, computed = object.__new__(DrawnActivity), []

    def weights(numbers: _Numbers) -> np.ndarray:
        computed.append(np.ones((1, 3)))
        return computed[-1]

    def capped(values: Values) -> _Numbers:
        return _Numbers({"hours": np.minimum(values(0), 1.5)}, {}, {})

    activity._known, activity._weights, activity._numbers = None, weights, capped
    first, other, beyond = {0: np.arange(3.0)}, {0: np.arange(3.0) / 2}, {0: np.array([0.0, 1.0, 9.0])}
    assert activity.weights(first.__getitem__) is computed[0]
    assert activity.weights(first.__getitem__) is computed[0]
    assert activity.weights(other.__getitem__) is computed[1]
    assert (
        activity.weights(beyond.__getitem__) is computed[0]
    )  # longer than is counted: nothing it rests on has changed
    assert len(computed) == 2
