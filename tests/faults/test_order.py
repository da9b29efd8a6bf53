"""A power cut takes back nothing that was promised: everything is synced before it is renamed and before it is said."""

from pathlib import Path

import pytest

from tests.faults import order, tracing
from tests.faults.scene import Scene, make_scene, sent_from
from tests.faults.tracing import needs_strace

pytestmark = needs_strace


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return make_scene(tmp_path_factory.mktemp("order"))


def found(scene: Scene, log: Path, *given: object, broken: str = "") -> list[str]:
    """What a power cut could take back of that run."""
    existing = {str(path) for path in scene.folder.rglob("*")}
    traced = tracing.run(log, ["-y", "-s", "300", "-e", f"trace={','.join(order.CALLS)}"], *given, broken=broken)
    assert traced.code == 0, traced.problem
    assert traced.results, "nothing was said"
    assert not any(isinstance(each, dict) for each in traced.results), traced.results
    return order.problems(traced.trace, (scene.folder,), existing)


def export(scene: Scene, log: Path, broken: str = "") -> list[str]:
    scene.restore()
    return found(scene, log, "send", scene.regency, scene.stick, broken=broken)


def taken_in(scene: Scene, log: Path, broken: str = "") -> list[str]:
    sent = sent_from(scene)
    scene.restore()
    return found(scene, log, "take_in", scene.province, *sent, broken=broken)


def test_what_an_export_promises_survives_a_power_cut(scene: Scene, tmp_path: Path):
    assert export(scene, tmp_path / "log") == []


def test_what_an_import_promises_survives_a_power_cut(scene: Scene, tmp_path: Path):
    assert taken_in(scene, tmp_path / "log") == []


def test_what_a_receipt_promises_survives_a_power_cut(scene: Scene, tmp_path: Path):
    scene.restore()
    assert found(scene, tmp_path / "log", "write_receipt", scene.province, scene.stick) == []
    assert found(scene, tmp_path / "log", "read_receipts", scene.regency, scene.stick) == []


def test_an_export_and_an_import_that_never_sync_are_noticed(scene: Scene, tmp_path: Path):
    """A control: of a program that is broken on purpose the same check must find something."""
    assert export(scene, tmp_path / "log", "sync-off") != []
    assert taken_in(scene, tmp_path / "log", "sync-off") != []


def test_a_bundle_that_is_renamed_before_it_is_synced_is_noticed(scene: Scene, tmp_path: Path):
    """A control as well."""
    found = export(scene, tmp_path / "log", "rename-before-sync")
    assert [each for each in found if each.startswith("renamed") and each.endswith(".pug")] != []
