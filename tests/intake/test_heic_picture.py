"""HEIC photos as phones make them: reduced to a JPEG, upright, without a place; hostile ones are answered in words."""

import io
import struct
from functools import cache

import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from pug_desktop.errors import EvidenceRefused
from pug_desktop.intake import pictures
from pug_desktop.intake.pictures import tidy
from tests.intake.test_pictures import GPS, PLACE, box, exif, opened


def heic(size, mode="RGB", turned=1, **more):
    """Left half and upper quarter white, so that a turn shows; as a real encoder writes it."""
    image = Image.new(mode, size)
    image.paste(Image.new(mode, (size[0] // 2, size[1] // 4), "white"), (0, 0))
    file = io.BytesIO()
    pillow_heif.from_pillow(image).save(file, quality=60, exif=exif(turned).tobytes(), xmp=PLACE, **more)
    return file.getvalue()


@cache
def small():
    return heic((64, 48))


def tidied(folder, data):
    path = folder / "foto"
    path.write_bytes(data)
    return tidy(path, "image/heic", "foto")


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (1602, 64), (640, 480)])
def test_a_heic_photo_becomes_a_jpeg_of_at_most_1600_pixels_that_tells_no_place(tmp_path, size):
    before = heic(size)
    made = tidied(tmp_path, before)
    image = opened(made.data)

    assert PLACE in before
    assert b"Kamera" in before
    assert (image.format, made.media_type) == ("JPEG", "image/jpeg")
    assert max(image.size) == min(1600, max(size))
    assert made.shrunk == (max(size) > 1600)
    assert not image.getexif()
    assert not image.getexif().get_ifd(GPS)
    assert PLACE not in made.data
    assert b"Kamera" not in made.data
    assert image.getpixel((10, 5))[0] > 200
    assert image.getpixel((image.width - 10, image.height - 5))[0] < 50


def test_a_heic_photo_that_was_taken_sideways_stands_upright_and_is_not_turned_twice(tmp_path):
    image = opened(tidied(tmp_path, heic((2000, 1000), turned=6)).data)

    assert image.size == (800, 1600)
    assert image.getpixel((790, 10))[0] > 200
    assert image.getpixel((10, 10))[0] < 50


def test_the_colours_of_a_phone_keep_their_profile(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = opened(tidied(tmp_path, heic((64, 48), icc_profile=profile)).data)

    assert image.info["icc_profile"] == profile


def test_what_is_transparent_is_white(tmp_path):
    file = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGBA", (64, 48), (200, 0, 0, 0))).save(file, quality=-1)
    image = opened(tidied(tmp_path, file.getvalue()).data)

    assert min(image.getpixel((30, 20))) > 240


def test_a_heic_of_too_many_pixels_is_refused_before_it_is_decoded(tmp_path, monkeypatch):
    monkeypatch.setitem(pictures.MOST_PIXELS, "image/heic", 64 * 48 - 1)
    with pytest.raises(EvidenceRefused, match="banyak titik") as refused:
        tidied(tmp_path, small())

    assert refused.value.code == "PUG-IN-004"


def said_to_be(data, width, height):
    """The size that the file names, without another picture."""
    at = data.index(b"ispe")
    return data[: at + 8] + struct.pack(">II", width, height) + data[at + 16 :]


@pytest.mark.parametrize("width", [10_000, 60_000])
def test_a_heic_that_claims_to_be_larger_than_it_is_is_refused(tmp_path, width):
    with pytest.raises(EvidenceRefused, match="rusak"):
        tidied(tmp_path, said_to_be(small(), width, width))


def test_a_heic_that_is_larger_than_it_says_is_not_decoded(tmp_path):
    with pytest.raises(EvidenceRefused, match="rusak"):
        tidied(tmp_path, said_to_be(heic((3000, 2000)), 64, 48))


def test_another_compression_in_the_same_container_keeps_its_picture_and_loses_its_place(tmp_path):
    """What libheif has no decoder for here is no reason to refuse it."""
    before = small().replace(b"hvc1", b"vvc1").replace(b"hvcC", b"vvcC")
    made = tidied(tmp_path, before)

    assert made.media_type is None
    assert len(made.data) == len(before)
    assert PLACE not in made.data


def test_a_content_type_that_is_no_text_does_not_end_the_program(tmp_path):
    """pi-heif 1.4.0 reads it into nothing and falls over; a crash here ends the whole run."""
    before = small()
    assert before.count(b"application/rdf+xml") == 1
    made = tidied(tmp_path, before.replace(b"application/rdf+xml", b"\xffpplication/rdf+xml"))

    assert made.media_type == "image/jpeg"


@given(cut=st.integers(0, 2000), at=st.integers(0, 5000), bytes_=st.binary(max_size=4))
@settings(deadline=None, max_examples=150)
def test_a_damaged_heic_is_refused_or_kept_without_its_place(tmp_path_factory, cut, at, bytes_):
    data = bytearray(small())
    at %= len(data)
    data[at : at + len(bytes_)] = bytes_
    try:
        made = tidied(tmp_path_factory.mktemp("foto"), bytes(data[: max(12, len(data) - cut)]))
    except EvidenceRefused:
        return
    if made.media_type == "image/jpeg":
        assert max(opened(made.data).size) <= 1600
        assert not opened(made.data).getexif()


# --- tiles: a phone cuts its photo into squares and turns them all at once --------------------------------------------


@cache
def tile():
    """How a square is coded, and its bytes."""
    file = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (128, 128), "white")).save(file, quality=60)
    data = file.getvalue()
    at = data.index(b"hvcC") - 4
    start = data.index(b"mdat") + 4
    return data[at : at + struct.unpack(">I", data[at : at + 4])[0]], data[start:]


