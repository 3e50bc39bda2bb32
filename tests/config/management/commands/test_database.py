"""`manage.py database`, as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.config.database.processes import ROOT, ServerUser, find_postmasters


def run(
    data_dir: Path, *arguments: str, text: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run one action on the server of a data folder."""
    ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    clean = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, "manage.py", "database", *arguments],
        cwd=ROOT,
        env=clean | {"ONRECORD_DATA_DIR": str(data_dir)} | environment,
        input=text,
        check=False,
        capture_output=True,
        text=True,
    )


def test_server_is_shown_used_and_stopped(data_dir: Path) -> None:
    assert "not running" in run(data_dir, "status").stdout

    with ServerUser(data_dir) as user:
        user.wait_for_params()
        shown = run(data_dir, "status").stdout
        answer = run(data_dir, "shell", text="SELECT 40 + 2 AS answer;\n")
        refused = run(data_dir, "stop")
        stopped = run(data_dir, "stop", "--force")

    assert f"{data_dir}/database/cluster" in shown
    assert str(user.pid) in shown
    assert "42" in answer.stdout
    assert refused.returncode != 0
    assert str(user.pid) in refused.stderr
    assert stopped.stdout == "stopped\n"
    assert not find_postmasters(data_dir)


def test_url_opens_the_server_which_starts_for_it(data_dir: Path) -> None:
    url = run(data_dir, "url").stdout.strip()
    assert len(find_postmasters(data_dir)) == 1

    with ServerUser(data_dir) as user:
        user.wait_for_params()
        shown = run(data_dir, "status", DATABASE_URL=url).stdout
        refused = run(data_dir, "stop", DATABASE_URL=url)

    assert "of DATABASE_URL" in shown
    assert "not the project's own" in refused.stderr
