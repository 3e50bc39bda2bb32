"""Scores readers on sets of texts whose quantities are known, with the scorer that stands beside the sets."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.extraction_parts.processes import run

LEVELS = ("V", "VC", "VU", "VN")
GOALS = {
    # set: ((measure, level, least percent), ...)
    "newsquant": (("f1", "V", 94), ("f1", "VC", 92), ("f1", "VU", 92), ("f1", "VN", 88)),
    "seeds": (("f1", "V", 100), ("f1", "VC", 100), ("f1", "VU", 100)),
    "spec-number": (("complete", "VU", 90),),
    "spec-currency": (("complete", "VU", 90),),
    "spec-dimension": (("complete", "VU", 95),),
    "spec-age": (("complete", "VU", 100),),
    "spec-temperature": (("complete", "VU", 100),),
    "spec-percent": (("complete", "VU", 100),),
    "spec-number-range": (("complete", "VC", 85),),
    "duckling-money": (("complete", "VU", 95),),
    "duckling-quantity": (("complete", "VU", 95),),
    "duckling-numeral": (("complete", "VU", 95),),
}
"""What the extractor has to reach, in percent; a set's name without the half it is of."""

Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One set of texts and the figures of each reader on it, by level; a reader that failed is missing."""

    name: str
    texts: int
    readers: dict[str, Figures]

    def as_row(self) -> dict[str, Any]:
        """Plain values."""
        return {"set": self.name, "texts": self.texts, "readers": self.readers, "goals": self.check_goals()}

    def check_goals(self) -> list[dict[str, Any]]:
        """The goals of this set, each with what the project's extractor reached."""
        ours = self.readers.get("onrecord")
        if ours is None:
            return []
        return [
            {
                "measure": f"{level} {measure}",
                "goal": least,
                "reached": round(100 * ours[level][measure], 1),
                "met": round(100 * ours[level][measure], 1) >= least,
            }
            for measure, level, least in GOALS.get(self.name.split(".")[0], ())
        ]


def score_sets(gold: Path, scorer: Path, readers: dict[str, list[str]]) -> list[Scored]:
    """Every set of a folder, read by every reader's command."""
    with TemporaryDirectory() as folder:
        return [score_set(path, scorer, readers, Path(folder)) for path in sorted(gold.glob("*.jsonl"))]


def score_set(path: Path, scorer: Path, readers: dict[str, list[str]], folder: Path) -> Scored:
    """One set, read by every reader's command."""
    with path.open(encoding="utf-8") as lines:
        texts = sum(1 for line in lines if line.strip())
    scored: dict[str, Figures] = {}
    for reader, command in readers.items():
        read = run(command, source=path)
        if read.status != 0:
            sys.stderr.write(f"{reader} failed on {path.name}\n")
            continue
        predicted = folder / f"{reader}.{path.name}"
        predicted.write_text(read.output, encoding="utf-8")
        judged = run([sys.executable, str(scorer), str(path), str(predicted), "--json"])
        scored[reader] = json.loads(judged.output)
    return Scored(name=path.stem, texts=texts, readers=scored)


def tell(scored: list[Scored]) -> str:
    """The sets as a table of F1 at each level, and the share of texts with no miss, in percent."""
    lines = [
        "| set | texts | reader | V | VC | VU | VN | complete VC | complete VU |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for row in scored:
        for reader, figures in row.readers.items():
            cells = [f"{100 * figures[level]['f1']:.1f}" for level in LEVELS]
            cells += [f"{100 * figures[level]['complete']:.1f}" for level in ("VC", "VU")]
            lines.append(f"| {row.name} | {row.texts} | {reader} | {' | '.join(cells)} |")
    return "\n".join([*lines, "", *tell_goals(scored)])


def tell_goals(scored: list[Scored]) -> list[str]:
    """One line a goal: what it asks, what was reached."""
    lines = ["| goal | at least | reached | |", "|---|---|---|---|"]
    for row in scored:
        for goal in row.check_goals():
            verdict = "met" if goal["met"] else "NOT MET"
            lines.append(f"| {row.name} {goal['measure']} | {goal['goal']} | {goal['reached']} | {verdict} |")
    return lines
