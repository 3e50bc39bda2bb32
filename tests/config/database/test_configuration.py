"""The entry of DATABASES."""

import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.database.configuration import configure


def test_url_goes_before_the_own_server(tmp_path: Path) -> None:
    entry = configure("postgresql://ann@db.example/facts", tmp_path)

    assert entry["ENGINE"] == "config.database.backend"
    assert (entry["HOST"], entry["NAME"], entry["USER"]) == ("db.example", "facts", "ann")


@pytest.mark.parametrize("url", [None, ""])
def test_without_url_the_own_server_is_named_and_not_started(url: str | None, tmp_path: Path) -> None:
    entry = configure(url, tmp_path / "data")

    assert entry["ENGINE"] == "config.database.embedded"
    assert entry["OPTIONS"]["embedded"]["data_dir"] == tmp_path / "data"
    assert not (tmp_path / "data").exists()


def test_windows_is_told_to_name_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        configure(None, tmp_path)
