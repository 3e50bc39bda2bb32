"""Letters anywhere in a source's slug or reference are found by an index, where there is pg_trgm."""

from importlib import import_module

from django.db import migrations

index_letters = import_module("sources.migrations.0005_names_by_trigrams").index_letters


class Migration(migrations.Migration):
    """Adds the indexes."""

    dependencies = [("sources", "0006_sources_by_day")]

    operations = [
        index_letters("sources_source", "slug", "source_by_letters_of_slug"),
        index_letters("sources_source", "reference", "source_by_letters_of_reference"),
    ]
