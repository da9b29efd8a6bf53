"""Example data: the facts of five real meetings for `demo`, and invented records for a practice profile.

What a report does not say is null in `resources/contoh/rapat.json` and stays empty here.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from pug_desktop import paths
from pug_desktop.app import attend, edit, fill, gender_analysis, invite, meet, offices, regions, registers, semester
from pug_desktop.app.invite import Invitee
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import WEEKDAYS, PartialDate, parse_date
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.forms.load import load_form
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes

Facts = Mapping[str, Any]


def real_meetings() -> Sequence[Facts]:
    """The facts of the five meetings, in the order of the file."""
    found = json.loads((paths.RESOURCES / "contoh" / "rapat.json").read_text(encoding="utf-8"))
    meetings: Sequence[Facts] = found["meetings"]
    return meetings


def enter_meeting(ws: Workspace, facts: Facts) -> RecordId:
    """Enter what a report says of one meeting: no more than it says."""
    meeting = meet.create_meeting(ws, facts["kind"])
    chair = facts["chair"] or {}
    edit.put(
        ws,
        "meeting",
        meeting,
        title=facts["title"],
        theme=facts["theme"],
        place=facts["place"],
        organiser=facts["organiser"],
        chair_name=chair.get("name"),
        chair_position=chair.get("position"),
        participant_groups=list(facts["participant_groups"]) or None,
        disaggregation=list(facts["disaggregation_named"]) or None,
        source_note=facts["report"],
    )
    meet.set_date(ws, meeting, held(facts))
    for speaker in facts["speakers"]:
        meet.add_role(ws, meeting, "narasumber", speaker["name"], speaker["position"])
    for person in facts["named_attendees"]:
        attend.add(ws, meeting, name=person["name"], position=person["position"])
    if facts["headcount_reported"] is not None:
        meet.set_headcount(
            ws,
            meeting,
            male=None,
            female=None,
            total=facts["headcount_reported"],
            excludes_speakers=facts["headcount_excludes_speakers"],
        )
    for text in facts["expected_results"]:
        meet.add_output(ws, meeting, text, expected=True)
    for each in facts["references"]:
        values: dict[str, Value] = {
            "regulation_kind": each["kind"],
            "number": each["number"],
            "year": each["year"],
            "about": each["about"],
            "meeting_id": meeting,
        }
        edit.create(ws, "regulation", values)
    return meeting


def held(facts: Facts) -> PartialDate:
    """The day as far as the report tells it."""
    if (day := parse_date(facts["date"])) is not None:
        return PartialDate.of(day)
    weekday = facts["weekday"]
    return PartialDate(year=facts["year"], weekday=WEEKDAYS["id"].index(weekday) if weekday else None)


def enter_honours(ws: Workspace, facts: Facts) -> None:
    """Enter awards and index ranks that a report tells of the region, and what they answer on its sheet."""
    region = ws.profile.region_code
    for each in facts["awards"]:
        award: dict[str, Value] = {**each, "region_code": region}
        edit.create(ws, "award", award, id=natural_id("award", region, each["award"], each["year"]))
    for each in facts["indices"]:
        index: dict[str, Value] = {
            "index": each["index"],
            "year": each["year"],
            "rank": each["rank"],
            "rank_of": each["of"],
            "rank_scope": each["scope"],
            "region_code": region,
        }
        edit.create(ws, "gender_index", index, id=natural_id("gender_index", region, each["index"], each["year"]))
    sheet = fill.sheet(ws, facts["year"])
    note = f"Dari {facts['report'][0].lower()}{facts['report'][1:]}."
    if latest := max(facts["awards"], key=lambda each: each["year"], default=None):
        value = {"option": latest["category"], "year": latest["year"]}
        fill.save_answer(ws, sheet, "P1.07", status="ada", value=value, note=note)
    own_rules = [each for each in facts["references"] if each["kind"].startswith(("Perwal", "Perbup", "Perda"))]
    for rule in own_rules[:1]:
        document = {"document_kind": rule["kind"], "number": f"{rule['number']}/{rule['year']}", "title": rule["about"]}
        fill.save_answer(ws, sheet, "P1.01", status="ada", value=document, note=note)


def fill_practice(ws: Workspace, step: Step = silent) -> None:
    """Fill a practice profile with invented records, so that every page has something to show.

    A kabupaten/kota and a province also get sheets and meetings as if others had sent them.
    """
    found = json.loads((paths.RESOURCES / "contoh" / "latihan.json").read_text(encoding="utf-8"))
    step(0, 3)
    match ws.profile.role:
        case "provinsi":
            for number, region in enumerate(regions.regencies(ws.profile.region_code)[:3]):
                _practice_regency(ws, region.code, found["meeting"], number)
        case "kabkota":
            for number, (name, short_name) in enumerate(found["offices"]):
                office = offices.add_office(ws, name)
                offices.save_office(ws, office, short_name=short_name)
                if number < len(_OFFICE_ANSWERS):
                    scope = scopes.of_office(ws.profile.region_code, office)
                    _enter_sheet(ws, fill.OFFICE_FORM, scope, _OFFICE_ANSWERS[number])
    step(1, 3)
    if ws.profile.role != "provinsi":
        _practice_meeting(ws, found["meeting"])
        step(2, 3)
        _practice_sheet(ws)
        _practice_registers(ws, found["registers"])
        _practice_writings(ws, found)
    ws.history.forget()
    step(3, 3)


_OFFICE_ANSWERS: Sequence[Mapping[str, Value]] = (
    {"P4.06": True, "P2.06": 4, "P6.03": 2},
    {"P4.06": False, "P2.06": 7, "P5.08": 1},
    {"P4.06": True, "P6.03": 3},
)
"""What three offices answered, by question of the offices' form."""


