"""The bill of materials is valid CycloneDX, names all that is inside, and is the same each time."""

import hashlib
import json
from datetime import UTC, datetime

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from installer import sbom
from installer.components import Component
from installer.licences import listed

MADE = datetime(2026, 11, 23, tzinfo=UTC)
INSIDE = [
    Component("Jinja2", "3.1.6", "pypi", "BSD-3-Clause", homepage="https://example.org/jinja"),
    Component("pyrage", "1.4.0", "pypi", "MIT", inner=(("age-core", "0.11.0", "MIT OR Apache-2.0"), ("odd", "1", ""))),
    Component("libxcb1", "1.15-1", "debian", "MIT"),
    Component("Qt", "6.9.3", "part", "LGPL-3.0-only", note="unchanged"),
    Component("DejaVu Sans", "2.37", "resource", "Bitstream-Vera"),
]


@pytest.fixture
def package(tmp_path):
    path = tmp_path / "pug-desktop_0.1.0_amd64.deb"
    path.write_bytes(b"a package")
    return path


def made(package, inside=INSIDE):
    return sbom.sbom(json.loads(listed(inside)), package, MADE)


def test_it_is_valid_cyclonedx_of_version_1_6(package):
    text = made(package)

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert json.loads(text)["specVersion"] == "1.6"


def test_everything_inside_is_named_with_version_licence_and_purl(package):
    found = {each["name"]: each for each in json.loads(made(package))["components"]}

    assert set(found) == {each.name for each in INSIDE}
    assert found["Jinja2"]["purl"] == "pkg:pypi/jinja2@3.1.6"
    assert found["libxcb1"]["purl"] == "pkg:deb/debian/libxcb1@1.15-1"
    assert found["Qt"]["licenses"] == [{"license": {"id": "LGPL-3.0-only"}}]
    assert found["DejaVu Sans"]["type"] == "data"
    assert [each["name"] for each in found["pyrage"]["components"]] == ["age-core", "odd"]


def test_it_says_which_file_it_is_about(package):
    whole = json.loads(made(package))["metadata"]["component"]

    assert whole["description"] == package.name
    assert whole["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(b"a package").hexdigest()}]


def test_the_same_package_gives_the_same_bytes_and_another_one_others(package, tmp_path):
    other = tmp_path / "other.deb"
    other.write_bytes(b"another package")

    assert made(package) == made(package)
    assert json.loads(made(package))["serialNumber"] != json.loads(made(other))["serialNumber"]


def test_it_is_written_beside_the_package_from_the_list_inside_the_program(package, tmp_path):
    folder = tmp_path / "program" / "lib" / "licences"
    folder.mkdir(parents=True)
    (folder / "components.json").write_text(listed(INSIDE), encoding="utf-8")
    out = tmp_path / "sbom.json"

    sbom.main([str(folder.parent.parent), str(package), str(out), "--epoch", str(int(MADE.timestamp()))])

    assert json.loads(out.read_text(encoding="utf-8"))["metadata"]["timestamp"] == "2026-11-23T00:00:00+00:00"
