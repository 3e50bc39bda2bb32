"""Test databases of runs at the same time."""

from pathlib import Path

import pytest

from config.database.embedded.base import DatabaseWrapper
from tests.config.database.folders import connect
from tests.config.database.wrappers import open_wrapper


@pytest.fixture
def runs(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> list[DatabaseWrapper]:
    """The connections of two test runs on one server."""
    found = [open_wrapper(None, data_dir) for _ in range(2)]
    return [run for run in found if isinstance(run, DatabaseWrapper)]


def make(run: DatabaseWrapper) -> str:
    """Claim and create a run's test database, without the migrations that follow."""
    creation = run.creation
    creation._claim_name()  # type: ignore[attr-defined]
    creation._create_test_db(verbosity=0, autoclobber=True)  # type: ignore[attr-defined]
    return str(run.settings_dict["TEST"]["NAME"])


def drop(run: DatabaseWrapper, name: str) -> None:
    """Destroy a run's test database and give its name back."""
    run.settings_dict["NAME"] = name
    # With a name to go back to, Django would also write it to the settings that this very test run works by.
    run.creation.destroy_test_db(verbosity=0)
    run.close()


def test_second_run_gets_a_database_of_its_own(runs: list[DatabaseWrapper]) -> None:
    first, second = runs

    assert make(first) == "test_onrecord"
    assert make(second) == "test_onrecord_2"

    drop(first, "test_onrecord")
    drop(second, "test_onrecord_2")
    first.server.leave()


def test_next_run_takes_the_name_of_a_finished_one(runs: list[DatabaseWrapper]) -> None:
    first, second = runs
    drop(first, make(first))

    assert make(second) == "test_onrecord"

    drop(second, "test_onrecord")
    first.server.leave()


def test_killed_run_leaves_nothing_in_the_way(runs: list[DatabaseWrapper]) -> None:
    first, second = runs
    make(first)
    first.creation._claim.close()  # type: ignore[attr-defined]

    assert make(second) == "test_onrecord"

    drop(second, "test_onrecord")
    first.server.leave()


def test_test_database_has_the_locale_of_the_own_server(runs: list[DatabaseWrapper]) -> None:
    [run, _other] = runs
    make(run)

    with connect(run.server.connection_params()) as connection:
        row = connection.execute(
            "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'test_onrecord'"
        ).fetchone()

    assert row == ("b", "C.UTF-8")
    drop(run, "test_onrecord")
    run.server.leave()
