"""Errors of the claims."""


class ClaimsError(Exception):
    """What the claims refuse; `code` is stable, the message says what, where and how to mend it."""

    code = "claims_error"
