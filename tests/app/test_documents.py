"""Documents of an office: each once, with what it proves; what a verifier would ask about a sheet's evidence."""

import pytest

from pug_desktop.app import documents, evidence, fill, meet, problem_list
from pug_desktop.app.evidence_problems import RULE

PDF = b"%PDF-1.4\n" + b"x" * 50


def attach(ws, sheet, item, path, data=PDF, **described):
    path.write_bytes(data)
    target = fill.attach_evidence_target(ws, sheet, item)
    row = evidence.attach(ws, "answer", target, path)
    if described:
        evidence.describe(ws, row.id, **described)
    return row


@pytest.fixture
def sheet(office):
    return fill.sheet(office, 2025)


def test_a_file_that_serves_two_answers_and_a_meeting_stands_once_with_all_it_proves(office, sheet, tmp_path):
    row = attach(office, sheet, "P1.06", tmp_path / "sk.pdf", title="SK Pokja")
    evidence.reuse(office, "answer", fill.attach_evidence_target(office, sheet, "P2.03"), [row.id])
    meeting = meet.create_meeting(office)
    evidence.reuse(office, "meeting", meeting, [row.id])
    attach(office, sheet, "P2.02", tmp_path / "renstra.pdf", PDF + b"2")
    found = documents.documents(office)
    assert [each.row.title for each in found] == ["renstra", "SK Pokja"]
    assert found[1].uses == ("P1.06 2025", "P2.03 2025", "Rapat")


def test_a_file_that_is_lost_is_not_offered(office, sheet, tmp_path):
    row = attach(office, sheet, "P1.06", tmp_path / "sk.pdf")
    office.blobs.path(row.sha256).unlink()
    assert documents.documents(office) == ()


def test_missing_expired_and_old_evidence_is_named_with_its_question(office, sheet, tmp_path):
    fill.save_answer(office, sheet, "P1.06", status="ada")
    attach(office, sheet, "P2.03", tmp_path / "renja.pdf", document_on="2024-02-01")
    attach(office, sheet, "P2.02", tmp_path / "renstra.pdf", PDF + b"2", valid_until="2024-12-31")
    lost = attach(office, sheet, "P2.05", tmp_path / "sop.pdf", PDF + b"3")
    office.blobs.path(lost.sha256).unlink()
    found = documents.remarks(fill.sheet(office, 2025), "2026-03-01")
    assert [(each.item, each.flag) for each in found] == [
        ("P1.06", "none"),
        ("P2.02", "expired"),
        ("P2.03", "old"),
        ("P2.05", "missing"),
    ]


def test_what_nobody_says_is_there_needs_no_evidence(office, sheet):
    fill.save_answer(office, sheet, "P1.06", status="belum_ada")
    assert documents.remarks(fill.sheet(office, 2025), "2026-03-01") == ()


def test_what_is_doubtful_about_evidence_stands_in_the_list_of_problems(office, sheet, tmp_path):
    fill.save_answer(office, sheet, "P1.06", status="ada")
    attach(office, sheet, "P2.02", tmp_path / "renstra.pdf", title="Renstra {name}", valid_until="2024-12-31")
    told = [
        (each.question, each.severity, each.cause.id, each.cause.en)
        for each in problem_list.of_sheet(office, fill.sheet(office, 2025))
        if each.rule == RULE
    ]
    assert told == [
        (
            "P1.06",
            "warning",
            "Dijawab “Ada”, tetapi bukti belum dilampirkan.",
            "Answered as there, but no evidence is attached.",
        ),
        ("P2.02", "warning", "“Renstra {name}” habis masa berlakunya.", "“Renstra {name}” has expired."),
    ]
