"""Records in a profile as if another office had sent them, without the road that bundles take."""

from pathlib import Path

from pug_desktop.app import edit, evidence, fill
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.domain.identity import office_id
from pug_desktop.forms.load import load_form
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import records


def profile(folder, role, region="36.71", office="Dinas Kesehatan", **more):
    return create_profile(folder, role=role, region_code=region, office_name=office, **more)


def enter_sheet(ws: Workspace, scope: str, answers: dict, year: int = 2026, form=None) -> dict[str, str]:
    """A sheet with answers {item: value} in a scope; returns the ids of the answers."""
    office, region = scopes.office_of(scope), scopes.region_of(scope)
    form = form or load_form(fill.OFFICE_FORM if office else fill.REGENCY_FORM)
    sheet = fill.checklist_id(form.form, region, year, office)
    values = {"form": form.form, "form_version": form.version, "form_sha256": form.sha256, "year": year}
    edit.create(ws, "checklist", {**values, "office_id": office, "region_code": region}, id=sheet, scope=scope)
    for item, value in answers.items():
        answer = {"checklist_id": sheet, "item": item, "status": "ada", "value": value}
        edit.create(ws, "answer", answer, id=fill.answer_id(sheet, item), scope=scope)
    ws.history.forget()
    return {item: fill.answer_id(sheet, item) for item in answers}


def enter_evidence(ws: Workspace, owner_kind: str, owner_id: str, path: Path) -> str:
    """A file that the office of the owner attached; returns the id of its record."""
    owner = edit.get(ws, owner_kind, owner_id)
    assert owner is not None
    media_type, _ = evidence.inspect(path)
    sha256, size = ws.blobs.put(path)
    values = {"owner_kind": owner_kind, "owner_id": owner_id, "sha256": sha256, "file_name": path.name}
    values |= {"media_type": media_type, "size": size, "title": path.stem}
    made = edit.create(ws, "evidence", values, scope=str(owner["scope"]))
    ws.history.forget()
    return made


def office_scope(name: str, region: str = "36.71") -> str:
    return scopes.of_office(region, office_id(region, name))


def copy(source: Workspace, target: Workspace, *kinds: str) -> None:
    """The visible records of these kinds, as they are."""
    for kind in kinds:
        with source.database.read() as connection:
            found = records.select(connection, kind)
        with target.database.write() as connection:
            for each in found:
                records.insert(connection, kind, each.id, each.scope, each.values, target.now_s, "")
