"""What is doubtful about the evidence of an answer, as lines of the list of problems: cause and remedy."""

from collections.abc import Mapping

from pug_desktop.app.documents import flags_of, lacks_evidence
from pug_desktop.app.sheets import SheetItem
from pug_desktop.domain.evidence_flags import EXPIRED, MISSING, OLD
from pug_desktop.forms.problems import WARNING, Problem
from pug_desktop.forms.schema import Text

RULE = "evidence"

_LACKS = (
    Text("Dijawab “Ada”, tetapi bukti belum dilampirkan.", "Answered as there, but no evidence is attached."),
    Text(
        "Lampirkan berkasnya, atau pilih dokumen yang sudah ada.", "Attach the file, or use one that is here already."
    ),
)

_WORDS: Mapping[str, tuple[Text, Text]] = {
    MISSING: (
        Text("Berkas “{name}” tidak ada di komputer ini.", "The file “{name}” is not on this computer."),
        Text("Lampirkan lagi, atau minta dikirim ulang.", "Attach it again, or have it sent again."),
    ),
    EXPIRED: (
        Text("“{name}” habis masa berlakunya.", "“{name}” has expired."),
        Text(
            "Lampirkan dokumen penggantinya, atau betulkan tanggalnya.", "Attach its successor, or correct its dates."
        ),
    ),
    OLD: (
        Text("“{name}” lebih tua dari tahun data.", "“{name}” is older than the data year."),
        Text(
            "Lampirkan dokumen tahun data, atau isi sampai kapan dokumen ini berlaku.",
            "Attach a document of the data year, or say until when this one holds.",
        ),
    ),
}


def evidence_problems(item: SheetItem, year: int, today: str) -> list[Problem]:
    """Warnings only: a verifier may see reasons that the program does not know."""
    name = item.question.name
    found = [Problem(name, WARNING, *_LACKS, RULE)] if lacks_evidence(item) else []
    for row in item.evidence:
        for flag in flags_of(row, year=year, today=today, frequency=item.question.frequency):
            cause, remedy = _WORDS[flag]
            found.append(Problem(name, WARNING, _named(cause, row.title), remedy, RULE))
    return found


def _named(words: Text, title: str) -> Text:
    # A title may hold braces of its own.
    return Text(words.id.replace("{name}", title), words.en.replace("{name}", title))
