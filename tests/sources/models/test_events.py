"""The audit trail of publishers and sources."""

import pytest

from sources.models import Publisher, PublisherEvent, Source, SourceEvent
from tests.builders import make_publisher, make_source

pytestmark = pytest.mark.django_db


def test_a_renamed_publisher_is_kept_under_its_old_name() -> None:
    publisher = make_publisher("Harbour Board")
    Publisher.objects.filter(pk=publisher.pk).update(name="Port Authority")
    told = PublisherEvent._default_manager.values_list("pgh_label", "pgh_obj", "name")
    assert list(told) == [("update", publisher.pk, "Harbour Board")]


def test_a_deleted_source_is_kept_with_its_publisher() -> None:
    source = make_source("harbour-2019")
    key, publisher = source.pk, source.publisher_id
    Source.objects.filter(pk=key).delete()
    told = SourceEvent._default_manager.values_list("pgh_label", "pgh_obj", "slug", "publisher")
    assert list(told) == [("delete", key, "harbour-2019", publisher)]
