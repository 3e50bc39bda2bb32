"""What a reader under measurement does in its own process: time itself over texts."""

import json
import time
from collections.abc import Callable, Sized
from pathlib import Path

Read = Callable[[str], Sized]


def time_texts(read: Read, path: Path, kilobytes: int) -> dict[str, float]:
    """CPU seconds over the first texts of a JSONL file, up to so many KB (of 1,000 bytes of UTF-8).

    One text is read before the clock starts, so that tables which load with the first call are not counted.
    """
    texts: list[str] = []
    size = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if size >= kilobytes * 1000:
                break
            texts.append(json.loads(line)["text"])
            size += len(texts[-1].encode())
    read("The road is 12 km long.")
    begin = time.process_time()
    for text in texts:
        read(text)
    return {"kb": size / 1000, "seconds": time.process_time() - begin}


def time_one(read: Read, text: str, least: float = 0.5) -> dict[str, float]:
    """CPU seconds of one text: the best of as many calls as fit into `least` seconds, at least one."""
    read("The road is 12 km long.")
    best, spent, found = float("inf"), 0.0, 0
    while spent < least:
        begin = time.process_time()
        found = len(read(text))
        seconds = time.process_time() - begin
        best, spent = min(best, seconds), spent + max(seconds, 1e-4)
    return {"kb": len(text.encode()) / 1000, "seconds": best, "figures": found}
