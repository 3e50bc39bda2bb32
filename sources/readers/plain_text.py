"""Plain text: UTF-8, a byte-order mark, a declared charset, or a legacy encoding told from the bytes."""

import codecs
import re

from charset_normalizer import from_bytes

from sources.errors import BinaryFileError, EmptyTextError, UndecodableTextError
from sources.readers.checking import are_too_many, check_text
from sources.readers.reading import Reader, ReadText

_MEDIA_TYPE = "text/plain"
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of formats that are not text, from their specifications.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (.docx, .xlsx, .odt and .epub are ones)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b\x08", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\x00", "xz-compressed"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
# The legacy encodings that texts are met in, commoner ones first; no EBCDIC, no fonts.
_LEGACY = (
    "cp1252", "latin_1", "cp1251", "cp1250", "cp1254", "cp1253", "cp1256", "cp1255", "cp1257", "cp1258",
    "koi8_r", "koi8_u", "iso8859_2", "iso8859_15", "iso8859_5", "cp866", "cp850", "cp437", "mac_roman",
    "cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949", "cp874",
)  # fmt: skip
# Python's codecs that are no encodings of texts that people keep. Punycode and IDNA write host names, and to
# read a megabyte of the former takes hours; the others are for programs.
_NO_CHARSETS = frozenset(
    ("idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
)
# Differences of the library's two measures that say nothing, in its percent points, for texts of a few lines.
_NEAR_CHAOS = 1
_NEAR_COHERENCE = 10
# Letters with a caron, the same in Windows' Western and Central European pages; a sign of the latter.
_CARONS = re.compile(rb"[\x8a\x8e\x9a\x9e]")
_HIGH = re.compile(rb"[\x80-\xff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# Control bytes of every encoding that is not UTF-16 or UTF-32; escape begins the shifts of ISO-2022.
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read_plain_text(data: bytes, charset: str | None) -> ReadText:
    """Decode a plain text by its mark, its declared charset, as UTF-8, or by what its bytes look like."""
    if not data or data.isspace():
        raise EmptyTextError("the file is empty: it has no visible character")
    _refuse_known_formats(data)
    marked = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked:
        mark, encoding = marked
        return _read(_decode(data[len(mark) :], encoding, len(mark)), encoding)
    if charset is None or not charset.lower().startswith(("utf-16", "utf-32")):
        _refuse_binary(data)
    if charset is not None:
        return _read(_decode(data, _find_encoding(charset), 0), charset.lower())
    try:
        return _read(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _read_detected(data, error.start)


def _read(text: str, encoding: str, *, detected: bool = False) -> ReadText:
    """Check the text and put it with what is known of it."""
    check_text(text)
    return ReadText(text=text, encoding=encoding, encoding_detected=detected, media_type=_MEDIA_TYPE)


def _read_detected(data: bytes, broken_at: int) -> ReadText:
    """Read a legacy encoding that the bytes look like; the result is marked as a guess."""
    encoding = None if _is_mostly_utf8(data) else _detect(data)
    if encoding is None:
        raise UndecodableTextError(
            f"byte {broken_at:,} (0x{data[broken_at]:02x}) is not valid UTF-8, and the bytes look "
            "like no other encoding; save the text as UTF-8"
        )
    return _read(_decode(data, encoding, 0), codecs.lookup(encoding).name, detected=True)


def _detect(data: bytes) -> str | None:
    """Name the encoding the bytes look like most; between near equals the one met most often."""
    matches = list(from_bytes(data, cp_isolation=list(_LEGACY)))
    if not matches:
        return None
    calmest = min(match.percent_chaos for match in matches) + _NEAR_CHAOS
    calm = [match for match in matches if match.percent_chaos <= calmest]
    likest = max(match.percent_coherence for match in calm) - _NEAR_COHERENCE
    near = {
        name for match in calm if match.percent_coherence >= likest for name in match.could_be_from_charset
    }
    return next((name for name in _order_encodings(data) if name in near), None)


def _order_encodings(data: bytes) -> tuple[str, ...]:
    """The legacy encodings, likeliest first for such bytes."""
    first = "cp1252"
    if 2 * len(_HIGH.findall(data)) >= len(data):
        first = "cp1251"  # most letters are not Latin
    elif _CARONS.search(data):
        first = "cp1250"
    return (first, *(name for name in _LEGACY if name != first))


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with a little damage: a guess would spoil what is good."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return len(_NOT_ASCII.findall(text)) - broken > 4 * broken


def _decode(data: bytes, encoding: str, offset: int) -> str:
    """Decode all bytes or say which one cannot be; `offset` is how many bytes stood before them."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableTextError(
            f"byte {offset + error.start:,} is not valid {encoding.upper()} ({error.reason}); "
            "save the text as UTF-8, or state its right encoding"
        ) from error


def _find_encoding(charset: str) -> str:
    """Python's name of a declared charset."""
    try:
        codec = codecs.lookup(charset)
    except (LookupError, ValueError) as error:
        raise UndecodableTextError(
            f"the declared charset {charset!r} is unknown; save the text as UTF-8"
        ) from error
    if codec.name in _NO_CHARSETS or not codec._is_text_encoding:  # noqa: SLF001  # Python's only mark of codecs such as base64 and zip
        raise UndecodableTextError(
            f"the declared charset {charset!r} is no encoding of text; save it as UTF-8"
        )
    return codec.name


def _refuse_known_formats(data: bytes) -> None:
    """Refuse the formats that say in their first bytes that they are not text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise BinaryFileError(f"byte 0: the file is {kind}, not a text; save it as plain text")


def _refuse_binary(data: bytes) -> None:
    """Refuse bytes that are those of no text in any encoding but UTF-16 and UTF-32."""
    nul = data.find(b"\0")
    if nul >= 0:
        raise BinaryFileError(
            f"byte {nul:,} is NUL: the file is binary, or UTF-16 without a byte-order mark; save it as UTF-8"
        )
    controls = _CONTROL.findall(data)
    if are_too_many(len(controls), among=len(data)):
        first = _CONTROL.search(data)
        at = first.start() if first else 0
        raise BinaryFileError(
            f"{len(controls):,} control bytes, the first at byte {at:,}: the file is no text"
        )


PLAIN_TEXT = Reader(
    media_types=("text/plain", "text/markdown"), endings=("", ".txt", ".text", ".md"), read=read_plain_text
)
