"""Values that are stated in different units of one measure compare: the database keeps each in the base unit.

The conversions are those of `claims.measures.units` as they were when this was written. Where that table changes,
a new migration replaces the function `claims_units` and has the claims computed anew (decision 12).
"""

from importlib import import_module
from pathlib import Path

from django.contrib.postgres.fields import BigIntegerRangeField, DecimalRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import migrations, models

from claims.models.numbers import NumericField

ignore_no_trigger = import_module("sources.migrations.0003_audit").ignore_no_trigger

TABLE = (Path(__file__).parent / "units_1.json").read_text()
"""Each simple unit with its measure, multiplier, addend and divisor, dimension and symbol."""

# Bodies of the SQL standard's form are bound to what they call when they are made: no search path changes that.
UNITS = f"""
CREATE FUNCTION claims_units() RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN '{TABLE}'::jsonb
"""

MEASURE = """
CREATE FUNCTION claims_measure(unit text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN claims_units() ? unit THEN claims_units() -> unit ->> 0
        WHEN strpos(unit, '/') = 0 THEN unit
        ELSE coalesce(claims_units() -> split_part(unit, '/', 1) ->> 0, split_part(unit, '/', 1)) || '/'
            || coalesce(claims_units() -> substr(unit, strpos(unit, '/') + 1) ->> 0, substr(unit, strpos(unit, '/') + 1))
    END
"""

BASE = """
CREATE FUNCTION claims_base(stated numeric, unit text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN claims_units() ? unit THEN
            (stated * (claims_units() -> unit ->> 1)::numeric + (claims_units() -> unit ->> 2)::numeric)
            / (claims_units() -> unit ->> 3)::numeric
        WHEN strpos(unit, '/') = 0 THEN stated
        ELSE stated * coalesce((claims_units() -> split_part(unit, '/', 1) ->> 1)::numeric, 1)
            * coalesce((claims_units() -> substr(unit, strpos(unit, '/') + 1) ->> 3)::numeric, 1)
            / coalesce((claims_units() -> split_part(unit, '/', 1) ->> 3)::numeric, 1)
            / coalesce((claims_units() -> substr(unit, strpos(unit, '/') + 1) ->> 1)::numeric, 1)
    END
"""

UNIT = """
CREATE FUNCTION claims_unit(code text) RETURNS json LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN code = '' THEN NULL
        WHEN claims_units() ? code THEN json_build_object('code', code,
            'dimension', claims_units() -> code ->> 4, 'symbol', claims_units() -> code ->> 5)
        WHEN claims_units() ? split_part(code, '/', 1) AND code LIKE '%/_%' THEN json_build_object('code', code,
            'dimension', 'rate', 'symbol', (claims_units() -> split_part(code, '/', 1) ->> 5) || '/'
            || coalesce(claims_units() -> substr(code, strpos(code, '/') + 1) ->> 5, substr(code, strpos(code, '/') + 1)))
        ELSE json_build_object('code', code, 'dimension', '', 'symbol', code)
    END
"""


def convert(bound: str) -> models.Func:
    """A bound in the base unit."""
    return models.Func(models.F(bound), models.F("unit"), function="claims_base", output_field=NumericField())


def make_range(bounds: str) -> models.Func:
    """Both bounds as a range, inclusive as the brackets say."""
    return models.Func(convert("low"), convert("high"), models.Value(bounds), function="numrange")


BASE_VALUE = models.Case(
    models.When(low__isnull=True, high__isnull=True, then=models.Value(None)),
    models.When(low_inclusive=True, high_inclusive=True, then=make_range("[]")),
    models.When(low_inclusive=True, then=make_range("[)")),
    models.When(high_inclusive=True, then=make_range("(]")),
    default=make_range("()"),
    output_field=DecimalRangeField(),
)

MEASURE_KEY = models.Func(
    models.F("measure"),
    template="int8range(hashtextextended(%(expressions)s, 0), hashtextextended(%(expressions)s, 0), '[]')",
    output_field=BigIntegerRangeField(),
)


class Migration(migrations.Migration):
    """Adds the measure and the value in its base unit, and the index that finds claims by both."""

    dependencies = [("claims", "0013_calibration")]

    operations = [
        migrations.RunSQL(UNITS, "DROP FUNCTION claims_units()"),
        migrations.RunSQL(MEASURE, "DROP FUNCTION claims_measure(text)"),
        migrations.RunSQL(BASE, "DROP FUNCTION claims_base(numeric, text)"),
        migrations.RunSQL(UNIT, "DROP FUNCTION claims_unit(text)"),
        migrations.AddField(
            "claim",
            "measure",
            models.GeneratedField(
                expression=models.Func(models.F("unit"), function="claims_measure"),
                output_field=models.TextField(),
                db_persist=True,
            ),
        ),
        migrations.AddField(
            "claim",
            "base_value",
            models.GeneratedField(
                expression=BASE_VALUE, output_field=DecimalRangeField(), db_persist=True, null=True
            ),
        ),
        migrations.AddIndex("claim", GistIndex(MEASURE_KEY, models.F("base_value"), name="claim_by_measure")),
        migrations.AddIndex(
            "claim",
            models.Index(
                models.F("measure"),
                models.OrderBy(models.F("base_value__startswith"), nulls_first=True),
                models.F("id"),
                name="claim_by_size",
            ),
        ),
        ignore_no_trigger(),
    ]