def _enter_sheet(ws: Workspace, form_name: str, scope: str, answers: Mapping[str, Value]) -> None:
    """A sheet as if it had been received."""
    form, region, office = load_form(form_name), scopes.region_of(scope), scopes.office_of(scope)
    year = ws.today.year
    sheet_id = fill.checklist_id(form.form, region, year, office)
    sheet: dict[str, Value] = {
        "form": form.form,
        "form_version": form.version,
        "form_sha256": form.sha256,
        "year": year,
        "office_id": office,
        "region_code": region,
    }
    edit.create(ws, "checklist", sheet, id=sheet_id, scope=scope)
    for item, value in answers.items():
        answer: dict[str, Value] = {"checklist_id": sheet_id, "item": item, "status": "ada", "value": value}
        edit.create(ws, "answer", answer, id=fill.answer_id(sheet_id, item), scope=scope)


def _practice_regency(ws: Workspace, region_code: str, facts: Facts, number: int) -> None:
    """One kabupaten/kota of a practice province: a sheet and a meeting with its headcount."""
    name = f"Sekretariat Pokja PUG {regions.region(region_code).name}"
    offices.add_office(ws, name, office_type="lainnya", region_code=region_code)
    day = ws.today - timedelta(days=12 * (number + 1))
    answers: dict[str, Value] = {"P3.02": True, "P5.05": "tahunan", "P4.03": {"male": 1 + number, "female": 3}}
    answers.update({"P6.07": True, "P5.06": ["jenis_kelamin", "wilayah"]} if number else {})
    _enter_sheet(ws, fill.REGENCY_FORM, region_code, answers)
    meeting = edit.create(
        ws,
        "meeting",
        {
            "kind": facts["kind"],
            "title": facts["title"],
            "place": facts["place"],
            "chair_name": facts["chair_name"],
            "chair_position": facts["chair_position"],
        },
        scope=region_code,
    )
    meet.set_date(ws, meeting, PartialDate.of(day))
    meet.set_headcount(ws, meeting, male=14 + 5 * number, female=17 + 4 * number, total=None, institutions=12)
    for text in facts["outputs"]:
        meet.add_output(ws, meeting, text)


