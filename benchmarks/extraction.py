"""How right, how fast and how steady the extractor is, beside quantulum3.

Run with `make benchmark-extraction`, which installs quantulum3 into an environment of its own; without it, or
without the sets of annotated texts, those parts are left out and a line says so. `--only` runs one part,
`--json` prints one object instead of tables.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.extraction_parts import accuracy, pathological, speed
from benchmarks.extraction_parts.processes import ROOT, run, run_well

PARTS = ("accuracy", "speed", "pathological")
SHARED = ROOT.parent / "shared"
QUANTULUM = ROOT / "var/benchmarks/quantulum3/bin/python"


def main() -> int:
    """Run the parts that were asked for and print what they found."""
    options = read_options()
    readers = find_readers(options.quantulum)
    found: dict[str, Any] = {"machine": describe_machine()}
    say = stay_silent if options.json else say_now
    say("\n".join(f"{name}: {value}" for name, value in found["machine"].items()))
    for part in PARTS:
        if options.only in (None, part):
            say(f"\n## {part}\n")
            found[part] = MEASURES[part](options, readers, say)
    if options.json:
        print(json.dumps(found, indent=1))
    return 0


def say_now(text: str) -> None:
    """Print at once, also into a pipe: a run takes minutes."""
    print(text, flush=True)


def stay_silent(text: str) -> None:
    """Print nothing: the figures come as one object in the end."""


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=PARTS, help="run one part")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--gold", type=Path, default=SHARED / "gold", help="folder of annotated sets")
    parser.add_argument(
        "--scorer", type=Path, default=SHARED / "tools/score.py", help="the program that scores"
    )
    parser.add_argument("--quantulum", type=Path, default=QUANTULUM, help="Python that has quantulum3")
    parser.add_argument("--largest", type=int, default=10_000, metavar="KB", help="largest pathological text")
    parser.add_argument("--guard", type=float, default=120, metavar="S", help="longest time of one such text")
    return parser.parse_args()


def find_readers(quantulum: Path) -> dict[str, list[str]]:
    """The commands that turn JSON lines of texts into JSON lines of quantities."""
    readers = {"onrecord": [sys.executable, "-m", "claims.extraction"]}
    if quantulum.is_file():
        readers["quantulum3"] = [str(quantulum), "-m", "benchmarks.extraction_parts.read_with_quantulum"]
    else:
        sys.stderr.write(f"quantulum3 is left out: no {quantulum} (make benchmark-extraction installs it)\n")
    return readers


def describe_machine() -> dict[str, str]:
    """What was measured and where; the extractor is asked in its own process: this one stays small."""
    version = run_well([sys.executable, "-c", "from claims.extraction import VERSION; print(VERSION)"]).output
    commit = run(["git", "describe", "--always", "--dirty"]).output or "unknown"
    return {
        "extractor": f"version {version.strip()}, commit {commit.strip()}",
        "python": platform.python_version(),
        "machine": f"{describe_processor()}, {os.cpu_count()} cores, {platform.system()}",
    }


def describe_processor() -> str:
    """The processor's name, as far as the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    return next((line.partition(": ")[2] for line in lines if "model name" in line), platform.machine())


def measure_accuracy(
    options: argparse.Namespace, readers: dict[str, list[str]], say: Callable[[str], None]
) -> list[dict[str, Any]]:
    """Every annotated set, scored."""
    if not (options.scorer.is_file() and any(options.gold.glob("*.jsonl"))):
        sys.stderr.write(f"accuracy is left out: no sets in {options.gold} or no {options.scorer}\n")
        return []
    scored = accuracy.score_sets(options.gold, options.scorer, readers)
    say(accuracy.tell(scored))
    return [row.as_row() for row in scored]


def measure_speed(
    options: argparse.Namespace, readers: dict[str, list[str]], say: Callable[[str], None]
) -> dict[str, Any]:
    """Pace, start-up and memory."""
    measured = speed.measure(options.gold, readers)
    say(speed.tell(measured))
    return measured


def measure_pathological(
    options: argparse.Namespace, readers: dict[str, list[str]], say: Callable[[str], None]
) -> list[dict[str, Any]]:
    """Texts made to be hard."""
    return pathological.measure(options.largest * 1000, options.guard, say)


MEASURES = {"accuracy": measure_accuracy, "speed": measure_speed, "pathological": measure_pathological}


if __name__ == "__main__":
    sys.exit(main())
