"""Which share of people is asked for any of some tasks: METHOD "Overlap" [ours].

Tasks of one recommendation ask the same people, the recommendations of one condition choose among the same people, and
conditions are independent. So who is asked for what is a tree: everybody, those with each condition, those each
recommendation reaches, the steps of its cascade. At every node

    asked for any = own (+) join over the nodes below of (their weight x asked for any there)

where `own` is the role's share of a task that is in question, and the weight is a prevalence, a share of people or a
probability. Three ways of joining give the value, and bounds that hold whatever goes together with what:

    independent   1 - (1 - a)(1 - b)
    least         max(a, b)            one is inside the other
    greatest      min(1, a + b)        they avoid one another while there is room

Conditions of one cluster are not independent (`people.clusters`): of these the value goes through who has which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, Protocol

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.people.clusters import over_joint

Join = Literal["independent", "least", "greatest"]


@dataclass(frozen=True)
class AskingTree:
    """A trees side by side, padded: M steps of cascades, then R recommendations, then K conditions: N nodes; then
    everybody, and a place of nobody for what a shorter way leaves over.

    parent        [A, N + 2] the node above each
    probability   [A, M] share of those at the node above who need the step; 0 in the padding
    step_of_task  [A, n] the step that each task is, N + 1 for the padding; one for several where they ask no people
                  in common
    rules         [A, R, n] which tasks are of which recommendation
    conditions    [A, K, n] which tasks ask people with which condition
    depth         nodes on the longest way, everybody not among them
    """

    parent: Ints
    probability: Floats
    step_of_task: Ints
    rules: Bools
    conditions: Bools
    depth: int

    def part(self, rows: Ints) -> "AskingTree":
        """Some of the trees, each as often as it is named."""
        return AskingTree(
            self.parent[rows],
            self.probability[rows],
            self.step_of_task[rows],
            self.rules[rows],
            self.conditions[rows],
            self.depth,
        )

    @cached_property
    def is_flat(self) -> bool:
        """Whether each recommendation has one task at most, so that nothing is asked of the same people twice."""
        return bool((self.rules.sum(axis=2) <= 1).all())

    @cached_property
    def slot(self) -> Ints:
        """[A, n] of which of the K conditions the people of each task are."""
        return np.asarray(self.conditions.argmax(axis=1))

    @cached_property
    def reached(self) -> Floats:
        """[A, n] share of those a recommendation asks who reach each task: the product of the probabilities on its
        way."""
        rows, at = np.arange(len(self.parent))[:, None], self.step_of_task
        probability = np.ones(self.parent.shape)
        probability[:, : self.probability.shape[1]] = self.probability
        share = np.ones(at.shape)
        for _ in range(self.depth):
            share *= probability[rows, at]
            at = self.parent[rows, at]
        return share


@dataclass(frozen=True)
class Jointly:
    """Conditions of one cluster, by their slots among the K; `shares` [A or 1, X, 2**n] of people have each combination
    of them, as `joint_shares` gives it."""

    slots: tuple[int, ...]
    shares: Floats


class AskedForAny(Protocol):
    """The share of X groups of people asked for any of the tasks added so far."""

    def add(self, task: int, own: Floats) -> None:
        """One task more of each tree, with the share [A, X] that is asked of those who reach it."""

    def of_everybody(self) -> Floats:
        """[A, X] share of all people."""


def asked_for_any(
    tree: AskingTree, asked: Floats, prevalence: Floats, join: Join, jointly: Sequence[Jointly] = ()
) -> AskedForAny:
    """For no tasks yet. `asked` [A, n, X] share of those with its condition whom the recommendation of each task
    reaches, `prevalence` [A, K, X]; conditions that are had `jointly` matter to independent joins alone."""
    return (FlatAsking if tree.is_flat else _Branching)(tree, asked, prevalence, join, jointly)


def _independently(prevalence: Floats, missed: Floats, jointly: Sequence[Jointly]) -> Floats:
    """[A, X] share of all people who are asked, `missed` [A, K, X] of those with each condition not being asked."""
    not_asked = 1.0 - prevalence * (1.0 - missed)
    if not jointly:
        return np.asarray(1.0 - not_asked.prod(axis=1))
    together = {slot for one in jointly for slot in one.slots}
    alone = [slot for slot in range(prevalence.shape[1]) if slot not in together]
    none = not_asked[:, alone].prod(axis=1)
    for one in jointly:
        none = none * over_joint(one.shares, [missed[:, slot] for slot in one.slots])
    return np.asarray(1.0 - none)


def part_of_rule(tree: AskingTree, asked: Floats) -> Floats:
    """[A, n, X] what each task asks, as a part of the most that a task of its recommendation does; 0 of nothing."""
    if tree.is_flat:
        return (asked > 0).astype(np.float64)
    most = np.take_along_axis(_of_rules(tree, asked), tree.rules.argmax(axis=1)[:, :, None], axis=1)
    return np.divide(asked, most, out=np.zeros_like(asked), where=asked > 0)


def _of_rules(tree: AskingTree, asked: Floats) -> Floats:
    """[A, R, X] the most that a task of each recommendation asks."""
    return np.asarray(np.where(tree.rules[:, :, :, None], asked[:, None], 0.0).max(axis=2))


class FlatAsking:
    """Where no recommendation asks twice a task is as good as its recommendation."""

    def __init__(
        self, tree: AskingTree, asked: Floats, prevalence: Floats, join: Join, jointly: Sequence[Jointly] = ()
    ) -> None:
        self._asked, self._prevalence, self._join = asked * tree.reached[:, :, None], prevalence, join
        self._jointly = jointly
        self._rows, self._slot = np.arange(len(tree.parent)), tree.slot
        self._joined = np.full(prevalence.shape, 1.0 if join == "independent" else 0.0)
        """[A, K, X] of those with each condition: not asked, the greatest share, or the sum of shares."""

    def add(self, task: int, own: Floats) -> None:
        """As `AskedForAny` says."""
        share, at = self._asked[:, task] * own, (self._rows, self._slot[:, task])
        if self._join == "independent":
            self._joined[at] *= 1.0 - share
        elif self._join == "greatest":
            self._joined[at] += share
        else:
            self._joined[at] = np.maximum(self._joined[at], share)

    def of_everybody(self) -> Floats:
        """[A, X] share of all people."""
        return of_all_conditions(self._prevalence, self._joined, self._join, self._jointly)


def of_all_conditions(prevalence: Floats, joined: Floats, join: Join, jointly: Sequence[Jointly]) -> Floats:
    """[A, X] share of all people asked, `prevalence` [A, K, X] of whom have each condition; `joined` [A, K, X] of those
    with it: not asked, the greatest share, or the sum of shares. What is had `jointly` matters to the first."""
    if join == "independent":
        return _independently(prevalence, joined, jointly)
    of_all = prevalence * np.minimum(joined, 1.0)
    return np.asarray(of_all.max(axis=1) if join == "least" else np.minimum(of_all.sum(axis=1), 1.0))


class _Branching:
    """Up the tree from each task that is added."""

    def __init__(
        self, tree: AskingTree, asked: Floats, prevalence: Floats, join: Join, jointly: Sequence[Jointly]
    ) -> None:
        (trees, steps), nodes, people = tree.probability.shape, tree.parent.shape[1], asked.shape[2]
        of_rules = _of_rules(tree, asked)
        self._tree, self._join, self._rows = tree, join, np.arange(trees)
        self._jointly = jointly if join == "independent" else ()
        self._conditions = slice(steps + of_rules.shape[1], nodes - 2)
        self._weight = np.zeros((trees, nodes, people))
        self._weight[:, :steps] = tree.probability[:, :, None]
        self._weight[:, steps : steps + of_rules.shape[1]] = of_rules
        self._weight[:, steps + of_rules.shape[1] : nodes - 2] = prevalence
        self._own = np.zeros((trees, nodes, people))
        self._share = np.zeros((trees, nodes, people))
        self._below = np.full((trees, nodes, people), 1.0 if join == "independent" else 0.0)
        """What is joined below each node: those not asked, the greatest share, or the sum of shares."""

    def add(self, task: int, own: Floats) -> None:
        rows, node = self._rows, self._tree.step_of_task[:, task]
        # Tasks of one step are one task at several ages: nobody is asked for two of them.
        self._own[rows, node] = np.maximum(self._own[rows, node], own)
        for _ in range(self._tree.depth):
            above = self._tree.parent[rows, node]
            before, now = self._share[rows, node], self._at(node)
            weight = self._weight[rows, node]
            self._below[rows, above] = self._joined(self._below[rows, above], weight * before, weight * now)
            self._share[rows, node] = now
            node = above

    def of_everybody(self) -> Floats:
        if self._jointly:
            weight, share = self._weight[:, self._conditions], self._share[:, self._conditions]
            return _independently(weight, 1.0 - share, self._jointly)
        return self._at(np.full(self._rows.size, self._tree.parent.shape[1] - 2))

    def _at(self, node: Ints) -> Floats:
        own, below = self._own[self._rows, node], self._below[self._rows, node]
        if self._join == "independent":
            return np.asarray(1.0 - (1.0 - own) * below)
        return np.asarray(np.maximum(own, below) if self._join == "least" else np.minimum(1.0, own + below))

    def _joined(self, below: Floats, before: Floats, now: Floats) -> Floats:
        """What is below a node once a share of one node there has grown."""
        if self._join == "least":
            return np.maximum(below, now)
        if self._join == "greatest":
            return np.asarray(below + (now - before))
        return np.asarray(below * np.divide(1.0 - now, 1.0 - before, out=np.zeros_like(below), where=before < 1.0))


def asking_tree(
    activities: Sequence[Ints],
    paths: Sequence[Sequence[int]],
    probability: Floats,
    rule_of: Ints,
    slots: Sequence[Ints],
    conditions: int,
) -> AskingTree:
    """The trees of activities (tasks, as indices). `paths` [T] are the steps to each task, itself the last, with their
    `probability`; `rule_of` [T] its recommendation; `slots` the condition of each task, of at most `conditions`."""
    steps = [steps_to(tasks, paths) for tasks in activities]
    rules = [list(dict.fromkeys(rule_of[tasks].tolist())) for tasks in activities]
    first_rule = max(map(len, steps))
    first_condition = first_rule + max(map(len, rules))
    everybody, n = first_condition + conditions, max(tasks.size for tasks in activities)
    tree = AskingTree(
        parent=np.full((len(activities), everybody + 2), everybody + 1),
        probability=np.zeros((len(activities), first_rule)),
        step_of_task=np.full((len(activities), n), everybody + 1),
        rules=np.zeros((len(activities), first_condition - first_rule, n), dtype=np.bool_),
        conditions=np.zeros((len(activities), conditions, n), dtype=np.bool_),
        depth=2 + max(len(paths[task]) for tasks in activities for task in tasks.tolist()),
    )
    tree.parent[:, first_condition:everybody] = everybody
    for row, (tasks, its_steps, its_rules, its_slots) in enumerate(zip(activities, steps, rules, slots, strict=True)):
        place = {step: at for at, step in enumerate(its_steps)}
        tree.probability[row, : len(its_steps)] = probability[its_steps]
        for at, (task, slot) in enumerate(zip(tasks.tolist(), its_slots.tolist(), strict=True)):
            path, rule = paths[task], its_rules.index(int(rule_of[task]))
            tree.step_of_task[row, at] = place[path[-1]]
            tree.rules[row, rule, at] = tree.conditions[row, slot, at] = True
            tree.parent[row, place[path[0]]] = first_rule + rule
            tree.parent[row, first_rule + rule] = first_condition + slot
            for above, step in pairwise(path):
                tree.parent[row, place[step]] = place[above]
    return tree


def steps_to(tasks: Ints, paths: Sequence[Sequence[int]]) -> list[int]:
    """The steps to some tasks, each once, in the order of the tree."""
    return list(dict.fromkeys(step for task in tasks.tolist() for step in paths[task]))
