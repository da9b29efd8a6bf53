"""What `make` tells about Qt's system libraries is true and helps."""

from tools import check_qt


def test_here_qt_finds_all_it_needs_off_screen():
    assert check_qt.lacking(check_qt.OFF_SCREEN) is None


def test_a_missing_library_is_told_by_its_name():
    text = "libEGL.so.1: cannot open shared object file: No such file or directory"

    assert check_qt.lacking(f"raise ImportError({text!r})") == "libEGL.so.1"


def test_another_trouble_is_told_in_its_last_line():
    assert check_qt.lacking("raise ValueError('odd')") == "ValueError: odd"


def test_the_apt_line_names_every_package():
    assert check_qt.apt_line()[-10:] == check_qt.PACKAGES.read_text(encoding="ascii").split()
