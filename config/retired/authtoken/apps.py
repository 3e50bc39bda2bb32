"""Django application of the tokens that were kept in plain text: nothing but migrations."""

from django.apps import AppConfig


class RetiredTokenConfig(AppConfig):
    """Takes the old table, with the keys in it, and the old permissions from a database that has them."""

    name = "config.retired.authtoken"
    label = "authtoken"
