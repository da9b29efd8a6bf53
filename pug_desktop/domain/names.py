"""Names of Indonesian persons: titles taken off, two spellings compared, what proves that two entries are one person.

Nothing here says that two persons are one: it says how likely it is, and a person decides.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Literal

from pug_desktop.domain.attendance import office_key
from pug_desktop.domain.name_tables import BACK, COMMON, FRONT, SPELLING, WHOLE

LIKELY = 82
"""From here on two names are shown as a likely double (measured on tests/domain/name_pairs.tsv)."""

_ALIKE = 0.82
"""Below it two words are two names, however many letters they share: Aminah and Amanah, Santoso and Susanto."""
_ALIKE_SHORT = 0.9
_SHORT = 6
"""Of a word of five letters one letter is much: Lia and Lina."""


def words(name: str | None) -> tuple[str, ...]:
    """The words of a name in small letters, without titles and degrees; at least one where there is any letter.

    "Dra. Hj. SITI AMINAH, S.Sos., M.Si" gives siti, aminah.
    """
    plain = _plain(name)
    head, *tail = plain.split(",")
    left = _split(head)
    for part in tail:
        more = _split(part)
        if not left:
            left = more
        elif not (_degrees(more) or "." in part):
            left = [*left, *more]
    return tuple(_without_titles(left))


def _plain(name: str | None) -> str:
    text = unicodedata.normalize("NFKD", name or "").casefold()
    return "".join(each for each in text if not unicodedata.combining(each)).replace("`", "'")


def _split(text: str) -> list[str]:
    return [each for each in re.split(r"[^\w']+|_", text.replace("'", "")) if each]


def _degrees(parts: Sequence[str]) -> bool:
    """Whether these words are degrees and nothing else."""
    return not _cut_back(list(parts), keep=0)


def _without_titles(parts: list[str]) -> list[str]:
    while len(parts) > 1 and parts[0] in FRONT:
        parts = parts[1:]
    return _cut_back(parts, keep=1)


def _cut_back(parts: list[str], keep: int) -> list[str]:
    found = True
    while found:
        found = False
        for size in (4, 3, 2, 1):
            if len(parts) - size >= keep and "".join(parts[-size:]) in BACK:
                parts, found = parts[:-size], True
                break
    return parts


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an entry, as far as it helps to tell persons apart."""

    name: str
    sex: str | None = None
    nip: str = ""
    phone: str = ""
    office_name: str = ""


