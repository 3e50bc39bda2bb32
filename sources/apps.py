"""Django application of the sources."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """Publishers, sources, snapshots and sentences."""

    name = "sources"
    default_auto_field = "django.db.models.BigAutoField"
