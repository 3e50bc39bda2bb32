"""The data folder: what an installation keeps beside its code."""

import os
from pathlib import Path


def make_data_folder(folder: Path) -> None:
    """Make a folder for us alone, unless it is there; its mode is never changed later.

    Root's lets other users pass through, but not look: PostgreSQL, which refuses to run as root, has to reach
    its own folder inside.
    """
    if folder.is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return
    if os.name == "posix" and os.geteuid() == 0:
        folder.chmod(0o711)
