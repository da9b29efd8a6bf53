"""What goes wrong on this computer alone: what was asked, forms, foreign files, the profile."""

from pug_desktop.errors.root import PugError


class UsageError(PugError):
    """Something was asked that cannot be."""

    code = "PUG-USE-000"
    exit_code = 2


class UnknownRegion(UsageError):
    """Fields: region."""

    code = "PUG-USE-001"


class UnknownName(UsageError):
    """Fields: what, name, known (a list as text)."""

    code = "PUG-USE-002"


class ProfileExists(UsageError):
    """Fields: folder."""

    code = "PUG-USE-003"


class NoProfile(UsageError):
    """Fields: folder."""

    code = "PUG-USE-004"


class WrongRole(UsageError):
    """Fields: role, needed."""

    code = "PUG-USE-005"


class NotEnrolled(UsageError):
    """This profile has no certificate yet. Fields: role."""

    code = "PUG-USE-006"


class NoAddressee(UsageError):
    """Nobody is known to whom a bundle could go. Fields: wanted."""

    code = "PUG-USE-007"


class NoSuchRecord(UsageError):
    """Fields: kind, id."""

    code = "PUG-USE-008"


class PracticeOnly(UsageError):
    """A practice profile may not do this. Fields: what."""

    code = "PUG-USE-009"


class WrongValue(UsageError):
    """A value does not fit its field; nothing was saved. Fields: field, value, expected."""

    code = "PUG-USE-010"


class OfficeEnrolled(UsageError):
    """An office that has a key card is not taken off the list. Fields: office."""

    code = "PUG-USE-011"


class SheetIsFinal(UsageError):
    """A final sheet is not changed before a correction is begun. Fields: number (of its last version)."""

    code = "PUG-USE-012"


class SheetNotReady(UsageError):
    """A sheet with two values for one answer is not made final. Fields: open (how many answers)."""

    code = "PUG-USE-013"


class MeetingHasNoDay(UsageError):
    """A calendar has no place for a meeting whose day is known in part only. Fields: day (in words)."""

    code = "PUG-USE-014"


class WindowSilent(UsageError):
    """The program is open, and its window does not answer a second start."""

    code = "PUG-USE-015"
    exit_code = 13


class NotToBeOpened(UsageError):
    """The program was started with a file of another kind. Fields: name."""

    code = "PUG-USE-016"


class BesideNotWritable(UsageError):
    """A portable program's data shall lie beside it, and nothing can be written there. Fields: folder."""

    code = "PUG-USE-017"


class SelfCheckFailed(UsageError):
    """The program does not do its work on this computer. Fields: steps."""

    code = "PUG-USE-030"
    exit_code = 1


class ProgramFilesDamaged(UsageError):
    """Files of the program are missing or not as they were built. Fields: files (names), count."""

    code = "PUG-USE-031"
    exit_code = 1


class FormError(PugError):
    """A form file is wrong. Fields: file, place, problem."""

    code = "PUG-FORM-001"
    exit_code = 11


class UnknownForm(FormError):
    """No such form or version. Fields: file, place, problem."""

    code = "PUG-FORM-002"


class InstrumentRefused(FormError):
    """A questionnaire from another office cannot be used. Fields: path, problem."""

    code = "PUG-FORM-003"


class WorkbookMistakes(FormError):
    """A workbook is no form yet. Fields: path, count, first (place and problem, a Text), findings (all)."""

    code = "PUG-FORM-004"


class SheetStays(FormError):
    """A sheet for which there is no newer version of its form. Fields: year, version (that it has)."""

    code = "PUG-FORM-005"


class InputError(PugError):
    """A foreign file was refused; nothing was written."""

    code = "PUG-IN-000"
    exit_code = 11


class FileUnreadable(InputError):
    """Fields: path, reason."""

    code = "PUG-IN-001"


class NotJson(InputError):
    """Fields: path, line, column."""

    code = "PUG-IN-002"


class WrongRecord(InputError):
    """A record in a JSON file does not fit the schema. Fields: path, place, problem."""

    code = "PUG-IN-003"


class EvidenceRefused(InputError):
    """A file that may not be evidence, by its content. Fields: name, detected."""

    code = "PUG-IN-004"


class EvidenceTooLarge(InputError):
    """Fields: name, size, limit (bytes)."""

    code = "PUG-IN-005"


class EvidenceEmpty(InputError):
    """Fields: name."""

    code = "PUG-IN-006"


class NewerRecords(InputError):
    """A JSON file of a newer program. Fields: path, version."""

    code = "PUG-IN-007"
    exit_code = 12


class WorkbookRefused(InputError):
    """A workbook that is not opened: no workbook, locked, or larger inside than it may be. Fields: path, problem."""

    code = "PUG-IN-008"


class TemplateRefused(InputError):
    """A Word template that is not filled: no .docx, too large inside, or wrong fields. Fields: path, problem."""

    code = "PUG-IN-009"


class ListRefused(InputError):
    """A list of persons that cannot be read at all. Fields: path, problem, remedy (both "teks / text")."""

    code = "PUG-IN-010"


class StorageError(PugError):
    """The profile's database or folder. Fields everywhere: path."""

    code = "PUG-DATA-000"


class DataFromNewerProgram(StorageError):
    """Fields: path, found, known (schema numbers)."""

    code = "PUG-DATA-001"
    exit_code = 12


class NotOurDatabase(StorageError):
    """A file that is no database of this program."""

    code = "PUG-DATA-002"
    exit_code = 11


class DatabaseDamaged(StorageError):
    """Fields: path, problem."""

    code = "PUG-DATA-003"
    exit_code = 11


class ProfileInUse(StorageError):
    """Another instance holds the profile."""

    code = "PUG-DATA-004"
    exit_code = 13


class DiskFull(StorageError):
    """Fields: path, needed, free (bytes; 0 where unknown)."""

    code = "PUG-DATA-005"
    exit_code = 14


class FolderNotWritable(StorageError):
    """Fields: path, reason."""

    code = "PUG-DATA-006"


class DatabaseBusy(StorageError):
    """A lock was not released in time."""

    code = "PUG-DATA-007"
    exit_code = 13


class EvidenceMissing(StorageError):
    """The evidence is known, its file is not here (yet). Fields: path, name."""

    code = "PUG-DATA-008"


class NotABackup(StorageError):
    """The file is no backup of a profile, or not a whole one. Fields: path, problem."""

    code = "PUG-DATA-009"
    exit_code = 11


class ProfileGone(StorageError):
    """The folder of an open profile is not there any more: its stick or disk was pulled out."""

    code = "PUG-DATA-010"


class NotAFolder(StorageError):
    """Where a folder has to be there is a file."""

    code = "PUG-DATA-011"
