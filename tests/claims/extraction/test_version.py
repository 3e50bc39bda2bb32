"""The extractor's version changes with its rules."""

import hashlib
from pathlib import Path

from claims import extraction, measures
from claims.extraction import VERSION

RECORD = Path(__file__).parents[2] / "data" / "extraction" / "version.txt"


def digest_rules() -> str:
    """The SHA-256 of every file that decides what is found, in the order of their names."""
    digest = hashlib.sha256()
    for package in (extraction, measures):
        for path in sorted(Path(package.__path__[0]).rglob("*.py")):
            if path.name != "version.py":
                digest.update(path.relative_to(package.__path__[0]).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def test_the_version_stands_for_these_rules() -> None:
    assert RECORD.read_text(encoding="utf-8").split() == [VERSION, digest_rules()], (
        f"the rules changed: raise VERSION in claims/extraction/version.py, write it and {digest_rules()} "
        f"to {RECORD.name}, and run `make fixture`"
    )
