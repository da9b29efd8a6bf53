"""What Indonesian names are written with: titles, degrees, short forms, names that many have, spellings.

Without points and in small letters, since people write "S.Sos.", "SSos" and "S. Sos".
"""

from collections.abc import Mapping


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


FRONT = _set(
    "prof drs dra dr drg drh ir h hj hjh haji hajah hajjah kh nyai apt ns bd ust ustad ustadz ustadzah tgh tuan bapak "
    "bpk ibu ny nyonya nn sdr sdri sdra yth pdt pastor romo pendeta bripda briptu brigadir bripka aipda aiptu ipda "
    "iptu akp kompol akbp kombes brigjen irjen serda sertu serka serma pelda peltu letda lettu kapten kapt mayor "
    "letkol kolonel dipl almarhum almarhumah alm almh"
)
"""What stands before a name and is none of it."""

BACK = _set(
    "se sh st ss sp sos ssos sip sik sap sag sei skm sked skep sst sstp ssn spd spdi spsi spi spt spk spog spa span "
    "sppd spkj spkk spb sprad spth skom skomi sikom ssi ssit ssy sthi sth shi shum shut sfarm sgz stp str strkeb "
    "strkep strgz strt strak stpi skg skh skeb sak sab sars sptk sdes sds spdsd spdaud ners ns apt ak ca cpa cfra crmp "
    "cgcae qia mm mt mh ma mp ms mag map mab mak mars mba mdiv mdes mec meng mei mhum mhi mhut mid mikom mip mil mkes "
    "mkeb mkep mkom mkn mkm mkesi mpa mpd mpdi mph mpp mps mpsi mpsikolog mpi mpt mpar msi msc msp msn mstat mse msy "
    "msak msos mth mti mtr mtrap mtrip mtrkeb mgz mfarm mfis msit meco psikolog phd dea lc llm amd amdkeb amdkep amdak "
    "amdkom amdgz amdkl amdf amdpd amdrad amk amkeb amkg amg ama ap apd ba bba bsc bsw be dess dipl cht cphr cps cm "
    "wso cwc chrp mmkes mmpd mmt msm mtpd mkt mds mdev mppm mir hj hjh drs dra prof drh alm almh"
)
"""Degrees and the like that stand behind a name."""

WHOLE: Mapping[str, str] = {
    short: whole
    for whole, shorts in {
        "muhammad": "moh muh mhd mohd muhd mochd moch much mohammad mohamad muhamad mohammed muhammed mochamad "
        "mochammad muchamad muchammad mohamed mukhamad mukhammad mohamat muhamat mokhamad mokhammad",
        "siti": "sitti sity sitty sti stt",
        "ahmad": "akhmad achmad ahmat akhmat achmat ahmed achmed",
        "abdul": "abd abdl abdur abdus abdu abdil",
        "gusti": "gst gusty",
        "ngurah": "ngr",
        "wayan": "wyn",
        "nyoman": "nym",
        "komang": "kmg",
        "kadek": "kdk",
        "ketut": "ktt",
        "tubagus": "tb tbg",
        "raden": "rd rdn",
        "syarifah": "syf sy",
        "yohanes": "yoh johanes yohannes johannes",
        "fransiskus": "fx frans fransiscus",
        "nur": "noer noor nuur",
        "bagus": "bgs",
        "nasution": "nst",
        "harahap": "hrp",
        "siregar": "srg",
        "hasibuan": "hsb",
        "lubis": "lbs",
        "simanjuntak": "smj",
        "": "bin binti bt bte",
    }.items()
    for short in shorts.split()
}
"""What is written short, or in several ways, and is one name."""

COMMON = _set(
    "siti muhammad ahmad abdul nur sri dewi dwi tri eka putri putra made wayan nyoman ketut gusti i ni putu kadek "
    "komang andi raden agus ida bagus desak cut teuku tengku lalu baiq hadi rizki endang yuni ayu budi indah tuti "
    "tubagus syarifah anak agung ngurah"
)
"""Names that so many have that sharing one says little."""

SPELLING = (
    # Old spelling first, then letters that sound the same and are written either way.
    ("tj", "c"),
    ("dj", "j"),
    ("sj", "sy"),
    ("oe", "u"),
    ("oo", "u"),
    ("ch", "h"),
    ("kh", "h"),
    *((f"sy{vowel}", f"s{vowel}") for vowel in "aeiou"),
    ("sh", "s"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("bh", "b"),
    ("ph", "f"),
    ("dz", "z"),
    ("ks", "x"),
    ("ie", "i"),
    ("ai", "e"),
    ("ae", "e"),
    ("oi", "e"),
    ("au", "o"),
    ("uw", "u"),
    ("iy", "i"),
    ("y", "i"),
    ("j", "i"),
    ("v", "f"),
    ("p", "f"),
    ("q", "k"),
    ("z", "s"),
)