def tiled(width, height, *, named=None, columns=4, rows=3, quarter_turns=3):
    """Squares of 128 pixels as items 1 to n, the photo as a grid of them; `named` is the size that the grid says."""
    coding, bytes_ = tile()
    count = columns * rows
    photo, wide, high = count + 1, *(named or (width, height))
    grid = bytes([0, 1, rows - 1, columns - 1]) + struct.pack(">II", wide, high)
    infe = [
        box(b"infe", bytes([2, 0, 0, 0]) + struct.pack(">HH", n, 0) + (b"grid" if n == photo else b"hvc1") + b"\0")
        for n in range(1, photo + 1)
    ]
    kinds = box(b"iinf", bytes(4) + struct.pack(">H", photo) + b"".join(infe))
    ispe = [box(b"ispe", bytes(4) + struct.pack(">II", *size)) for size in ((128, 128), (width, height))]
    properties = box(b"ipco", coding + b"".join(ispe) + box(b"irot", bytes([quarter_turns])))
    uses = b"".join(struct.pack(">HBBB", n, 2, 0x81, 2) for n in range(1, photo))
    uses += struct.pack(">HBBB", photo, 2, 3, 0x84)
    properties += box(b"ipma", bytes(4) + struct.pack(">I", photo) + uses)
    made_of = box(b"dimg", struct.pack(">HH", photo, count) + struct.pack(f">{count}H", *range(1, photo)))

    def meta(at):
        places = b"".join(struct.pack(">HHHHII", n, 0, 0, 1, at, len(bytes_)) for n in range(1, photo))
        places += struct.pack(">HHHHII", photo, 1, 0, 1, 0, len(grid))
        return box(
            b"meta",
            bytes(4)
            + box(b"hdlr", bytes(8) + b"pict" + bytes(13))
            + box(b"pitm", bytes(4) + struct.pack(">H", photo))
            + kinds
            + box(b"iref", bytes(4) + made_of)
            + box(b"iprp", properties)
            + box(b"iloc", bytes([1, 0, 0, 0]) + struct.pack(">HH", 0x4400, photo) + places)
            + box(b"idat", grid),
        )

    ftyp = box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    return ftyp + meta(len(ftyp) + len(meta(0)) + 8) + box(b"mdat", bytes_)


def test_a_photo_of_tiles_is_put_together_and_turned(tmp_path):
    made = tidied(tmp_path, tiled(500, 380))
    image = opened(made.data)

    assert made.media_type == "image/jpeg"
    assert image.size == (380, 500)


@pytest.mark.parametrize(
    ("named", "told"), [((60_000, 60_000), "banyak titik"), ((9_000, 9_000), "banyak titik"), ((1, 1), "rusak")]
)
def test_a_grid_that_is_not_as_large_as_the_file_says_is_refused(tmp_path, named, told):
    with pytest.raises(EvidenceRefused, match=told):
        tidied(tmp_path, tiled(500, 380, named=named))


def test_a_grid_of_too_many_pixels_is_refused_before_it_is_decoded(tmp_path):
    with pytest.raises(EvidenceRefused, match="banyak titik"):
        tidied(tmp_path, tiled(12_000, 12_000))
