"""Two builds are the same or it is said where they differ."""

import zipfile

import pytest

from installer.reproducible import differences, main


@pytest.fixture
def builds(tmp_path):
    """Two folders with the same file, a program that may be run, and a link."""
    made = []
    for name in ("first", "second"):
        folder = tmp_path / name
        (folder / "lib").mkdir(parents=True)
        (folder / "lib" / "data").write_bytes(b"0123456789")
        (folder / "program").write_bytes(b"\x7fELF")
        (folder / "program").chmod(0o755)
        (folder / "lib" / "link").symlink_to("data")
        made.append(folder)
    return made


def zip_with(path, *members, time=(2026, 1, 1, 0, 0, 0)):
    with zipfile.ZipFile(path, "w") as made:
        for name, data in members:
            made.writestr(zipfile.ZipInfo(name, time), data)


def test_two_equal_builds_have_no_difference(builds, capsys):
    assert differences(*builds) == []
    assert main([str(path) for path in builds]) == 0
    assert "byte for byte" in capsys.readouterr().out


def test_a_changed_byte_is_found_with_its_place(builds, capsys):
    (builds[1] / "lib" / "data").write_bytes(b"01234X6789")

    assert differences(*builds) == ["lib/data: 10 and 10 bytes, the first difference at 5"]
    assert main([str(path) for path in builds]) == 1


def test_a_byte_far_inside_or_at_the_end_is_found(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(bytes(3_000_000))
    other.write_bytes(bytes(2_500_000) + b"\1" + bytes(499_999))
    longer = tmp_path / "longer"
    longer.write_bytes(bytes(3_000_001))

    assert differences(one, other) == ["one: 3,000,000 and 3,000,000 bytes, the first difference at 2,500,000"]
    assert differences(one, longer) == ["one: 3,000,000 and 3,000,001 bytes, the first difference at 3,000,000"]


def test_a_file_in_one_of_them_only_is_named(builds):
    (builds[0] / "stale.txt").write_text("old", encoding="utf-8")
    (builds[1] / "lib" / "new.txt").write_text("new", encoding="utf-8")

    assert differences(*builds) == ["stale.txt: only in the first", "lib/new.txt: only in the second"]


def test_rights_and_links_count(builds):
    (builds[1] / "program").chmod(0o644)
    (builds[1] / "lib" / "link").unlink()
    (builds[1] / "lib" / "link").write_bytes(b"0123456789")

    assert differences(*builds) == ["lib/link: leads to data and a file", "program: rights 755 and 644"]


def test_inside_an_archive_the_member_is_named(tmp_path):
    zip_with(tmp_path / "a.zip", ("same.py", b"1"), ("changed.py", b"1"), ("gone.py", b"1"))
    zip_with(tmp_path / "b.zip", ("same.py", b"1"), ("changed.py", b"2"), ("more.py", b"1"))

    found = differences(tmp_path / "a.zip", tmp_path / "b.zip")

    assert found[1:4] == [
        "a.zip: gone.py only in the first",
        "a.zip: more.py only in the second",
        "a.zip: changed.py has other contents",
    ]


def test_a_time_inside_an_archive_is_told(tmp_path):
    zip_with(tmp_path / "a.zip", ("same.py", b"1"))
    zip_with(tmp_path / "b.zip", ("same.py", b"1"), time=(2026, 1, 2, 0, 0, 0))

    assert differences(tmp_path / "a.zip", tmp_path / "b.zip")[1:] == ["a.zip: same.py has another time"]
