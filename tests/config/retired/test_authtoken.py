"""What the retired tokens left: nothing."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection

pytestmark = pytest.mark.django_db


def test_no_plain_key_and_no_permission_about_one_is_left() -> None:
    assert "authtoken_token" not in connection.introspection.table_names()
    assert not Permission.objects.filter(content_type__app_label="authtoken").exists()
