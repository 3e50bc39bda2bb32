"""Django's connection to the project's own server."""

import subprocess
from pathlib import Path

import pytest
from django.db import OperationalError

from config.database.embedded.base import DatabaseWrapper
from tests.config.database.processes import find_children, find_postmasters, kill_hard, wait_until
from tests.config.database.wrappers import open_wrapper


def select_one(wrapper: DatabaseWrapper) -> object:
    """Ask the server, over the open connection or a new one."""
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone()


@pytest.fixture
def wrapper(data_dir: Path) -> DatabaseWrapper:
    """A connection that is not open yet."""
    wrapper = open_wrapper(None, data_dir)
    assert isinstance(wrapper, DatabaseWrapper)
    return wrapper


def test_server_starts_with_the_first_query(wrapper: DatabaseWrapper, data_dir: Path) -> None:
    assert not find_postmasters(data_dir)

    assert select_one(wrapper) == (1,)

    assert len(find_postmasters(data_dir)) == 1
    wrapper.close()
    wrapper.server.leave()


def test_next_connection_after_a_killed_server_starts_it_again(
    wrapper: DatabaseWrapper, data_dir: Path
) -> None:
    select_one(wrapper)
    wrapper.close()
    [postmaster] = find_postmasters(data_dir)
    kill_hard(postmaster, *find_children(postmaster))

    assert select_one(wrapper) == (1,)

    wrapper.close()
    wrapper.server.leave()


def test_next_connection_waits_while_the_server_recovers(wrapper: DatabaseWrapper, data_dir: Path) -> None:
    select_one(wrapper)
    wrapper.close()
    [postmaster] = find_postmasters(data_dir)
    kill_hard(find_children(postmaster)[0])

    for _ in range(20):
        assert select_one(wrapper) == (1,)
        wrapper.close()

    assert find_postmasters(data_dir) == [postmaster]
    wrapper.server.leave()


def test_unknown_database_is_refused_at_once(data_dir: Path) -> None:
    wrapper = open_wrapper(None, data_dir, NAME="nowhere")
    assert isinstance(wrapper, DatabaseWrapper)

    with pytest.raises(OperationalError, match='"nowhere" does not exist'):
        select_one(wrapper)

    wrapper.server.leave()


def test_state_names_server_and_users(wrapper: DatabaseWrapper, data_dir: Path) -> None:
    assert wrapper.describe()["server"] == "not running"

    select_one(wrapper)

    [postmaster] = find_postmasters(data_dir)
    described = wrapper.describe()
    assert described["server"] == f"PostgreSQL 18, ready, process {postmaster}"
    assert described["data"] == str(data_dir / "database" / "cluster")
    assert described["supervisor"] == "running"
    wrapper.close()
    assert wrapper.stop_server(force=False)
    wait_until(lambda: not find_postmasters(data_dir))


def test_psql_runs_with_the_password_out_of_sight(wrapper: DatabaseWrapper) -> None:
    arguments, environment = wrapper.client.settings_to_cmd_args_env(
        wrapper.settings_dict, ["-Atc", "SELECT 40 + 2"]
    )
    assert environment is not None
    assert not any(environment["PGPASSWORD"] in argument for argument in arguments)

    answer = subprocess.run(arguments, env=environment, check=True, capture_output=True, text=True)

    assert answer.stdout == "42\n"
    wrapper.server.leave()
