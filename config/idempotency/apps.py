"""Django application of the answers that are kept for requests sent again."""

from django.apps import AppConfig


class IdempotencyConfig(AppConfig):
    """Answers by person and key."""

    name = "config.idempotency"
    label = "idempotency"
    default_auto_field = "django.db.models.BigAutoField"
