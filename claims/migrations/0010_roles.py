"""The groups reader, reviewer, editor and administrator, with what each may do.

A role that is there already, under its name, gains what it lacks and loses nothing.
"""

from typing import Any

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

from claims.roles import ROLES

APPS = ("sources", "claims", "auth", "authtoken")


def make_roles(apps: Any, schema_editor: Any) -> None:
    """Make the groups; permissions are made first, since an empty database has none before it is migrated."""
    alias = schema_editor.connection.alias
    for label in APPS:
        create_permissions(installed.get_app_config(label), verbosity=0, using=alias, apps=apps)
    permissions = apps.get_model("auth", "Permission").objects.using(alias).select_related("content_type")
    known = {f"{p.content_type.app_label}.{p.codename}": p for p in permissions}
    for role, names in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(name=role)
        group.permissions.add(*(known[name] for name in names if name in known))


class Migration(migrations.Migration):
    """Makes the roles; going back leaves the groups, since people may belong to them."""

    dependencies = [
        ("claims", "0009_second_pass"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("authtoken", "0004_alter_tokenproxy_options"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