Proof = Literal["nip", "phone"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two entries are one person: 0 to 100, and what proves it beyond the name, if anything does."""

    score: int
    proof: Proof | None = None


def compare(one: Known, other: Known) -> Likeness:
    """How likely two entries are one person.

    One NIP is one person, whatever the names say; two whole NIPs are two persons, unless a single digit differs. One
    phone number tells only with names that are somewhat alike: offices share phones.
    """
    score = likeness(one.name, other.name)
    first, second = _nip(one.nip), _nip(other.nip)
    if first and second:
        if first == second:
            return Likeness(max(score, 95 if score >= LIKELY else 90), "nip")
        if _digits_apart(first, second) > 1:
            return Likeness(min(score, 40))
    phone = phone_key(one.phone)
    if phone and phone == phone_key(other.phone) and score >= _SAME_PHONE:
        return Likeness(max(score, 95), "phone")
    if score < LIKELY:
        return Likeness(score)
    if one.sex and other.sex and one.sex != other.sex:
        score -= 25
    places = office_key(one.office_name), office_key(other.office_name)
    if all(places) and places[0] != places[1] and not _tells(one.name):
        # A single name, or only names that many have, at two institutions.
        score -= 10
    return Likeness(max(0, score))


_SAME_PHONE = 60
_NIP_DIGITS = 18
_SHORTEST_PHONE = 8


def _nip(nip: str) -> str:
    digits = re.sub(r"\D", "", nip)
    return digits if len(digits) == _NIP_DIGITS else ""


def _digits_apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def phone_key(phone: str) -> str:
    """What two ways to write one phone number share: "+62 812-..." and "0812..."; "" for none."""
    digits = re.sub(r"\D", "", phone).removeprefix("62").lstrip("0")
    return digits if len(digits) >= _SHORTEST_PHONE else ""


def _tells(name: str) -> bool:
    """Whether few persons have this name: two words or more that are not everybody's."""
    return sum(_weight(each) for each in _prepared(name)[0]) > 1.5


def near(text: str, names: Sequence[str], *, limit: int = 8) -> tuple[str, ...]:
    """Those of many names that are most likely the typed one, spelled in another way; the likeliest first."""
    from rapidfuzz import fuzz, process

    wanted = key(text)
    if len(wanted) < _SHORTEST_TYPED:
        return ()
    keys = [key(each) for each in names]
    found = process.extract(wanted, keys, scorer=fuzz.ratio, score_cutoff=72, limit=4 * limit)
    judged = sorted(((-likeness(text, names[index]), names[index]) for _key, _score, index in found))
    return tuple(name for score, name in judged if -score >= LIKELY)[:limit]


_SHORTEST_TYPED = 4


@lru_cache(maxsize=65536)
def likeness(one: str | None, other: str | None) -> int:
    """How alike two names are, from 0 to 100; from `LIKELY` on they may well be one person's."""
    (first, evened_first), (second, evened_second) = _prepared(one), _prepared(other)
    if not first or not second:
        return 0
    if len(first) > len(second):
        first, second = second, first
    if len(first) == len(second) and (most := min(_at_most(first, second), _at_most(second, first))) < LIKELY:
        return most
    letters = {each for each in first if len(each) == 1} ^ {each for each in second if len(each) == 1}
    if evened_first == evened_second and not letters:
        return 100 if len(first) == len(second) else 98
    drawn = _drawn_together(first, second), _drawn_together(second, first)
    joined = len(first) + len(second) - len(drawn[0]) - len(drawn[1])
    return max(_aligned(*drawn, joined=joined), _aligned(*reversed(drawn), joined=joined))


def _at_most(first: Sequence[str], second: Sequence[str]) -> int:
    """More than this two names of as many words cannot be alike: words with other first letters are other words."""
    starts = {_loose(each)[:1] for each in second} | {each[0] for each in second}
    weights = [(_weight(each), _loose(each)[:1] in starts or each[0] in starts) for each in first]
    return round(100 * sum(weight for weight, is_there in weights if is_there) / sum(weight for weight, _ in weights))


@lru_cache(maxsize=32768)
def _prepared(name: str | None) -> tuple[tuple[str, ...], str]:
    """The words in the form that stands for all of theirs, and the whole name evened out."""
    made = tuple(_whole(words(name)))
    return made, _evened("".join(made))


def _drawn_together(parts: Sequence[str], others: Sequence[str]) -> list[str]:
    """Two words that the other name writes as one are one: Nur Hayati and Nurhayati."""
    there = {_loose(each) for each in others}
    made, index = [], 0
    while index < len(parts):
        joined = "".join(parts[index : index + 2])
        whole = len(parts[index]) > 1 and index + 1 < len(parts)
        if whole and _loose(joined) in there and _loose(parts[index]) not in there:
            made.append(joined)
            index += 2
        else:
            made.append(parts[index])
            index += 1
    return made


def _aligned(first: Sequence[str], second: Sequence[str], *, joined: int) -> int:
    """Each word of the shorter name with the word of the longer one that it is most alike.

    `joined` is how many words were drawn together before: they agree as well.
    """
    if len(first) > len(second):
        first, second = second, first
    left = list(second)
    reached = whole = 0.0
    full = joined
    for each in sorted(first, key=lambda word: (len(word) == 1, -len(word))):
        # Words that both names have are not spent on others that are only alike.
        best = max(left, key=lambda other: (_alike(each, other), other in first), default="")
        found = _alike(each, best) if best else 0.0
        # A letter that stands for nothing in the other name speaks against it.
        weight = max(_weight(each), _weight(best)) if found else max(_weight(each), _OTHER_LETTER)
        whole += weight
        reached += weight * found
        if found:
            left.remove(best)
            full += len(each) > 1 and each not in COMMON and found > _INITIAL
    if len(first) == len(second) == 1 and not joined and reached < _LOOSE:
        # Nothing else stands by a name of one word: Suparman and Suparmin are two.
        reached *= 0.85
    rest = sum(_weight(each) for each in left)
    dear = _EXTRA if full > 1 or (full == 1 and len(first) > 1) else _EXTRA_OF_ONE
    return max(0, round(100 * reached / whole - dear * rest))


_EXTRA = 9
"""A word more, where two others agree: the name of the father or husband, written or not."""
_EXTRA_OF_ONE = 24
"""A word more, where only one agrees."""
_INITIAL = 0.8
_OTHER_LETTER = 0.6
_LOOSE = 0.95


def _weight(word: str) -> float:
    if len(word) == 1:
        return 0.3
    return 0.4 if word in COMMON else 1.0


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> float:
    """How alike two words are, 0 to 1; 0 where they are two names."""
    from rapidfuzz import fuzz

    first, second = _evened(one), _evened(other)
    short, long = sorted((one, other), key=len)
    if one == other or (first == second and len(short) > 1):
        return 1.0
    if len(short) == 1:
        return _INITIAL if long[0] == short or {long[0], short} == {"j", "y"} else 0.0
    if _loose(one) == _loose(other):
        return _LOOSE
    if len(short) in (2, 3) and len(long) > len(short) + 1 and long.startswith(short) and short not in COMMON:
        return 0.85
    if first[:-1] == second[:-1] or (first[:-1] == second or second[:-1] == first):
        # Only the last letter differs: often the names of a man and a woman, Wahyudi and Wahyuda.
        return 0.0 if len(first) < _LONG else 0.75
    if {first[-3:], second[-3:]} == {"wan", "ati"}:
        return 0.0
    found = fuzz.ratio(first, second) / 100
    enough = _ALIKE if min(len(first), len(second)) >= _SHORT else _ALIKE_SHORT
    return found if found >= enough and first[0] == second[0] else 0.0


_LONG = 9


def key(name: str | None) -> str:
    """What two ways to write one name share: no titles, short forms whole, spelling evened out; "" for none."""
    return _prepared(name)[1]


def _whole(parts: tuple[str, ...]) -> list[str]:
    """Words in the form that stands for all their short and other forms."""
    made = []
    for number, each in enumerate(parts):
        if number == 0 and len(parts) > 1 and each == "st":
            made.append("siti")
        elif number == 1 and each == "md" and parts[0] in ("i", "ni"):
            made.append("made")
        elif found := re.fullmatch(r"abdu([lrsn])(\w{4,})", each):
            letter, rest = found.groups()
            made += ["abdul", rest if letter == "l" or rest[0] == letter else letter + rest]
        elif (short := WHOLE.get(each, each)) != "":
            made.append(short)
    return made or list(parts)


@lru_cache(maxsize=65536)
def _evened(word: str) -> str:
    if word.startswith("chr"):
        word = "k" + word[2:]
    for old, new in SPELLING:
        word = word.replace(old, new)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:-1] if len(word) > 3 and word.endswith("h") else word


