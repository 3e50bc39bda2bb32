"""Addresses that the admin links to begin as addresses of the web do."""

from django.db import migrations, models

WEB_ADDRESS = "^(https?|ftps?)://"


class Migration(migrations.Migration):
    """Refuses other addresses of sources and publishers; where there is one, it has to be mended first."""

    dependencies = [("sources", "0010_guards_look_past_temporary_tables")]

    operations = [
        migrations.AddConstraint(
            model_name="publisher",
            constraint=models.CheckConstraint(
                name="publisher_home_page_is_a_web_address",
                condition=models.Q(home_page="") | models.Q(home_page__iregex=WEB_ADDRESS),
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                name="source_url_is_a_web_address",
                condition=models.Q(url="") | models.Q(url__iregex=WEB_ADDRESS),
            ),
        ),
    ]
