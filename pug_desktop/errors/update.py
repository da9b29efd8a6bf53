"""What goes wrong with a newer program that came on a stick."""

from pug_desktop.errors.root import PugError


class UpdateError(PugError):
    """An update was refused; the program and its data are as they were."""

    code = "PUG-UPDATE-000"
    exit_code = 11


class NotAnUpdate(UpdateError):
    """Not one of ours, damaged, or not written as one is. Fields: path, problem."""

    code = "PUG-UPDATE-001"


class UpdateNotTrusted(UpdateError):
    """No release key of this program signed it. Fields: path, reason ("no-keys" when the program has none at all)."""

    code = "PUG-UPDATE-002"
    exit_code = 10


class UpdateNotNewer(UpdateError):
    """The version is here already, or was. Fields: version, running, what (same, older, seen)."""

    code = "PUG-UPDATE-003"
    exit_code = 4


class UpdateOfOtherProduct(UpdateError):
    """Signed by our key, for another program. Fields: path, product."""

    code = "PUG-UPDATE-004"
    exit_code = 10


class UpdateForOtherSystem(UpdateError):
    """It has no file for this kind of computer. Fields: version, system."""

    code = "PUG-UPDATE-005"
    exit_code = 1


class UpdateFileMissing(UpdateError):
    """The program itself does not lie beside its description. Fields: path, name."""

    code = "PUG-UPDATE-006"
    exit_code = 1


class UpdateAltered(UpdateError):
    """The file is not the one that was signed: damaged, cut, or exchanged. Fields: path, name."""

    code = "PUG-UPDATE-007"


class UpdateSkipsAStep(UpdateError):
    """A version between the two must be installed first. Fields: version, running, needed."""

    code = "PUG-UPDATE-008"
    exit_code = 1


class UpdateNewerFormat(UpdateError):
    """The description is written in a way that only a newer program reads. Fields: path, found, known."""

    code = "PUG-UPDATE-009"
    exit_code = 12


class UpdateNoRoom(UpdateError):
    """The disk of this computer has no room for it. Fields: path, needed, free (bytes)."""

    code = "PUG-UPDATE-010"
    exit_code = 14


class UpdateNotHere(UpdateError):
    """A program that was not installed from a package is not updated by one. Fields: path."""

    code = "PUG-UPDATE-011"
    exit_code = 2


class UpdateNotStarted(UpdateError):
    """The installer could not be started, or ended without success. Fields: name, reason."""

    code = "PUG-UPDATE-012"
    exit_code = 1
