"""`python -m claims.extraction`: JSON lines of texts in, JSON lines of their figures out.

Input: {"id", "text"} a line, optionally "published" (YYYY-MM-DD). Exit status: 0, or 1 when a line was bad.
"""

import sys

from claims.extraction.jsonl import convert_lines


def main() -> int:
    """Convert standard input to standard output; report bad lines on standard error."""
    problems: list[str] = []
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    for line in convert_lines(sys.stdin, problems.append):
        sys.stdout.write(line + "\n")
    for problem in problems:
        sys.stderr.write(problem + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
