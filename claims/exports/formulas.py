"""Text that a spreadsheet would run as a formula, made harmless so that it can be had back (PURE).

https://owasp.org/www-community/attacks/CSV_Injection
"""

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet takes for a formula, the wide forms of Asian keyboards included."""

MARK = "'"


def defuse(text: str) -> str:
    """The text with an apostrophe before it where it begins like a formula, or with an apostrophe."""
    return MARK + text if text.startswith((*RISKY, MARK)) else text


def restore(text: str) -> str:
    """The text that was given to `defuse`: one apostrophe at its beginning is taken away."""
    return text.removeprefix(MARK)
