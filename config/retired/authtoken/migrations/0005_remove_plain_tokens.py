"""No key stays in plain text: the old table goes, and with it the permissions about it."""

from typing import Any

from django.db import migrations


def remove_permissions(apps: Any, schema_editor: Any) -> None:
    """Take the app's permissions from every group and person, by deleting them."""
    alias = schema_editor.connection.alias
    for model in (apps.get_model("auth", "Permission"), apps.get_model("contenttypes", "ContentType")):
        label = "content_type__app_label" if model._meta.model_name == "permission" else "app_label"
        model.objects.using(alias).filter(**{label: "authtoken"}).delete()


class Migration(migrations.Migration):
    """Old tokens work no more: make new ones with `manage.py token create`."""

    dependencies = [
        ("authtoken", "0004_alter_tokenproxy_options"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("claims", "0010_roles"),
    ]

    operations = [
        migrations.DeleteModel(name="Token"),
        migrations.RunPython(remove_permissions, migrations.RunPython.noop),
    ]
