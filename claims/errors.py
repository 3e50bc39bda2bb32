"""Errors of the claims that no single rule owns."""

from collections.abc import Iterable, Mapping, Sequence


class ClaimsError(Exception):
    """What the claims refuse; `code` is stable, the message says what, where and how to mend it."""

    code = "claims_error"


class NotPermittedError(ClaimsError):
    """The person's role does not allow it."""

    code = "not_permitted"


class SupersededError(ClaimsError):
    """The row is no longer there: a newer reading of its text has replaced it."""

    code = "superseded"


class ConflictError(ClaimsError):
    """The claim is no longer what the person saw.

    changes: before and after of each field that changed since; moves: what people did to it since, in words.
    """

    code = "stale"

    def __init__(
        self, message: str, *, changes: Mapping[str, tuple[str, str]], moves: Sequence[str] = ()
    ) -> None:
        super().__init__(message)
        self.changes = changes
        self.moves = moves


class InvalidChangeError(ClaimsError):
    """Values that a claim cannot have; `errors` tells what is wrong field by field, "" for the whole."""

    code = "invalid_change"

    def __init__(self, errors: Mapping[str, Iterable[str]]) -> None:
        self.errors = {field: list(messages) for field, messages in errors.items()}
        told = (f"{field}: {message}" for field, messages in self.errors.items() for message in messages)
        super().__init__(" ".join(line.removeprefix(": ") for line in told))
