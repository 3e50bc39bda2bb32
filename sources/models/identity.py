"""Identity of rows: a number inside the database, a UUIDv7 outside it."""

import uuid

import uuid_utils
from django.db import models
from uuid_utils.compat import uuid7


def make_uid() -> uuid.UUID:
    """A new UUIDv7 (RFC 9562): unique, and in the order of its making."""
    return uuid7()


def write_uid() -> str:
    """A new UUIDv7 as text, for a row that is only written: making no object of it costs a tenth."""
    return str(uuid_utils.uuid7())


class Identified(models.Model):
    """A row that outsiders may name: `uid` stands in every URL and export, `id` never does."""

    uid = models.UUIDField("id", default=make_uid, unique=True, editable=False)

    class Meta:
        abstract = True
