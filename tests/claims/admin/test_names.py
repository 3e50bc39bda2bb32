"""Names that people type in the admin."""

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from claims.models import Speaker, Statistic, Subject
from sources.models import Publisher


@pytest.mark.parametrize("model", [Publisher, Speaker, Statistic, Subject], ids=lambda model: model.__name__)
def test_hidden_character_is_told_beside_its_field(administrator: Client, model: type[Model]) -> None:
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")

    answer = administrator.post(address, {"name": "Old\u200b Port", "kind": "place"})

    assert answer.context["adminform"].form.errors["name"] == [
        "Character 4 is hidden (U+200B, ZERO WIDTH SPACE): “Old⟨U+200B⟩ Port”. Write it without that."
    ]
    assert not model._default_manager.exists()
