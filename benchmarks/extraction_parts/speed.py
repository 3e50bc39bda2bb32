"""Speed, start-up and memory of readers, in turn within every round, so that noise hits them alike."""

import json
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.extraction_parts.processes import ROOT, Usage, run_well

STARTS = 7
ROUNDS = 3
KILOBYTES = {"onrecord": 1000, "quantulum3": 100}
"""How much each reader is given: at its even pace quantulum3 would need 20 seconds a megabyte."""
ONE_TEXT = '{"id": "1", "text": "The road is 12 km long."}\n'
Medians = dict[str, dict[str, float]]


def write_texts(gold: Path, path: Path) -> str:
    """News texts, or the demo documents where there are none, repeated to a megabyte. Says which."""
    news = sorted(gold.glob("newsquant*.jsonl"))
    if news:
        texts = [json.loads(line)["text"] for line in news[0].read_text(encoding="utf-8").splitlines()]
    else:
        texts = [
            file.read_text(encoding="utf-8") for file in sorted((ROOT / "fixtures/documents").glob("*.txt"))
        ]
    size = sum(len(text.encode()) for text in texts)
    times = 1000 * max(KILOBYTES.values()) // size + 1
    with path.open("w", encoding="utf-8") as out:
        for number, text in enumerate(texts * times):
            out.write(json.dumps({"id": str(number), "text": text}) + "\n")
    return f"{news[0].name if news else 'fixtures/documents'}, {len(texts)} texts"


def measure(gold: Path, readers: dict[str, list[str]]) -> dict[str, Any]:
    """Medians of every reader, and the project's in relation to each other one's."""
    with TemporaryDirectory() as folder:
        texts, one = Path(folder) / "texts.jsonl", Path(folder) / "one.jsonl"
        source = write_texts(gold, texts)
        one.write_text(ONE_TEXT, encoding="utf-8")
        medians = measure_starts(readers, one)
        for reader, figures in measure_pace(readers, texts).items():
            medians[reader] |= figures
    return {"texts": source, "readers": medians, "ratios": relate(medians)}


def measure_starts(readers: dict[str, list[str]], one: Path) -> Medians:
    """Each reader's command on empty input and on one short text."""
    empty: dict[str, list[Usage]] = {reader: [] for reader in readers}
    single: dict[str, list[Usage]] = {reader: [] for reader in readers}
    for _ in range(STARTS):
        for reader, command in readers.items():
            empty[reader].append(run_well(command))
            single[reader].append(run_well(command, source=one))
    return {
        reader: {
            "start wall s": statistics.median(usage.wall for usage in empty[reader]),
            "start CPU s": statistics.median(usage.cpu for usage in empty[reader]),
            "start peak MB": statistics.median(usage.peak_mb for usage in empty[reader]),
            "first text wall s": statistics.median(usage.wall for usage in single[reader]),
            "first text peak MB": statistics.median(usage.peak_mb for usage in single[reader]),
        }
        for reader in readers
    }


def measure_pace(readers: dict[str, list[str]], texts: Path) -> Medians:
    """KB of text per CPU second, text by text; the project's extractor reads them as one document too."""
    paces: dict[str, list[float]] = {}
    peaks: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for reader, command in readers.items():
            limit = KILOBYTES[reader]
            pace, peak = read_pace([*child_of(reader, command), "texts", str(texts), str(limit)])
            paces.setdefault(reader, []).append(pace)
            peaks.setdefault(reader, []).append(peak)
        pace, peak = read_pace([*child_of("onrecord", []), "whole", str(texts), str(KILOBYTES["onrecord"])])
        paces.setdefault("as one document", []).append(pace)
        peaks.setdefault("as one document", []).append(peak)
    found: Medians = {
        reader: {
            "KB per CPU s": statistics.median(paces[reader]),
            "reading peak MB": statistics.median(peaks[reader]),
        }
        for reader in readers
    }
    found["onrecord"]["one document, KB per CPU s"] = statistics.median(paces["as one document"])
    found["onrecord"]["one document, peak MB"] = statistics.median(peaks["as one document"])
    return found


def child_of(reader: str, command: list[str]) -> list[str]:
    """The command that times a reader inside its own environment."""
    if reader == "onrecord":
        return [sys.executable, "-m", "benchmarks.extraction_parts.read_with_onrecord"]
    return command


def read_pace(command: list[str]) -> tuple[float, float]:
    """KB per CPU second and peak MB of a timing process."""
    used = run_well(command)
    found = json.loads(used.output)
    return found["kb"] / found["seconds"], used.peak_mb


def relate(medians: Medians) -> dict[str, float]:
    """The project's figures divided by each other reader's, and the other way round where less is better."""
    ours = medians["onrecord"]
    return {
        f"{measure}, {'times' if 'per CPU' in measure else 'part of'} {reader}'s": ours[measure] / figure
        for reader, theirs in medians.items()
        if reader != "onrecord"
        for measure, figure in theirs.items()
    }


def tell(measured: dict[str, Any]) -> str:
    """The medians side by side, and the ratios."""
    medians: Medians = measured["readers"]
    names = list(medians)
    measures = list(dict.fromkeys(measure for figures in medians.values() for measure in figures))
    lines = [
        f"Texts: {measured['texts']}, repeated.",
        "",
        f"| | {' | '.join(names)} |",
        "|---" * (len(names) + 1) + "|",
    ]
    for name in measures:
        cells = [f"{medians[reader][name]:.3g}" if name in medians[reader] else "" for reader in names]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join([*lines, "", *(f"{name}: {ratio:.2f}" for name, ratio in measured["ratios"].items())])
