"""What the triggers of guards and of the audit trail read and write are the record's own tables."""

from django.db import migrations

# A session looks for a name among its temporary tables first: with one called claims_review it would show the
# guards reviews that there are not, and have events written where nobody reads them.
LOOK_PAST = """
DO $$
DECLARE
    guard regprocedure;
BEGIN
    FOR guard IN
        SELECT DISTINCT p.oid::regprocedure FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE NOT t.tgisinternal AND p.pronamespace = current_schema()::regnamespace
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', guard, current_schema());
    END LOOP;
END $$
"""


def look_past_temporary_tables() -> migrations.RunSQL:
    """The operation that has every function of a trigger look for tables in the record's schema first.

    A function that is made or written anew has it no longer: end a migration that does so with this.
    """
    return migrations.RunSQL(LOOK_PAST, migrations.RunSQL.noop)


class Migration(migrations.Migration):
    """Fixes where the triggers' functions look for tables; going back leaves it."""

    dependencies = [("sources", "0009_when_changed_last")]

    operations = [look_past_temporary_tables()]
