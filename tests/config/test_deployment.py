"""What Django's own check says of an installation that is set up as `docs/operations.md` tells."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.config.database.processes import ROOT

COMMAND = ["manage.py", "check", "--deploy"]


def test_behind_https_only_what_the_page_names_is_missing(tmp_path: Path) -> None:
    told = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    settings = re.search(r"^export (ONRECORD_HTTPS=.*)$", told, re.MULTILINE)
    assert settings is not None
    environment = {
        **os.environ,
        **dict(setting.split("=", 1) for setting in settings[1].split()),
        "ONRECORD_DATA_DIR": str(tmp_path),
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
    }

    checked = subprocess.run(
        [sys.executable, *COMMAND], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    warned = re.findall(r"security\.([A-Z]\d+)", checked.stderr)
    assert sorted(warned) == ["W005", "W008", "W021"]
    assert all(f"`{code}`" in told or f"`security.{code}`" in told for code in warned)
