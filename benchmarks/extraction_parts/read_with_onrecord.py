"""The project's extractor under measurement, in a process of its own.

`texts FILE KB` times the texts of a JSONL file; `whole FILE KB` times them as one document;
`case NAME BYTES` times one pathological text. Prints one JSON object.
"""

import json
import resource
import sys
from pathlib import Path

from benchmarks.extraction_parts.cases import CASES
from benchmarks.extraction_parts.timing import time_one, time_texts
from claims.extraction import find

MEMORY_LIMIT = 8 << 30
"""Bytes of address space: a text that needs more ends this process, not the machine."""


def main() -> None:
    """Measure what the arguments name."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    what, name, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if what == "texts":
        found = time_texts(find, Path(name), size)
    elif what == "whole":
        found = time_one(find, join_texts(Path(name), size))
    else:
        found = time_one(find, CASES[name](size))
    print(json.dumps(found))


def join_texts(path: Path, kilobytes: int) -> str:
    """The texts of a JSONL file as paragraphs of one document of so many KB."""
    with path.open(encoding="utf-8") as lines:
        joined = "\n\n".join(json.loads(line)["text"] for line in lines)
    return joined.encode()[: kilobytes * 1000].decode(errors="ignore")


if __name__ == "__main__":
    main()
