"""What goes wrong between offices: bundles, keys, sticks."""

from pug_desktop.errors.root import PugError


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


class RevokedSender(BundleError):
    """The sender's key card was withdrawn. Fields: path, device, name, reason."""

    code = "PUG-BUNDLE-012"
    exit_code = 10


class NotAReceipt(BundleError):
    """Not a return receipt of ours, or damaged. Fields: path, problem."""

    code = "PUG-BUNDLE-013"


class ReceiptNotTrusted(BundleError):
    """A return receipt whose signature does not fit a device that we know. Fields: path, device."""

    code = "PUG-BUNDLE-014"
    exit_code = 10


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


class WrongCode(KeyFileError):
    """The typed security code is not that of the device. Fields: path, left (tries that remain)."""

    code = "PUG-KEY-008"
    exit_code = 10


class CodeLocked(KeyFileError):
    """Three wrong codes: only meeting in person helps now. Fields: path, name."""

    code = "PUG-KEY-009"
    exit_code = 10


class NotARecoverySheet(KeyFileError):
    """A typed line of the recovery sheet is wrong. Fields: line (1 to 4, 0 when the number of lines is wrong)."""

    code = "PUG-KEY-010"


class RecoveryNotOurs(KeyFileError):
    """The recovery sheet does not open this file. Fields: path."""

    code = "PUG-KEY-011"
    exit_code = 10


class CodeNotCompared(KeyFileError):
    """Nobody compared the security code, nor met in person. Fields: path, name."""

    code = "PUG-KEY-012"
    exit_code = 10


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
