"""A phone's HEIC photo as a picture, decoded by libheif; where its package cannot be loaded nothing is decoded.

The sizes that the file names are looked at first: libheif refuses to decode a picture that turns out larger than it
was said to be, but of one made of tiles only after it took the memory.
"""

from typing import Any

from PIL import Image

from pug_desktop.intake.heic import NotHeic, grid_pixels

_THREADS = 2


class TooManyPixels(ValueError):
    """It would take more memory than a small computer has."""


def decoded(data: bytes, most_pixels: int) -> Image.Image | None:
    """The photo upright, as L or RGB of 8 bits; None where this program cannot decode that kind.

    Its turn is part of the container and is already applied: the orientation in its Exif says the same once more.

    Raises:
        TooManyPixels: before anything is decoded.
        NotHeic: it is damaged.
    """
    try:
        shown = _opened(data)
        (width, height), _mode = shown.size_mode
        if max(width * height, grid_pixels(data)) > most_pixels:
            raise TooManyPixels
        pixels = shown.data
        # Only now its size is certain.
        size, mode = shown.size_mode
        profile = shown.color_profile
        image = Image.frombytes(mode, size, pixels, "raw", mode, shown.stride)
    except (ImportError, SyntaxError, IndexError):
        # Not here, a compression other than HEVC, or a film without a still picture.
        return None
    except (TooManyPixels, NotHeic):
        raise
    except (ValueError, EOFError, RuntimeError, OSError, KeyError) as error:
        raise NotHeic("it cannot be decoded") from error
    if profile and profile["type"] in ("rICC", "prof"):
        image.info["icc_profile"] = profile["data"]
    return _plain(image)


def _opened(data: bytes) -> Any:
    """The picture that is shown, not decoded yet; IndexError when there is none.

    Not by `pi_heif.open_heif`, which reads the metadata as well: pi-heif 1.4.0 dies (SIGSEGV in _CtxImage_metadata)
    when the content type of an item is not UTF-8.
    """
    # The package itself first: on Windows it says where the libraries lie.
    import pi_heif  # noqa: F401, I001
    import _pi_heif

    # 8 bits, RGB, lines without a gap, any decoder, libheif's own limits.
    images = _pi_heif.load_file(data, _THREADS, True, False, True, False, "", False)
    found = [each for each in images if each is not None]
    return next((each for each in found if each.primary), None) or found[0]


def _plain(image: Image.Image) -> Image.Image | None:
    """On white where it is transparent: what somebody cut out of a photo must not come back."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode not in ("LA", "RGBA", "RGBa"):
        # Grey of more than 8 bits.
        return None
    seen = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    paper.info["icc_profile"] = image.info.get("icc_profile")
    return paper
