"""Profiles in a temporary folder, made by the program itself."""

import pytest

from tests.cli.terminal import enrol, init


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    """No test sees the profiles of the developer."""
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "data"))
    for name in ("PUG_PASSPHRASE", "PUG_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def regency(tmp_path):
    return init(tmp_path / "kabkota", "kabkota", "36.71", "DP3AP2KB Kota Tangerang")


@pytest.fixture
def chain(tmp_path, regency):
    """OPD, regency and province with their cards."""
    province = init(tmp_path / "provinsi", "provinsi", "36", "DP3AKKB Provinsi Banten")
    opd = init(tmp_path / "opd", "opd", "36.71", "Dinas Kesehatan Kota Tangerang")
    keys = tmp_path / "kunci"
    keys.mkdir()
    enrol(regency, province, keys)
    enrol(opd, regency, keys)
    return opd, regency, province


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    return folder
