"""Django application of the claims."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """Figures, claims, speakers, subjects, statistics and reviews."""

    name = "claims"
    default_auto_field = "django.db.models.BigAutoField"
