"""Text that a spreadsheet would run as a formula, made harmless so that it can be had back (PURE).

https://owasp.org/www-community/attacks/CSV_Injection
"""

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet takes for a formula, the wide forms of Asian keyboards included."""

MARK = "'"


def defuse(text: str) -> str:
    """The text with an apostrophe before it where it begins like a formula, or with an apostrophe.

    Whoever takes one apostrophe away at the beginning of a cell has the text as it was.
    """
    return MARK + text if text.startswith((*RISKY, MARK)) else text
