"""Every error that a person can meet, as one tree with stable codes.

A category ends in `Error`; a leaf says what happened. Errors carry fields, not sentences: the words stand in
`app/error_words.py`, in Indonesian and English. Codes never change their meaning, since people read them out on the
phone. `exit_code` is what the command line returns.

    PugError
    ├── UsageError                 something was asked that cannot be
    ├── FormError                  a form file is wrong (ours to fix)
    ├── InputError                 a foreign file or value was refused
    ├── BundleError                a bundle was refused; nothing was taken in
    ├── KeyFileError               a key file was refused
    ├── StorageError               the profile's database or folder
    └── StickError                 the place a file is written to
"""

from typing import ClassVar


class PugError(Exception):
    """The root: `code` is stable, `exit_code` is what the command line returns, fields fill in the words."""

    code: ClassVar[str] = "PUG-000"
    exit_code: ClassVar[int] = 1

    def __init__(self, **fields: object) -> None:
        super().__init__(self.code, fields)
        self.fields = fields

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.fields.items())
        return f"{self.code} {type(self).__name__}({shown})"


# --- what was asked -----------------------------------------------------------------------------------------------


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


# --- forms --------------------------------------------------------------------------------------------------------


class FormError(PugError):
    """A form file is wrong. Fields: file, place, problem."""

    code = "PUG-FORM-001"
    exit_code = 11


class UnknownForm(FormError):
    """No such form or version. Fields: file, place, problem."""

    code = "PUG-FORM-002"


# --- foreign input ------------------------------------------------------------------------------------------------


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


# --- bundles ------------------------------------------------------------------------------------------------------


class BundleError(PugError):
    """A bundle was refused; nothing was taken in. Fields everywhere: path."""

    code = "PUG-BUNDLE-000"
    exit_code = 11


class NotABundle(BundleError):
    """Not an age file, or not our magic inside."""

    code = "PUG-BUNDLE-001"


class DamagedBundle(BundleError):
    """Cut short or altered. Fields: path, part."""

    code = "PUG-BUNDLE-002"


class FromNewerProgram(BundleError):
    """Fields: path, needs (the format number that a reader must know)."""

    code = "PUG-BUNDLE-003"
    exit_code = 12


class NotForThisOffice(BundleError):
    """Encrypted to, or addressed to, somebody else."""

    code = "PUG-BUNDLE-004"
    exit_code = 10


class UnknownSender(BundleError):
    """Signed by a device that no certificate here covers. Fields: path, device, name."""

    code = "PUG-BUNDLE-005"
    exit_code = 10


class WrongSignature(BundleError):
    """No signature, or one that does not fit."""

    code = "PUG-BUNDLE-006"
    exit_code = 10


class OutsideScope(BundleError):
    """A record that the sender's certificate does not cover. Fields: path, scope, allowed."""

    code = "PUG-BUNDLE-007"
    exit_code = 10


class OverLimit(BundleError):
    """Larger than a bundle may be. Fields: path, what, limit, found."""

    code = "PUG-BUNDLE-008"


class MalformedRecords(BundleError):
    """The records part breaks its own format. Fields: path, line, problem."""

    code = "PUG-BUNDLE-009"


class CopiedDevice(BundleError):
    """One write name with two values: the sender's device was copied. Fields: path, device."""

    code = "PUG-BUNDLE-010"
    exit_code = 10


class OwnBundle(BundleError):
    """A bundle that this very device wrote."""

    code = "PUG-BUNDLE-011"
    exit_code = 4


# --- keys ---------------------------------------------------------------------------------------------------------


class KeyFileError(PugError):
    """A key file was refused; nothing was changed. Fields everywhere: path."""

    code = "PUG-KEY-000"
    exit_code = 11


class NotAKeyFile(KeyFileError):
    """Not one of ours, or damaged. Fields: path, problem."""

    code = "PUG-KEY-001"


class KeyNotTrusted(KeyFileError):
    """A signature in the chain does not fit or its issuer is not ours. Fields: path, problem."""

    code = "PUG-KEY-002"
    exit_code = 10


class NeedsPassphrase(KeyFileError):
    """The profile's keys are locked."""

    code = "PUG-KEY-003"
    exit_code = 15


class WrongPassphrase(KeyFileError):
    """The passphrase does not open the keys."""

    code = "PUG-KEY-004"
    exit_code = 15


class CertificateForOther(KeyFileError):
    """A certificate made for another device. Fields: path, device."""

    code = "PUG-KEY-005"
    exit_code = 10


class KeyFileNewer(KeyFileError):
    """Fields: path, version."""

    code = "PUG-KEY-006"
    exit_code = 12


class RequestOutsideScope(KeyFileError):
    """The office that asks does not lie below the one that approves. Fields: path, scope, allowed."""

    code = "PUG-KEY-007"
    exit_code = 10


# --- storage ------------------------------------------------------------------------------------------------------


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


# --- the place a file is written to -------------------------------------------------------------------------------


class StickError(PugError):
    """The folder or stick that a file is written to. Fields everywhere: path."""

    code = "PUG-STICK-000"


class StickGone(StickError):
    """It was pulled out, or the folder does not exist."""

    code = "PUG-STICK-001"


class StickFull(StickError):
    """Fields: path, needed, free (bytes)."""

    code = "PUG-STICK-002"
    exit_code = 14


class StickReadOnly(StickError):
    """It cannot be written to."""

    code = "PUG-STICK-003"


class StickLies(StickError):
    """What was read back is not what was written."""

    code = "PUG-STICK-004"
