"""Why a text was refused: what is wrong, where, and how to mend it."""


class SourcesError(Exception):
    """A source that cannot be read; `code` is stable and names the case."""

    code = "source_unreadable"


class EmptyTextError(SourcesError):
    """The text has no visible character."""

    code = "text_empty"


class TooLargeError(SourcesError):
    """The file is larger than what is read at once."""

    code = "text_too_large"


class UnknownFormatError(SourcesError):
    """No reader knows the format."""

    code = "format_unknown"


class BinaryFileError(SourcesError):
    """The bytes, or the characters, are not those of a text."""

    code = "text_binary"


class UndecodableTextError(SourcesError):
    """The bytes are in no encoding that can be told, or the characters cannot be encoded."""

    code = "text_undecodable"
