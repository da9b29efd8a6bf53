"""The bill of materials of a package, as CycloneDX 1.6: what an office's security staff load into their scanner.

Made of the list that lies inside the program (`lib/licences/components.json`), so it tells of this package and not of
an environment. Two runs on the same package give the same bytes.
"""

import argparse
import hashlib
import json
import sys
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.utils import canonicalize_name

from installer.licences import FOLDER

# Names of this project's SBOMs; any fixed one does.
_NAMESPACE = uuid.UUID("5a0e4a5c-3f0a-5d5e-9a63-7c5a1c5b0f11")
_LICENCES = LicenseFactory()
_TYPES = {"resource": ComponentType.DATA}


def sbom(listed: Mapping[str, Any], package: Path, made_at: datetime) -> str:
    """The document as JSON.

    Args:
        listed: what `lib/licences/components.json` of the program in the package says.
        package: the setup, .deb or .zip that is handed out.
        made_at: when the package was made, as it says itself (SOURCE_DATE_EPOCH).

    Raises:
        ValueError: what came out is not valid CycloneDX 1.6.
    """
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    whole = Component(
        name="PUG Desktop",
        version=listed["version"],
        type=ComponentType.APPLICATION,
        bom_ref="pug-desktop",
        licenses=[_LICENCES.make_from_string("MIT")],
        description=package.name,
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
    )
    inside = [_component(each) for each in listed["components"]]
    bom = Bom(components=inside, serial_number=uuid.uuid5(_NAMESPACE, digest))
    bom.metadata.component = whole
    bom.metadata.timestamp = made_at
    bom.register_dependency(whole, inside)
    for each in inside:
        bom.register_dependency(each, each.components)
    text = JsonV1Dot6(bom).output_as_string(indent=1) + "\n"
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(str(wrong))
    return text


def _component(each: Mapping[str, Any]) -> Component:
    reference = f"{each['kind']}/{each['name']}@{each['version']}"
    return Component(
        name=each["name"],
        version=each["version"],
        type=_TYPES.get(each["kind"], ComponentType.LIBRARY),
        bom_ref=reference,
        purl=_purl(each),
        description=each["note"] or None,
        licenses=[_LICENCES.make_from_string(each["licence"])],
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(each["homepage"]))]
        if each["homepage"]
        else (),
        components=[_inner(reference, *inner) for inner in each["inner"]],
    )


def _inner(outer: str, name: str, version: str, licence: str) -> Component:
    return Component(
        name=name,
        version=version,
        bom_ref=f"{outer}/{name}@{version}",
        licenses=[_LICENCES.make_from_string(licence)] if licence else (),
    )


def _purl(each: Mapping[str, Any]) -> PackageURL | None:
    match each["kind"]:
        case "pypi":
            return PackageURL("pypi", None, canonicalize_name(each["name"]), each["version"])
        case "debian":
            return PackageURL("deb", "debian", each["name"], each["version"])
        case _:
            return None


def write_sbom(program: Path, package: Path, out: Path, epoch: int) -> None:
    """Write the SBOM of a package.

    Args:
        program: the frozen program's folder that is in the package.
        package: the file that is handed out.
        out: the file to write.
        epoch: SOURCE_DATE_EPOCH.
    """
    listed = json.loads((program / FOLDER / "components.json").read_text(encoding="utf-8"))
    out.write_text(sbom(listed, package, datetime.fromtimestamp(epoch, UTC)), encoding="utf-8", newline="\n")


def main(arguments: list[str] | None = None) -> int:
    """Write one from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path, help="the frozen program's folder")
    parser.add_argument("package", type=Path, help="the package that holds it")
    parser.add_argument("out", type=Path)
    parser.add_argument("--epoch", type=int, required=True, help="SOURCE_DATE_EPOCH")
    told = parser.parse_args(arguments)
    write_sbom(told.program, told.package, told.out, told.epoch)
    return 0


if __name__ == "__main__":
    sys.exit(main())
