"""The gender analyses of an office: a GAP of nine or four steps, and the GBS that is written from it."""

from collections.abc import Mapping

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.workspace import Workspace
from pug_desktop.app.written import WrittenRow, rows
from pug_desktop.domain.kinds import GAP_MODELS, KINDS, RecordId, Value
from pug_desktop.domain.written import GAP_STEPS


def create_gap(ws: Workspace, model: str = "sembilan", *, year: int | None = None) -> RecordId:
    """Make an empty analysis of this office; its model stays, since the steps mean something else in the other one.

    Raises:
        UnknownName: no such model.
        WrongRole: a province analyses no programmes.
    """
    if model not in GAP_MODELS:
        raise errors.UnknownName(what="model", name=model, known=", ".join(GAP_MODELS))
    values = {"model": model, "year": year or ws.today.year, "office_id": ws.profile.office_id}
    return _create(ws, "gap", values)


def create_gbs(ws: Workspace, gap_id: RecordId | None = None, *, year: int | None = None) -> RecordId:
    """Make a budget statement; what the analysis says already is copied, and can be changed here.

    Raises:
        NoSuchRecord: the analysis was removed.
        WrongRole: a province states no budget of programmes.
    """
    values: dict[str, Value] = {"year": year or ws.today.year, "office_id": ws.profile.office_id}
    if gap_id is not None:
        gap = edit.get(ws, "gap", gap_id)
        if gap is None:
            raise errors.NoSuchRecord(kind="gap", id=gap_id)
        values |= {"gap_id": gap_id, **_from_gap(gap)}
        if year is None and isinstance(gap["year"], int):
            values["year"] = gap["year"]
    return _create(ws, "gbs", values)


def own_gaps(ws: Workspace, lang: str = "id") -> tuple[WrittenRow, ...]:
    """The analyses of this office that a budget statement can be written from, the newest first."""
    return tuple(each for each in rows(ws, "gap", lang=lang) if each.mine)


def _create(ws: Workspace, kind: str, values: Mapping[str, Value]) -> RecordId:
    if ws.profile.role not in KINDS[kind].writers:
        raise errors.WrongRole(role=ws.profile.role, needed=", ".join(KINDS[kind].writers))
    return edit.create(ws, kind, values)


_OF_STEPS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sembilan": {
        "goal": ("step6",),
        "situation": ("step2", "step3", "step4", "step5"),
        "action": ("step7",),
        "outcome": ("step9",),
    },
    "empat": {"situation": ("step1", "step2"), "action": ("step3",)},
}
"""Which steps of an analysis say what a part of the statement asks for."""


def _from_gap(gap: Mapping[str, Value]) -> dict[str, Value]:
    model = str(gap["model"])
    names = {each.field: each.name() for each in GAP_STEPS.get(model, ())}
    made: dict[str, Value] = {"programme": gap["programme"], "activity": gap["activity"]}
    for field, steps in _OF_STEPS.get(model, {}).items():
        told = [(names[step], str(gap[step]).strip()) for step in steps if str(gap[step] or "").strip()]
        # One step speaks for itself; of several each says which it is.
        texts = [text if len(steps) == 1 else f"{name}: {text}" for name, text in told]
        made[field] = "\n".join(texts) or None
    return {name: value for name, value in made.items() if value}
