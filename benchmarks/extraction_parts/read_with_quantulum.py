"""quantulum3 under measurement, in its own environment and process.

Without arguments: JSON lines of texts in, JSON lines of their quantities out, in the form of
`python -m claims.extraction`. With `texts FILE KB`: times a file of texts and prints one JSON object.
"""

import json
import sys
import warnings
from pathlib import Path
from typing import Any

from benchmarks.extraction_parts.timing import time_texts

with warnings.catch_warnings():
    # It warns at every import that its optional classifier is not installed.
    warnings.simplefilter("ignore")
    from quantulum3 import parser  # type: ignore[import-not-found]  # in its own environment


def main() -> None:
    """Convert standard input, or measure what the arguments name."""
    if len(sys.argv) > 1:
        print(json.dumps(time_texts(parser.parse, Path(sys.argv[2]), int(sys.argv[3]))))
        return
    for line in sys.stdin:
        row = json.loads(line)
        print(json.dumps({"id": row["id"], "text": row["text"], "quantities": read(row["text"])}))


def read(text: str) -> list[dict[str, Any]]:
    """The quantities of a text; offsets that do not point at the quantity's own words are left out."""
    return [describe(text, quantity) for quantity in parser.parse(text)]


def describe(text: str, quantity: Any) -> dict[str, Any]:
    """A quantity in the common format; ranges come as a middle with an uncertainty, comparators never."""
    start, end = quantity.span
    kept = text[start:end].strip() == quantity.surface.strip()
    half = quantity.uncertainty or 0
    return {
        "start": start if kept else None,
        "end": end if kept else None,
        "surface": quantity.surface,
        "low": quantity.value - half,
        "high": quantity.value + half,
        "comparator": "range" if half else "=",
        "unit": None if quantity.unit.name == "dimensionless" else quantity.unit.name,
        "noun": None,
    }


if __name__ == "__main__":
    main()
