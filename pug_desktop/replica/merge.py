"""The join of two states of one record: commutative, associative, idempotent, and it cannot fail.

Per cell, with vectors va and vb:  (A ∩ B) ∪ {d ∈ A not covered by vb} ∪ {d ∈ B not covered by va};
the vector is the pointwise maximum. A dot that the other side has seen and no longer holds was replaced there.
"""

from pug_desktop.replica.state import Dot, Label, RecordState, Register, Vector, covers


def merge(a: RecordState, b: RecordState) -> RecordState:
    """What one knows who knows both; scope and kind are those of `a`, since they never change."""
    cells: dict[str, Register] = {}
    for name in a.cells.keys() | b.cells.keys():
        register = _merge_registers(a.cells.get(name, {}), a.vector, b.cells.get(name, {}), b.vector)
        if register:
            cells[name] = register
    alive = {dot for register in cells.values() for dot in register}
    labels = {dot: _label(dot, a, b) for dot in alive if dot in a.labels or dot in b.labels}
    return RecordState(a.kind, a.id, a.scope, merge_vectors(a.vector, b.vector), cells, labels)


def merge_vectors(a: Vector, b: Vector) -> Vector:
    """The pointwise maximum."""
    return {actor: max(a.get(actor, 0), b.get(actor, 0)) for actor in a.keys() | b.keys()}


def _merge_registers(a: Register, seen_by_a: Vector, b: Register, seen_by_b: Vector) -> Register:
    kept = {dot: value for dot, value in a.items() if dot in b or not covers(seen_by_b, dot)}
    kept.update((dot, value) for dot, value in b.items() if dot not in a and not covers(seen_by_a, dot))
    return kept


def _label(dot: Dot, a: RecordState, b: RecordState) -> Label:
    """The larger of the two, so that a merge of disagreeing labels is still commutative."""
    return max(each for each in (a.labels.get(dot), b.labels.get(dot)) if each is not None)


def same_dot_other_value(a: RecordState, b: RecordState) -> Dot | None:
    """A write that both know under one name with different values: a device was copied. None when there is none."""
    for name in a.cells.keys() & b.cells.keys():
        for dot in a.cells[name].keys() & b.cells[name].keys():
            if a.cells[name][dot] != b.cells[name][dot]:
                return dot
    return None
