"""The installation's secret key: made once, kept beside its data, never in the repository."""

import os
import secrets
from pathlib import Path

from config.data_folder import make_data_folder


def read_secret_key(data_dir: Path) -> str:
    """The key kept in `data_dir`/secret_key, made at the first call, readable by its owner alone."""
    path = data_dir / "secret_key"
    make_data_folder(data_dir)
    try:
        # Two processes may start at once: the first one's key counts, whole, for both.
        draft = data_dir / f"secret_key.{os.getpid()}.new"
        if not path.exists():
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
            os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)
    return path.read_text(encoding="ascii")
