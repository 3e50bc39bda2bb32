"""Django application of the API's tokens."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Tokens with which programs act as a person."""

    name = "config.access"
    label = "access"
    verbose_name = "access"
    default_auto_field = "django.db.models.BigAutoField"
