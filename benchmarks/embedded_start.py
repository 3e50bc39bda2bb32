"""How long the project's own PostgreSQL takes to start, beside the bare programs.

Run with `python -m benchmarks.embedded_start`. Each round times both ways one after the other on the same
disk; medians are printed. The goals are ratios: a warm start of at most 1.2, a cold one of at most 1.3.
"""

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from config.database.embedded.account import Account, choose_account
from config.database.embedded.binaries import find_binaries
from config.database.embedded.server import EmbeddedOptions, EmbeddedServer

ROUNDS = 7


def main() -> None:
    """Measure cold start, warm start and attaching."""
    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, seconds in measure_round().items():
            times.setdefault(name, []).append(seconds)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        print(
            f"{name:<28} {medians[name] * 1000:8.1f} ms   ({min(values) * 1000:.1f}-{max(values) * 1000:.1f})"
        )
    print(f"cold start / bare            {medians['cold start'] / medians['bare initdb + start']:8.2f}")
    print(f"warm start / bare            {medians['warm start'] / medians['bare start']:8.2f}")


def measure_round() -> dict[str, float]:
    """Seconds of each way, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-bench-"))
    folder.chmod(0o755)
    try:
        return measure_ours(folder / "data") | measure_bare(folder / "bare")
    finally:
        shutil.rmtree(folder)


def measure_ours(data_dir: Path) -> dict[str, float]:
    """The first start, one that finds the server running (two shares), and one after a stop."""
    first = EmbeddedServer(EmbeddedOptions(data_dir=data_dir, linger=0))
    second = EmbeddedServer(EmbeddedOptions(data_dir=data_dir, linger=0))
    found = {
        "cold start": seconds_of(first.connection_params),
        "attach, first of a process": seconds_of(second.connection_params),
        "attach, later connections": seconds_of(second.connection_params),
    }
    second.leave()
    first.stop()
    found["warm start"] = seconds_of(first.connection_params)
    first.stop()
    return found


def measure_bare(cluster: Path) -> dict[str, float]:
    """initdb with the same locale, and `pg_ctl -w start`."""
    account = choose_account([], "")
    above = cluster.parent / "bare-home"
    above.mkdir()
    account.own(above)
    data = str(above / "cluster")
    binaries = find_binaries(None)
    options = ["--locale-provider=builtin", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust"]
    control = [
        str(binaries / "pg_ctl"),
        "-D",
        data,
        "-w",
        "-s",
        "-l",
        str(above / "log"),
        "-o",
        f"-k {above} -h ''",
    ]

    made = seconds_of(lambda: run([str(binaries / "initdb"), "-D", data, *options], account))
    first = seconds_of(lambda: run([*control, "start"], account))
    run([*control, "stop"], account)
    again = seconds_of(lambda: run([*control, "start"], account))
    run([*control, "stop"], account)
    return {"bare initdb + start": made + first, "bare start": again}


def run(command: list[str], account: Account) -> None:
    """Run one of PostgreSQL's programs as its user."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **account.popen_options())


def seconds_of(action: Callable[[], object]) -> float:
    """How long an action takes."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