def _practice_meeting(ws: Workspace, facts: Facts) -> None:
    today = ws.today
    meeting = meet.create_meeting(ws, facts["kind"])
    texts = ("title", "theme", "place", "start_time", "end_time", "organiser", "chair_name", "chair_position")
    minutes = ("opening", "discussion", "closing")
    edit.put(ws, "meeting", meeting, **{name: facts[name] for name in (*texts, *minutes)})
    meet.set_date(ws, meeting, PartialDate.of(today - timedelta(days=20)))
    for role, name, position in facts["roles"]:
        meet.add_role(ws, meeting, role, name, position)
    for text in facts["agenda"]:
        meet.add_agenda_item(ws, meeting, text)
    for text in facts["outputs"]:
        meet.add_output(ws, meeting, text)
    for text, person, office, days, state in facts["follow_ups"]:
        made = meet.add_follow_up(ws, meeting, text)
        due = (today + timedelta(days=days)).isoformat()
        edit.put(ws, "follow_up", made, person_name=person, office_name=office, due_on=due, state=state)
    for name, sex, position, office, kind in facts["people"]:
        attend.add(ws, meeting, name=name, sex=sex, position=position, office_name=office, office_type=kind)
    invite.invite(
        ws,
        meeting,
        [Invitee(office, name, position, kind, sex=sex) for name, sex, position, office, kind in facts["people"]],
    )


def _practice_writings(ws: Workspace, facts: Facts) -> None:
    """An analysis, its budget statement, and the report of the half-year in which the practice meeting was."""
    gap = gender_analysis.create_gap(ws)
    edit.put(ws, "gap", gap, **facts["gap"])
    edit.put(ws, "gbs", gender_analysis.create_gbs(ws, gap), **facts["gbs"])
    year, month = (int(each) for each in meet.meetings(ws)[0].sort_key.split("-")[:2])
    semester.propose(ws, semester.create_report(ws, year, semester.half_of(month)))


def _practice_registers(ws: Workspace, facts: Facts) -> None:
    """A decree with the people it appoints, a budget, and above an office a regulation."""
    year = ws.today.year
    kind, number, about, people = facts["decrees"][ws.profile.role]
    dates: dict[str, Value] = {"decree_on": f"{year}-01-15", "from_on": f"{year}-01-15", "until_on": f"{year}-12-31"}
    decree = registers.add(ws, "decree", {"decree_kind": kind, "number": number, "about": about, **dates})
    for name in people:
        registers.add_member(ws, decree, name)
    registers.add(ws, "gender_budget", {"year": year, **facts["budget"]})
    if ws.profile.role == "kabkota":
        enacted: dict[str, Value] = {"year": year - 2, "enacted_on": f"{year - 2}-03-08"}
        registers.add(ws, "regulation", {**facts["regulation"], **enacted})


def _practice_sheet(ws: Workspace) -> None:
    sheet = fill.sheet(ws, ws.today.year)
    by_form: dict[str, dict[str, dict[str, Any]]] = {
        "prasyarat-opd": {
            "P1.06": {"status": "proses"},
            "P3.03": {"status": "ada"},
            "P2.06": {"value": 4},
            "P6.03": {"value": 2},
        },
        "prasyarat-kabkota": {
            "P1.02": {"value": {"yes": True, "reference": "Bab IV, halaman 112 (contoh)"}},
            "P1.03": {"status": "belum_ada"},
            "P1.07": {"value": {"option": "Madya", "year": ws.today.year - 2}},
            "P3.02": {"value": True},
            "P4.03": {"value": {"male": 2, "female": 3}},
            "P5.05": {"value": "tahunan"},
            "P5.06": {"value": ["jenis_kelamin", "kelompok_umur"]},
            "P7.01": {"value": {"count": 2, "names": ["Forum PUSPA (contoh)", "PKK (contoh)"]}},
        },
    }
    for item, answer in by_form[sheet.form.form].items():
        fill.save_answer(ws, sheet, item, **answer)
