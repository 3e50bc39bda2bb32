"""The life of a server among the processes that use it, each of which may be killed."""

import os
import signal
from pathlib import Path

import psycopg
import pytest

from config.database.embedded.server import EmbeddedOptions, EmbeddedServer
from config.database.errors import ServerInUseError
from tests.config.database.folders import connect
from tests.config.database.processes import (
    LINGER,
    ServerUser,
    find_children,
    find_postmasters,
    find_supervisors,
    kill_hard,
    stop_at_once,
    wait_until,
)


def test_eight_first_users_share_one_server(empty_data_dir: Path) -> None:
    data_dir = empty_data_dir
    users = [ServerUser(data_dir) for _ in range(8)]
    try:
        places = [user.wait_for_params() for user in users]

        assert places == [places[0]] * 8
        assert len(find_postmasters(data_dir)) == 1
        assert len(find_supervisors(data_dir)) == 1
    finally:
        for user in users:
            user.kill()


def test_server_stops_when_its_last_user_is_gone_however_it_went(data_dir: Path) -> None:
    with ServerUser(data_dir) as killed, ServerUser(data_dir) as ending:
        killed.wait_for_params()
        ending.wait_for_params()
        running = find_postmasters(data_dir)

        killed.kill()
        with pytest.raises(AssertionError, match="too long"):
            wait_until(lambda: find_postmasters(data_dir) != running, seconds=LINGER + 0.5)
        ending.leave()

        wait_until(lambda: not find_postmasters(data_dir))
        wait_until(lambda: not find_supervisors(data_dir))


def test_killed_supervisor_is_replaced_and_server_still_stops(data_dir: Path) -> None:
    with ServerUser(data_dir) as first, ServerUser(data_dir) as second:
        place = first.wait_for_params()
        second.wait_for_params()
        kill_hard(*find_supervisors(data_dir))
        wait_until(lambda: not find_supervisors(data_dir))
        first.leave()
        second.leave()

        with ServerUser(data_dir) as third:
            assert third.wait_for_params() == place
            assert len(find_supervisors(data_dir)) == 1
            third.leave()

        wait_until(lambda: not find_postmasters(data_dir))


def test_killed_server_comes_back_with_every_committed_row(server: EmbeddedServer, data_dir: Path) -> None:
    with connect(server.connection_params()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS number")
    [postmaster] = find_postmasters(data_dir)
    kill_hard(postmaster, *find_children(postmaster))
    wait_until(lambda: not find_postmasters(data_dir))

    with connect(server.connection_params()) as connection:
        assert connection.execute("SELECT count(*), sum(number) FROM kept").fetchone() == (1000, 500500)
    assert find_postmasters(data_dir) != [postmaster]


def test_server_waits_for_the_children_of_a_killed_postmaster(server: EmbeddedServer, data_dir: Path) -> None:
    connection = connect(server.connection_params())
    [postmaster] = find_postmasters(data_dir)
    children = find_children(postmaster)
    held = children[0]
    os.kill(held, signal.SIGSTOP)
    kill_hard(postmaster)

    with ServerUser(data_dir) as user:
        wait_until(lambda: "shared memory block" in (data_dir / "database/server.log").read_text())
        os.kill(held, signal.SIGCONT)
        user.wait_for_params()

    connection.close()
    assert len(find_postmasters(data_dir)) == 1


def test_session_of_another_program_keeps_the_server(data_dir: Path) -> None:
    with ServerUser(data_dir) as user:
        params = user.wait_for_params()
        connection = connect(params)
        user.leave()

    with pytest.raises(AssertionError, match="too long"):
        wait_until(lambda: not find_postmasters(data_dir), seconds=LINGER + 0.5)
    connection.close()

    wait_until(lambda: not find_postmasters(data_dir))


def test_stop_is_refused_while_others_use_the_server_unless_forced(
    server: EmbeddedServer, data_dir: Path
) -> None:
    with ServerUser(data_dir) as user:
        user.wait_for_params()

        with pytest.raises(ServerInUseError, match=str(user.pid)):
            server.stop()
        assert server.stop(force=True)

    assert not find_postmasters(data_dir)
    assert not server.stop()


def test_looking_at_a_server_starts_and_makes_nothing(empty_data_dir: Path) -> None:
    server = EmbeddedServer(EmbeddedOptions(data_dir=empty_data_dir))

    assert server.inspect().home is None
    assert not server.stop()
    assert not server.is_ready()
    assert not empty_data_dir.exists()


def test_supervisor_of_a_deleted_data_folder_leaves_its_successor_alone(data_dir: Path) -> None:
    with ServerUser(data_dir) as first:
        first.wait_for_params()
        [postmaster], [supervisor] = find_postmasters(data_dir), find_supervisors(data_dir)
        (data_dir / "database").rename(data_dir / "moved")
        with ServerUser(data_dir) as second:
            second.wait_for_params()
            first.leave()
            wait_until(lambda: supervisor not in find_supervisors(data_dir))

            assert len(find_postmasters(data_dir)) == 2
            stop_at_once(postmaster)


def test_only_the_password_opens_the_server(server: EmbeddedServer) -> None:
    params = server.connection_params()

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(params, password="guessed")


def test_database_has_the_same_locale_on_every_machine(server: EmbeddedServer) -> None:
    with connect(server.connection_params()) as connection:
        row = connection.execute(
            "SELECT pg_encoding_to_char(encoding), datlocprovider, datlocale, upper('é') "
            "FROM pg_database WHERE datname = 'onrecord'"
        ).fetchone()

    assert row == ("UTF8", "b", "C.UTF-8", "É")
