"""Which reader reads what: a new format is one file and one entry here."""

from email.message import Message
from pathlib import PurePath

from sources.errors import TooLargeError, UnknownFormatError
from sources.readers.plain_text import PLAIN_TEXT
from sources.readers.reading import DEFAULT_LIMIT, Reader, ReadText

READERS: tuple[Reader, ...] = (PLAIN_TEXT,)


def read(
    data: bytes, *, name: str = "", media_type: str | None = None, limit: int = DEFAULT_LIMIT
) -> ReadText:
    """Read the bytes of a file by its media type, or else by the ending of its name.

    media_type: as in an HTTP header, parameters and all ("text/plain; charset=windows-1251").
    limit: the most bytes that are read.
    Raises a SourcesError that says what is wrong, where, and how to mend it.
    """
    if len(data) > limit:
        raise TooLargeError(
            f"{name or 'the text'} has more bytes than the limit of {limit:,}; "
            "cut it into parts, or raise the limit"
        )
    header = Message()
    if media_type:
        header["Content-Type"] = media_type
        reader = _find_by_media_type(header.get_content_type(), name, media_type)
    else:
        reader = _find_by_ending(name)
    return reader.read(data, header.get_content_charset())


def list_endings() -> list[str]:
    """The file endings that have a reader, in order."""
    return sorted(ending for reader in READERS for ending in reader.endings if ending)


def list_media_types() -> list[str]:
    """The media types that have a reader, in order."""
    return sorted(media_type for reader in READERS for media_type in reader.media_types)


def _find_by_media_type(essence: str, name: str, stated: str) -> Reader:
    """Find the reader of a media type; where it says nothing, the name decides."""
    for reader in READERS:
        if essence in reader.media_types:
            return reader
    if essence == "application/octet-stream":
        return _find_by_ending(name)
    known = ", ".join(list_media_types())
    raise UnknownFormatError(f"no reader knows the media type {stated!r}; known are {known}")


def _find_by_ending(name: str) -> Reader:
    """Find the reader of a file's ending."""
    ending = PurePath(name).suffix.lower()
    for reader in READERS:
        if ending in reader.endings:
            return reader
    raise UnknownFormatError(
        f"{name}: no reader knows files that end in {ending!r}; known are {', '.join(list_endings())} "
        "and names without an ending; save it as plain text"
    )
