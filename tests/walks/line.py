"""An office, its district and its province, enrolled by files."""

from pathlib import Path

from pug_desktop.app import enrol, receive, send
from pug_desktop.app.workspace import Workspace, create_profile


def make_line(folder: Path, region: str = "36.71") -> tuple[Workspace, Workspace, Workspace]:
    """An OPD, its kabupaten/kota and the province."""
    province = create_profile(folder / "p", role="provinsi", region_code=region[:2], office_name="DP3AKKB Provinsi")
    regency = create_profile(folder / "k", role="kabkota", region_code=region, office_name="DP3AP2KB Kota")
    office = create_profile(folder / "o", role="opd", region_code=region, office_name="Dinas Kesehatan")
    for below, above in ((regency, province), (office, regency)):
        asked = enrol.request(below, folder)
        enrol.accept(below, enrol.approve(above, asked, folder, in_person=True), in_person=True)
    return office, regency, province


def carry(sender: Workspace, receiver: Workspace, folder: Path, to: str | None = None) -> receive.Received:
    """One bundle from one to the other."""
    folder.mkdir(exist_ok=True)
    sent = send.send(sender, send.find_addressee(sender, to), folder)
    return receive.take_in(receiver, sent.path)
