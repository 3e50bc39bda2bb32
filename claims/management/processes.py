"""What the commands say of the processes that look for figures."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from django.core.management.base import CommandError


def add_processes(parser: ArgumentParser) -> None:
    """The option that tells how many there are."""
    parser.add_argument(
        "--processes",
        type=_count,
        metavar="N",
        help="how many look for figures beside this one (else one a core where there are several; 0: none; "
        "few texts need none)",
    )


def _count(value: str) -> int:
    """A number of processes, none or more; raises ArgumentTypeError."""
    if not (value.isascii() and value.isdecimal()):
        raise ArgumentTypeError(f"“{value}” is not a number of processes: give 0, 1, 2, ...")
    return int(value)


@contextmanager
def ending_named() -> Iterator[None]:
    """A process that was ended from outside is a CommandError that says what to do."""
    try:
        yield
    except BrokenProcessPool as problem:
        raise CommandError(
            "A process that looked for figures was ended from outside, as the system does when memory runs "
            "out. What was written stays; the same command again goes on. If it was memory, give fewer "
            "--processes."
        ) from problem
