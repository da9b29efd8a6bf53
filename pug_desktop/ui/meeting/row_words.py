"""Sentences on a row of the attendance list: what looks odd in it, why a cell was not taken, who a suggestion is."""

from PySide6.QtCore import QObject

from pug_desktop.app.attend import AttendanceRow
from pug_desktop.app.attend_check import Double, RowRemark
from pug_desktop.app.persons import Suggestion
from pug_desktop.domain.dates import number_words
from pug_desktop.domain.nip import NipRemark, nip_digits


class RowWords(QObject):
    """Says it in the language of the window."""

    def remark(self, person: AttendanceRow, found: RowRemark) -> str:
        """What looks odd in a row; "" when nothing does."""
        return " ".join(words for words in (self._double(found), self._nip(person, found.nip)) if words)

    def refusal(self, field: str, text: str) -> str:
        """Why what was typed into a cell is not taken."""
        match field:
            case "sex":
                words = self.tr("“{text}” tidak dikenali. Tulis L untuk laki-laki atau P untuk perempuan.")
            case "nip":
                words = self.tr("NIP ini rusak oleh Excel: angka di belakangnya hilang. Ketik ulang dari daftar asli.")
            case "phone":
                words = self.tr("Nomor ini rusak oleh Excel. Ketik ulang dari daftar asli.")
            case "office_type":
                words = self.tr("“{text}” tidak ada dalam daftar jenis instansi.")
            case "role":
                words = self.tr("“{text}” tidak dikenali. Pilih peserta, narasumber, pimpinan atau panitia.")
            case "age_band":
                words = self.tr("“{text}” tidak dikenali. Tulis umur dalam tahun, atau pilih kelompoknya.")
            case "disability":
                words = self.tr("“{text}” tidak dikenali. Tulis ya atau tidak.")
            case _:
                words = self.tr("Isian ini terlalu panjang untuk satu kotak.")
        return words.format(text=text if len(text) <= 40 else text[:39] + "…")

    def suggestion(self, each: Suggestion, listed_in: int) -> str:
        """Who a suggestion is, so that two of one name are told apart; `listed_in` is his row here, 0 for none."""
        here = self.tr("sudah di baris {n}").format(n=listed_in) if listed_in else ""
        known = [each.name, here, each.position, each.office_name]
        if each.nip:
            known.append(self.tr("NIP …{digits}").format(digits=each.nip[-4:]))
        if each.times:
            known.append(self.tr("{n} kali hadir").format(n=number_words(each.times)))
        return " · ".join(part for part in known if part)

    def _double(self, found: RowRemark) -> str:
        match found.double:
            case Double.NIP:
                return self.tr("NIP yang sama ada di baris {n}.").format(n=found.other + 1)
            case Double.NAME:
                return self.tr("Mungkin ganda: nama yang sama ada di baris {n}.").format(n=found.other + 1)
        return ""

    def _nip(self, person: AttendanceRow, remark: NipRemark) -> str:
        match remark:
            case NipRemark.LETTERS:
                return self.tr("NIP biasanya hanya angka. Isian tetap disimpan.")
            case NipRemark.LENGTH:
                return self.tr("NIP biasanya 18 angka; ini {n}. Isian tetap disimpan.").format(
                    n=len(nip_digits(person.nip))
                )
            case NipRemark.NIK:
                return self.tr("Ini 16 angka, seperti NIK. NIP 18 angka. Isian tetap disimpan.")
            case NipRemark.BIRTH:
                return self.tr("8 angka pertama NIP bukan tanggal lahir. Isian tetap disimpan.")
            case NipRemark.APPOINTED:
                return self.tr("Angka ke-9 sampai 14 NIP bukan bulan pengangkatan yang mungkin. Isian tetap disimpan.")
            case NipRemark.SEX_DIGIT:
                return self.tr("Angka ke-15 NIP biasanya 1 (L) atau 2 (P). Isian tetap disimpan.")
            case NipRemark.OTHER_SEX:
                told = "P" if person.sex == "L" else "L"
                return self.tr(
                    "Angka ke-15 NIP menunjukkan {told}, di daftar tertulis {sex}. Periksa salah satunya."
                ).format(told=told, sex=person.sex)
        return ""
