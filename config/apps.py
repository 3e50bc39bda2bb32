"""Django application of the wiring, for its commands."""

from django.apps import AppConfig


class WiringConfig(AppConfig):
    """Commands about the installation as a whole: the database, the demo."""

    name = "config"
