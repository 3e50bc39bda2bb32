"""Letters anywhere in the name of a speaker, subject or statistic are found by an index, where there is pg_trgm."""

from importlib import import_module

from django.db import migrations

index_letters = import_module("sources.migrations.0005_names_by_trigrams").index_letters


class Migration(migrations.Migration):
    """Adds the indexes."""

    dependencies = [("claims", "0015_claims_by_change"), ("sources", "0005_names_by_trigrams")]

    operations = [
        index_letters("claims_speaker", "name", "speaker_by_letters"),
        index_letters("claims_subject", "name", "subject_by_letters"),
        index_letters("claims_statistic", "name", "statistic_by_letters"),
    ]
