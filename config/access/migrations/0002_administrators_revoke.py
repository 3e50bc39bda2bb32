"""Administrators see and revoke tokens."""

from typing import Any

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = ("view_token", "change_token")


def let_administrators(apps: Any, schema_editor: Any) -> None:
    """Give the group its permissions, made first where the database is new."""
    alias = schema_editor.connection.alias
    create_permissions(installed.get_app_config("access"), verbosity=0, using=alias, apps=apps)
    group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(name="administrator")
    permissions = apps.get_model("auth", "Permission").objects.using(alias)
    group.permissions.add(*permissions.filter(content_type__app_label="access", codename__in=RIGHTS))


class Migration(migrations.Migration):
    """Gives the group "administrator" the permissions about tokens; going back leaves them."""

    dependencies = [
        ("access", "0001_tokens"),
        ("claims", "0010_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(let_administrators, migrations.RunPython.noop)]
