"""Time and memory on texts made to be hard, from 10 KB to 10 MB: a linear reader's time per KB stays flat."""

import json
import sys
from collections.abc import Callable
from typing import Any

from benchmarks.extraction_parts.cases import CASES, PROBES
from benchmarks.extraction_parts.processes import run

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
LARGEST_PROBE = 1_000_000


def measure(largest: int, guard: float, say: Callable[[str], None]) -> list[dict[str, Any]]:
    """Every case at every size up to the largest, each in its own process with so many seconds at most.

    Says the rows of a table as they come; "flat" is the last time per KB over the first.
    """
    heads = " | ".join(f"{size // 1000} KB" for size in SIZES)
    say(f"| case (µs per KB) | {heads} | flat | peak MB | figures per KB |")
    say("|---" * (len(SIZES) + 4) + "|")
    rows = []
    for name in CASES:
        most = min(largest, LARGEST_PROBE) if name in PROBES else largest
        rows.append(measure_case(name, [size for size in SIZES if size <= most], guard))
        say(tell(rows[-1]))
    return rows


def measure_case(name: str, sizes: list[int], guard: float) -> dict[str, Any]:
    """Microseconds per KB at each size until one is stopped, and the last one's over the first one's."""
    paces: list[float] = []
    row: dict[str, Any] = {"case": name, "us per KB": paces, "ended": ""}
    for size in sizes:
        used = run(
            [sys.executable, "-m", "benchmarks.extraction_parts.read_with_onrecord", "case", name, str(size)],
            seconds=guard,
        )
        if used.status != 0:
            why = f"stopped after {guard:.0f} s" if used.stopped else f"status {used.status}"
            row["ended"] = f"{why} at {size // 1000} KB"
            break
        found = json.loads(used.output)
        paces.append(1e6 * found["seconds"] / found["kb"])
        row["peak MB"] = used.peak_mb
        row["figures per KB"] = found["figures"] / found["kb"]
    row["flat"] = paces[-1] / paces[0] if len(paces) > 1 else None
    return row


def tell(row: dict[str, Any]) -> str:
    """A case as a row of the table."""
    cells = [f"{pace:.0f}" for pace in row["us per KB"]]
    cells += [""] * (len(SIZES) - len(cells))
    cells.append(row["ended"] or (f"{row['flat']:.2f}" if row["flat"] else ""))
    cells += [f"{row.get(figure, 0):.0f}" for figure in ("peak MB", "figures per KB")]
    return f"| {row['case']} | {' | '.join(cells)} |"
