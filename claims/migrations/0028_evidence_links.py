"""Links of evidence begin as addresses of the web do."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Refuses other links; evidence is never changed, and none was taken but through a check of its own."""

    dependencies = [("claims", "0027_guards_look_past_temporary_tables"), ("sources", "0011_web_addresses")]

    operations = [
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                name="evidence_link_is_a_web_address",
                condition=models.Q(link="") | models.Q(link__iregex="^(https?|ftps?)://"),
            ),
        ),
    ]
