"""Which servers are new enough."""

import pytest

from config.database.errors import ServerTooOldError
from config.database.versions import check_version


@pytest.mark.parametrize("number", [150000, 150018, 180006, 200000])
def test_new_server_is_accepted(number: int) -> None:
    check_version(number)


@pytest.mark.parametrize(
    ("number", "name"), [(149999, "14.9999"), (140012, "14.12"), (100023, "10.23"), (90624, "9.6.24")]
)
def test_old_server_is_refused_with_its_version_and_the_way_out(number: int, name: str) -> None:
    with pytest.raises(ServerTooOldError) as caught:
        check_version(number)

    assert f"PostgreSQL {name}," in str(caught.value)
    assert "15 or newer" in str(caught.value)
    assert "DATABASE_URL" in str(caught.value)