@lru_cache(maxsize=65536)
def _loose(word: str) -> str:
    """Beyond `_evened`: a and o change places in Java, and h is heard in few places."""
    return _evened(word).replace("o", "a").replace("h", "")


def blocks(name: str | None) -> tuple[str, ...]:
    """What likely doubles share at least one of, so that not every name has to be compared with every other.

    A whole word that not everybody has; any word with the beginning of another; the beginning of a name of one word.
    """
    parts = [each for each in _prepared(name)[0] if len(each) > 1]
    whole = [_loose(each) for each in parts]
    made = [loose for each, loose in zip(parts, whole, strict=True) if each not in COMMON]
    made += [f"{one} {other[:3]}" for one, other in permutations(whole, 2)]
    return tuple(dict.fromkeys([*made, f"^{key(name)[:4]}"]))


def worth_comparing(block: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs among these names that `likeness` may find likely, by their places: a quick look at letters alone."""
    from rapidfuzz import fuzz, process

    prepared = [_prepared(each) for each in block]
    keys = [whole for _parts, whole in prepared]
    lengths = [len(parts) if all(len(each) > 1 for each in parts) else 0 for parts, _key in prepared]
    found = []
    for place, wanted in enumerate(keys):
        near = process.extract(wanted, keys[place + 1 :], scorer=fuzz.ratio, score_cutoff=_SUBSET, limit=None)
        found += [
            (place, place + 1 + other)
            for _key, score, other in near
            if score >= _NEIGHBOUR or not lengths[place] or lengths[place] != lengths[place + 1 + other]
        ]
    return found


_SUBSET = 55
"""Letters in common, in percent, where one name has more words, or letters for words."""
_NEIGHBOUR = 72
