"""Letters anywhere in a reason, rationale, link or note are found by an index, where there is pg_trgm."""

from importlib import import_module

from django.db import migrations

index_letters = import_module("sources.migrations.0005_names_by_trigrams").index_letters


class Migration(migrations.Migration):
    """Adds the indexes."""

    dependencies = [("claims", "0017_indexes_of_the_first_page"), ("sources", "0005_names_by_trigrams")]

    operations = [
        index_letters("claims_review", "reason", "review_by_letters"),
        index_letters("claims_verdict", "rationale", "verdict_by_letters"),
        index_letters("claims_evidence", "link", "evidence_by_letters_of_link"),
        index_letters("claims_evidence", "note", "evidence_by_letters_of_note"),
    ]
