"""Photos are reduced and tell no place; what is small and clean stays as it is."""

import contextlib
import io
import struct
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin, features

from pug_desktop.errors import EvidenceRefused
from pug_desktop.intake import pictures
from pug_desktop.intake.heic import NotHeic, blank
from pug_desktop.intake.pictures import tidy

GPS = 0x8825
PLACE = b"XMP-GPS-6.1783S"


def exif(orientation=1):
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = "Kamera Uji"
    made.get_ifd(GPS).update({1: "S", 2: (6.0, 10.0, 41.0), 3: "E", 4: (106.0, 37.0, 48.0)})
    return made


def photo(size, kind="JPEG", mode="RGB", **more):
    file = io.BytesIO()
    image = Image.new(mode, size)
    # Left half and upper half differ, so that a turn shows.
    image.paste(Image.new(mode, (size[0] // 2, size[1] // 4), "white"), (0, 0))
    image.save(file, kind, **more)
    return file.getvalue()


def tidied(tmp_path, data, media_type="image/jpeg"):
    path = tmp_path / "foto"
    path.write_bytes(data)
    made = tidy(path, media_type, "foto")
    return made, made.data if made.data is not None else data


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (1601, 10)])
def test_a_large_photo_is_1600_pixels_long_and_tells_no_place(tmp_path, size):
    made, data = tidied(tmp_path, photo(size, exif=exif(), comment=PLACE, xmp=PLACE))
    image = opened(data)
    assert max(image.size) == 1600
    assert made.shrunk
    assert abs(image.width / image.height - size[0] / size[1]) < 0.2 * size[0] / size[1]
    assert not image.getexif()
    assert PLACE not in data
    assert b"Kamera" not in data


def test_a_small_photo_keeps_its_size_and_loses_its_place(tmp_path):
    made, data = tidied(tmp_path, photo((800, 600), exif=exif()))
    assert not made.shrunk
    assert opened(data).size == (800, 600)
    assert not opened(data).getexif()


def test_a_photo_that_was_taken_sideways_stands_upright(tmp_path):
    _, data = tidied(tmp_path, photo((2000, 1000), exif=exif(orientation=6)))
    image = opened(data)
    assert image.size == (800, 1600)
    # What was at the upper left of the sensor is at the upper right now.
    assert image.getpixel((790, 10))[0] > 200
    assert image.getpixel((10, 10))[0] < 50


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_small_clean_picture_stays_byte_for_byte(tmp_path, kind):
    made, _ = tidied(tmp_path, photo((1600, 1200), kind), f"image/{kind.lower()}")
    assert made.data is None


def test_what_stands_behind_a_jpeg_goes(tmp_path):
    _, data = tidied(tmp_path, photo((100, 100)) + PLACE)
    assert PLACE not in data
    assert opened(data).size == (100, 100)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_print_colours_are_kept_readable(tmp_path, mode):
    _, data = tidied(tmp_path, photo((1700, 1000), mode=mode))
    assert opened(data).mode == ("L" if mode == "L" else "RGB")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
@pytest.mark.parametrize("size", [(200, 100), (1700, 900)])
def test_a_png_loses_its_notes_and_keeps_its_picture(tmp_path, mode, size):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("XML:com.adobe.xmp", PLACE.decode())
    image, file = Image.new(mode, size), io.BytesIO()
    image.save(file, "PNG", pnginfo=notes, exif=exif())
    _, data = tidied(tmp_path, file.getvalue() + PLACE, "image/png")
    assert PLACE not in data
    assert not opened(data).getexif()
    if size == (200, 100):
        assert opened(data).tobytes() == image.tobytes()
    assert opened(data).size[0] in ((200,) if size == (200, 100) else (1600, 1700))


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(tmp_path, monkeypatch):
    monkeypatch.setitem(pictures.MOST_PIXELS, "image/jpeg", 10_000)
    with pytest.raises(EvidenceRefused, match="banyak titik"):
        tidied(tmp_path, photo((200, 100)))


def test_a_png_that_claims_a_gigapixel_is_refused(tmp_path):
    data = bytearray(photo((10, 10), "PNG"))
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    with pytest.raises(EvidenceRefused):
        tidied(tmp_path, bytes(data), "image/png")


GOOD = {"image/jpeg": photo((60, 40), exif=exif()), "image/png": photo((60, 40), "PNG", exif=exif())}


@pytest.mark.parametrize("media_type", GOOD)
@given(cut=st.integers(0, 500), at=st.integers(0, 500), byte=st.integers(0, 255))
@example(cut=0, at=0, byte=0xFF)
@example(cut=0, at=GOOD["image/png"].index(b"IDAT"), byte=0x69)
@settings(deadline=None, max_examples=60)
def test_a_damaged_picture_is_refused_or_kept_without_its_place(tmp_path_factory, media_type, cut, at, byte):
    data = bytearray(GOOD[media_type])
    data[at % len(data)] = byte
    data = data[: max(10, len(data) - cut)]
    try:
        _, made = tidied(tmp_path_factory.mktemp("foto"), bytes(data), media_type)
    except EvidenceRefused:
        return
    assert not opened(made).getexif()


# --- HEIC, made by hand, where it cannot be decoded; test_heic_picture.py has real ones -----------------------------


def box(name, content):
    return struct.pack(">I", 8 + len(content)) + name + content


def heic_photo(method=0, top=b""):
    """A file of two items: 1 the picture, 2 the Exif."""
    infe = [box(b"infe", bytes([2, 0, 0, 0]) + struct.pack(">HH", n, 0) + kind + b"\0") for n, kind in ITEMS]
    iinf = box(b"iinf", bytes(4) + struct.pack(">H", 2) + b"".join(infe))
    ftyp = box(b"ftyp", b"heic" + bytes(4) + b"mif1heic")
    idat = box(b"idat", PLACE) if method else b""

    def meta(picture_at):
        exif_at = 0 if method else picture_at + 20
        entries = struct.pack(">HHHHII", 1, 0, 0, 1, picture_at, 20)
        entries += struct.pack(">HHHHII", 2, method, 0, 1, exif_at, len(PLACE))
        iloc = box(b"iloc", bytes([1, 0, 0, 0]) + struct.pack(">HH", 0x4400, 2) + entries)
        return box(b"meta", bytes(4) + iinf + iloc + idat)

    start = len(ftyp) + len(meta(0)) + 8
    return ftyp + meta(start) + box(b"mdat", b"P" * 20 + (b"" if method else PLACE)) + top


ITEMS = ((1, b"hvc1"), (2, b"Exif"))


@pytest.mark.parametrize("method", [0, 1])
def test_a_heic_photo_loses_its_place_and_nothing_moves(method):
    before = heic_photo(method)
    after = blank(before)
    assert PLACE not in after
    assert len(after) == len(before)
    assert b"P" * 20 in after


def test_the_film_beside_a_heic_photo_goes():
    after = blank(heic_photo(top=box(b"mpvd", PLACE)))
    assert PLACE not in after
    assert b"mpvd" not in after


@given(st.integers(0, 300), st.binary(min_size=1, max_size=4))
def test_a_heic_whose_boxes_do_not_fit_is_told(at, data):
    before = heic_photo()
    at %= len(before)
    damaged = before[:at] + data + before[at + len(data) :]
    with contextlib.suppress(NotHeic):
        assert len(blank(damaged)) == len(damaged)


def test_where_heic_cannot_be_decoded_the_photo_is_kept_without_its_place_and_a_broken_one_refused(
    tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    _, data = tidied(tmp_path, heic_photo(), "image/heic")
    assert PLACE not in data
    with pytest.raises(EvidenceRefused, match="rusak"):
        tidied(tmp_path, heic_photo()[:90], "image/heic")


@pytest.mark.skipif(not features.check("avif"), reason="this build of Pillow writes no AVIF")
def test_a_file_of_a_real_encoder_in_the_same_container_loses_its_place_and_keeps_its_picture():
    """AVIF lies in the boxes that HEIC lies in, and can be written here."""
    file = io.BytesIO()
    Image.new("RGB", (64, 48), (10, 120, 200)).save(file, "AVIF", exif=exif(), xmp=PLACE)
    before = file.getvalue()
    after = blank(before)
    assert PLACE in before
    assert b"Kamera" in before
    assert PLACE not in after
    assert b"Kamera" not in after
    assert opened(after).tobytes() == opened(before).tobytes()
