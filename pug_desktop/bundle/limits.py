"""How large anything in a bundle or key file may be, and why; each is checked before the work that it bounds.

A hostile file of up to 50 MB must be answered within 5 s and 300 MB of memory. Larger limits need a new decision,
since readers that are already in use refuse what is over theirs.
"""

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB

MAX_BUNDLE_BYTES = 2 * GIB
"""The whole file. FAT32 ends at 4 GiB; above 2 GiB a USB 2 stick needs minutes and people pull it out."""

MAX_HEADER_BYTES = 64 * KIB
"""The age header: 36 recipients of the largest known kind (post-quantum, 1.6 kB each) fit."""

MAX_RECIPIENTS = 32
"""Addressees of one bundle. Each costs 100 bytes and, for the reader, one key agreement."""

MAX_STANZAS = MAX_RECIPIENTS + 4
"""Recipient lines of the age header: the addressees, the sender, the office's recovery key, age's own noise."""

MAX_MANIFEST_BYTES = 4 * MIB
"""20,000 parts of 200 bytes each fill it."""

MAX_PARTS = 20_000
"""A district-year of evidence is about 900 files."""

MAX_PART_BYTES = 100 * MIB
"""One evidence file, and the packed records. A scanned decree is 1 to 20 MB; films stay outside."""

MAX_RECORDS = 200_000
"""Records of one bundle: a large district has 20,000 a year, thirteen times below."""

MAX_RECORDS_BYTES = 512 * MIB
"""The unpacked records part: 200,000 records of 2.6 kB; a plain one has 300 bytes."""

MAX_VALUES = 8_000_000
"""Values of the records part, counted as commas, opening brackets and line ends: 40 a record, where ours have 17. It
bounds the work of reading: 512 MiB of "0,0,0" would keep an office waiting for minutes."""

MAX_DEFINITIONS = 200_000
MAX_DEFINITION_BYTES = 16 * MIB
MAX_CELL_NAMES = 20_000
"""Lines of the records part that are no records, their length, and distinct cells in layouts: they are held in memory
to the end. A province's year has some thousand lines; all our kinds have 300 cells."""

MAX_ZSTD_WINDOW_BYTES = 8 * MIB
"""Memory that unpacking may ask for. Our writer uses 2 MiB; the format would allow gigabytes."""

MAX_STRING_BYTES = 100_000
"""One text, in UTF-8: the minutes of a long meeting are 20 kB."""

MAX_JSON_DEPTH = 16
"""Nesting; ours needs 6."""

MAX_INT = 2**53 - 1
"""Above it other readers (JavaScript, spreadsheets) change the number silently."""

MAX_KEY_FILE_BYTES = 64 * KIB
"""A key file; a card with its chain is 3 kB."""

MAX_NAME_BYTES = 512
"""The name of an office or person in a card, in UTF-8."""

MAX_CHAIN = 4
"""Cards from a sender up to the root; today two."""

MAX_KDF_MEMORY_KIB = 256 * KIB
"""What a file with our private keys may ask for: four times what we write. More would only hang a 2 GB machine."""

MAX_KDF_PASSES = 10
MAX_KDF_LANES = 4
"""As MAX_KDF_MEMORY_KIB: three times and four times what we write."""

MAX_LISTED_FILES = 2_000
"""Bundles shown of one folder; an office that gets one from each of 1,700 OPD in a day has them in several."""

MAX_RECEIPTS = 64
MAX_RECEIPT_BUNDLES = 200
"""Receipts in a manifest, and the bundles that each names: a year of weekly bundles is 52."""

MAX_LISTS = 64
"""Signed lists of key cards in a manifest: a province's own and those of its kabupaten/kota, at most 38."""

MAX_KINDS = 1_000
"""Kinds that a manifest counts; we have 40."""

MAX_FORMER = 1000
"""Earlier lives of the sender: one for each restore or move."""
