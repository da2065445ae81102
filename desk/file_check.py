"""What of a visitor's file may be kept: found out from its content alone, never from its name or what was claimed.

Pictures are drawn anew (Pillow), so that places, cameras and whatever hides in them stay behind. A PDF is read (pypdf)
and refused when it can act or carries other files. Everything else is refused: archives, web pages, SVG, office files.
"""

from __future__ import annotations

import io
import threading
import zipfile
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, PdfObject

from desk.errors import DeskError

# Media type and end of the name by the kind as Pillow calls it, and PDF.
KINDS = {
    "JPEG": ("image/jpeg", "jpg"), "PNG": ("image/png", "png"), "WEBP": ("image/webp", "webp"),
    "PDF": ("application/pdf", "pdf"),
}  # fmt: skip
PICTURES = ("JPEG", "PNG", "WEBP")
# Bytes of a file as it comes.
LARGEST = 5_000_000
# A picture takes three or four bytes of memory a pixel while it is drawn anew.
MOST_PIXELS = 40_000_000
MOST_OBJECTS = 20_000
# Parts of a PDF that run, open or hold something else.
ACTIVE = frozenset({"/JS", "/JavaScript", "/Launch", "/EmbeddedFiles", "/EmbeddedFile", "/RichMedia", "/XFA"})
# One file at a time: a small machine has memory for one large picture.
_one_at_a_time = threading.Lock()


@dataclass(frozen=True)
class Checked:
    """A file that may be kept: what it is (``JPEG``, ``PNG``, ``WEBP``, ``PDF``), and its bytes as they are kept."""

    kind: str
    content: bytes

    @property
    def media_type(self) -> str:
        """Such as image/png."""
        return KINDS[self.kind][0]


def check(content: bytes) -> Checked:
    """What may be kept of a file with ``content``.

    Raises ``DeskError`` 413 (too large), 415 (not one of ``KINDS``) or 422 (empty, damaged, locked, or active).
    """
    if not content:
        raise DeskError(422, "file-empty")
    if len(content) > LARGEST:
        raise too_large()
    with _one_at_a_time:
        if content.startswith(b"%PDF-"):
            return _pdf(content)
        return _picture(content)


def too_large() -> DeskError:
    """The refusal of a file of more than ``LARGEST`` bytes."""
    return DeskError(413, "file-too-large", megabytes=LARGEST // 1_000_000)


def _picture(content: bytes) -> Checked:
    try:
        with Image.open(io.BytesIO(content), formats=PICTURES) as picture:
            kind = str(picture.format)
            if picture.width * picture.height > MOST_PIXELS:
                raise DeskError(422, "file-pixels", megapixels=MOST_PIXELS // 1_000_000)
            upright = ImageOps.exif_transpose(picture)
            # Only the dots go on: whatever else the file said stays in the old picture.
            drawn = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise DeskError(415, "file-kind") from error
    except (OSError, SyntaxError, ValueError) as error:  # what Pillow says of damaged pictures
        raise DeskError(422, "file-damaged") from error
    clean = Image.new(drawn.mode, drawn.size)
    clean.paste(drawn)
    out = io.BytesIO()
    clean.save(out, kind, quality=90)
    return Checked(kind, out.getvalue())


def _pdf(content: bytes) -> Checked:
    if zipfile.is_zipfile(io.BytesIO(content)):  # both at once: whoever opens it under another name unpacks it
        raise DeskError(415, "file-kind")
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise DeskError(422, "file-locked")
        active = _is_active(reader)
        pages = len(reader.pages)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        # pypdf stumbles over damaged files in many ways.
        raise DeskError(422, "file-damaged") from error
    if active:
        raise DeskError(422, "file-active")
    if not pages:
        raise DeskError(422, "file-damaged")
    return Checked("PDF", content)


def _is_active(reader: PdfReader) -> bool:
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(numbers) > MOST_OBJECTS:
        raise DeskError(422, "file-damaged")
    found = [reader.trailer, *(reader.get_object(number) for number in sorted(numbers) if number)]
    return any(_acts(each) for each in found)


def _acts(thing: PdfObject | None) -> bool:
    """Whether an object, or what it holds directly, is a part that acts."""
    if isinstance(thing, DictionaryObject):
        values = [thing.raw_get(key) for key in thing]
        return bool(ACTIVE & thing.keys()) or any(_acts(value) for value in values)
    if isinstance(thing, list):
        return any(_acts(value) for value in thing)
    return isinstance(thing, str) and str(thing) in ACTIVE
