"""Looking after a profile: doctor."""

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from pug_desktop.cli.call import DONE, FAILED, Call, pass_call, shared


@click.command(short_help="Memeriksa profil. / Check the profile.")
@shared
@pass_call
def doctor(call: Call) -> int:
    """Memeriksa basis data, riwayat, bukti dukung, kunci dan folder; tidak mengubah apa pun.

    Check database, history, evidence files, keys and folder; changes nothing. Exit code 1 when there is a problem.
    """
    from pug_desktop.app.doctor import check

    with call.profile() as ws:
        found = check(ws, call.step("Memeriksa"))

    def lines() -> Iterator[str]:
        for name, value in found.facts.items():
            yield f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for each in found.problems:
            yield f"{each.code} {each.text_id} / {each.text_en} [{each.where}]"
        if found.ok:
            yield "Semua baik. / All is well."

    problems = [asdict(each) for each in found.problems]
    call.data({"ok": found.ok, "problems": problems, "facts": found.facts}, lines)
    return DONE if found.ok else FAILED
