"""Binary decision diagrams: a formula as a graph in which equal formulas are the same node.

Whether formulas can hold together is then a walk through both graphs, never a table of all cases. Every step is
counted: hostile formulas have diagrams of exponential size, and whoever asks learns that instead of waiting.
"""

from __future__ import annotations

from collections.abc import Iterable

FALSE, TRUE = 0, 1
_LAST = 1 << 30  # the level of the two ends, below all variables
DEEPEST = 300  # variables in one formula; the walks below are recursive


class OutOfStepsError(Exception):
    """The budget of steps is used up: the answer is not known."""


class Diagrams:
    """Nodes over variables that are numbers; a smaller one is asked first."""

    def __init__(self, steps: int) -> None:
        """``steps``: how many nodes may be visited, all in all."""
        self.steps = steps
        self._variable = [_LAST, _LAST]
        self._low = [FALSE, TRUE]
        self._high = [FALSE, TRUE]
        self._nodes: dict[tuple[int, int, int], int] = {}
        self._and: dict[tuple[int, int], int] = {}
        self._not: dict[int, int] = {FALSE: TRUE, TRUE: FALSE}
        self._meet: dict[tuple[int, int], bool] = {}

    def variable(self, number: int) -> int:
        """Return the diagram of one variable."""
        return self._node(number, FALSE, TRUE)

    def opposite(self, node: int) -> int:
        """Return the diagram that is true where ``node`` is false."""
        known = self._not.get(node)
        if known is None:
            self._step()
            low, high = self.opposite(self._low[node]), self.opposite(self._high[node])
            known = self._node(self._variable[node], low, high)
            self._not[node], self._not[known] = known, node
        return known

    def both(self, one: int, other: int) -> int:
        """Return where both are true."""
        if one > other:
            one, other = other, one
        if one in (FALSE, other):
            return one
        if one == TRUE:
            return other
        key = (one, other)
        known = self._and.get(key)
        if known is None:
            self._step()
            variable, pairs = self._parts(one, other)
            low, high = self.both(*pairs[0]), self.both(*pairs[1])
            known = self._and[key] = self._node(variable, low, high)
        return known

    def either(self, one: int, other: int) -> int:
        """Return where at least one is true."""
        return self.opposite(self.both(self.opposite(one), self.opposite(other)))

    def meet(self, one: int, other: int) -> bool:
        """Return whether both can be true at once; makes no node."""
        if one > other:
            one, other = other, one
        if one == FALSE:
            return False
        if one in (TRUE, other):
            return True
        key = (one, other)
        known = self._meet.get(key)
        if known is None:
            self._step()
            _, pairs = self._parts(one, other)
            known = self._meet[key] = self.meet(*pairs[0]) or self.meet(*pairs[1])
        return known

    def without(self, node: int, variables: frozenset[int]) -> int:
        """Return where ``node`` can be true, whatever these variables are."""
        return self._without(node, variables, max(variables, default=-1), {})

    def variables(self, nodes: Iterable[int]) -> frozenset[int]:
        """Return the variables that the diagrams ask."""
        seen, stack = set[int](), [node for node in nodes if node > TRUE]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                self._step()
                stack += [below for below in (self._low[node], self._high[node]) if below > TRUE]
        return frozenset(self._variable[node] for node in seen)

    def example(self, node: int) -> dict[int, bool]:
        """Return values of variables with which ``node``, not FALSE, is true; false where there is a choice."""
        found: dict[int, bool] = {}
        while node != TRUE:
            high = self._low[node] == FALSE
            found[self._variable[node]] = high
            node = self._high[node] if high else self._low[node]
        return found

    def spend(self, steps: int) -> None:
        """Count work that is done. Raises OutOfStepsError when the budget is used up."""
        self.steps -= steps
        if self.steps < 0:
            raise OutOfStepsError

    # Inside

    def _step(self) -> None:
        self.spend(1)

    def _node(self, variable: int, low: int, high: int) -> int:
        if low == high:
            return low
        key = (variable, low, high)
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = len(self._variable)
            self._variable.append(variable)
            self._low.append(low)
            self._high.append(high)
        return node

    def _parts(self, one: int, other: int) -> tuple[int, tuple[tuple[int, int], tuple[int, int]]]:
        """Return the first variable of two diagrams, and both of them where it is false and where it is true."""
        first, second = self._variable[one], self._variable[other]
        variable = min(first, second)
        low_one, high_one = (self._low[one], self._high[one]) if first == variable else (one, one)
        low_other, high_other = (self._low[other], self._high[other]) if second == variable else (other, other)
        return variable, ((low_one, low_other), (high_one, high_other))

    def _without(self, node: int, variables: frozenset[int], last: int, known: dict[int, int]) -> int:
        variable = self._variable[node]
        if variable > last:
            return node
        found = known.get(node)
        if found is None:
            self._step()
            low = self._without(self._low[node], variables, last, known)
            high = self._without(self._high[node], variables, last, known)
            found = self.either(low, high) if variable in variables else self._node(variable, low, high)
            known[node] = found
        return found
