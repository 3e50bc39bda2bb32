"""Django's connection to a server named by DATABASE_URL."""

from pathlib import Path

import pytest
from django.db import OperationalError

from config.database.backend import base
from config.database.embedded.cluster import DATABASE
from config.database.embedded.server import EmbeddedServer
from config.database.errors import NotOurServerError
from config.database.url import format_database_url
from tests.config.database.wrappers import open_wrapper


@pytest.fixture
def wrapper(server: EmbeddedServer, tmp_path: Path) -> base.DatabaseWrapper:
    """A connection by URL to a server that runs."""
    wrapper = open_wrapper(format_database_url(DATABASE, server.connection_params(), {}), tmp_path)
    assert type(wrapper) is base.DatabaseWrapper
    return wrapper


def test_running_server_is_used_and_described(wrapper: base.DatabaseWrapper, data_dir: Path) -> None:
    described = wrapper.describe()

    assert described["server"].startswith("PostgreSQL 18.")
    assert described["server"].endswith("of DATABASE_URL")
    assert described["address"] == f"{data_dir}/database/run, port 5432"
    assert (described["database"], described["user"]) == ("onrecord", "onrecord")
    wrapper.close()


def test_connection_tells_the_planner_what_an_entry_costs(wrapper: base.DatabaseWrapper) -> None:
    with wrapper.cursor() as cursor:
        cursor.execute("SHOW cpu_index_tuple_cost")
        assert cursor.fetchone() == ("0.02",)
    wrapper.close()


def test_url_of_the_settings_is_given_back(wrapper: base.DatabaseWrapper, server: EmbeddedServer) -> None:
    assert wrapper.build_url() == format_database_url(DATABASE, server.connection_params(), {})


def test_foreign_server_is_never_stopped(wrapper: base.DatabaseWrapper) -> None:
    with pytest.raises(NotOurServerError, match="not the project's own"):
        wrapper.stop_server(force=True)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("postgresql://ann:hushhush@127.0.0.1:1/facts", "[Cc]onnection refused"),
        ("postgresql://ann:hushhush@/facts?host=/nowhere", "No such file or directory"),
        ("postgresql://ann:hushhush@127.0.0.1:1/facts?colour=red", "colour"),
    ],
)
def test_unusable_server_is_explained_without_the_password(url: str, reason: str, tmp_path: Path) -> None:
    wrapper = open_wrapper(url, tmp_path)

    with pytest.raises(OperationalError, match=reason) as caught:
        wrapper.ensure_connection()

    assert "DATABASE_URL" in str(caught.value)
    assert "hushhush" not in str(caught.value)


def test_wrong_password_is_explained_without_it(server: EmbeddedServer, tmp_path: Path) -> None:
    params = server.connection_params() | {"password": "hushhush"}
    wrapper = open_wrapper(format_database_url(DATABASE, params, {}), tmp_path)

    with pytest.raises(OperationalError, match="password authentication failed") as caught:
        wrapper.ensure_connection()

    assert "hushhush" not in str(caught.value)


def test_old_server_is_refused_and_left(
    wrapper: base.DatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No old server is at hand: the newest one is too old for a limit beyond it.
    monkeypatch.setattr("config.database.versions.OLDEST", 990000)

    with pytest.raises(OperationalError, match=r"PostgreSQL 18.*99 or newer.*DATABASE_URL"):
        wrapper.ensure_connection()

    assert wrapper.connection is None
