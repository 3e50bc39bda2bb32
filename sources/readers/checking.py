"""What no text may hold, however it came in."""

import re

from sources.errors import BinaryFileError, EmptyTextError, UndecodableTextError

# Control characters that no text uses; not tab, line ends, form feed and escape (terminal colours).
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# More than one in this many characters, and more than a few stray ones, is a binary file.
_CONTROL_SHARE = 100
_STRAY = 4


def check_text(text: str) -> None:
    """Refuse a text that cannot be stored or shown; for texts that come as characters.

    Raises EmptyTextError, BinaryFileError (NUL, control characters) or UndecodableTextError (surrogates).
    """
    if not text or text.isspace():
        raise EmptyTextError("the text is empty: it has no visible character")
    nul = text.find("\0")
    if nul >= 0:
        raise BinaryFileError(
            f"a NUL character stands at {nul:,}: this is no text; remove it or send the right file"
        )
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise UndecodableTextError(
            f"half a surrogate pair (U+{ord(surrogate[0]):04X}) stands at {surrogate.start():,}: "
            "it is no character; send the text as valid UTF-8"
        )
    controls = _CONTROL.findall(text)
    if are_too_many(len(controls), among=len(text)):
        first = _CONTROL.search(text)
        at = first.start() if first else 0
        raise BinaryFileError(f"{len(controls):,} control characters, the first at {at:,}: send it as text")


def are_too_many(controls: int, *, among: int) -> bool:
    """Whether so many control characters, or bytes, are more than a text has by accident."""
    return controls > max(_STRAY, among // _CONTROL_SHARE)
