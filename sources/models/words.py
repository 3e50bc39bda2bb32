"""Search: rows by the words of their sentence, or by their name, the best of so many first.

The database keeps each sentence's stemmed words in a column of its own with an index (`sources` 0004). A
word that stands everywhere would have PostgreSQL rank millions of rows: only MOST_RANKED are looked at.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import BooleanField, DecimalField, F, Func, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Upper
from django.utils.text import smart_split

MOST_RANKED = 1_001
"""Matches that are ranked; who gets as many narrows the search down."""

ALIKE = 0.45
"""The share of trigrams that a word has in common with one it is like: PostgreSQL's own 0.6 misses a letter
in the middle of nine (Lindqvist, Lindquist: 0.54)."""

RANK = "_rank"
"""The name under which a matching row carries how well it fits."""

MATCHING = "SELECT id FROM sources_sentence WHERE words @@ websearch_to_tsquery('pg_catalog.english', %s)"

_Numeric = DecimalField(max_digits=20, decimal_places=6)


def match_words(rows: QuerySet[Any], text: str, *, sentence: str = "pk", quote: str = "") -> QuerySet[Any]:
    """The rows whose sentence has the words of a web search, such as `port -ship "at sea"`.

    sentence: the way to the sentence's key; quote: the column with words that count more than the rest.
    Earlier filters hold before the limit, so that a narrow search misses nothing; later ones only after it.
    """
    # A constant statement with its words as a parameter.
    matching = RawSQL(MATCHING, [text])  # noqa: S611
    matches = rows.filter(**{f"{sentence}__in": matching}).order_by().values("pk")[:MOST_RANKED]
    found = _take(rows.model._default_manager.all(), matches)
    rank: Any = _OwnRank(text) if sentence == "pk" else _rank_sentence(sentence, text)
    ranked: QuerySet[Any] = found.annotate(**{RANK: rank + _find_in(quote, text) if quote else rank})
    return ranked


def search_rows(
    rows: QuerySet[Any], text: str, *, sentences: Iterable[str] = (), lookups: Iterable[str] = ()
) -> QuerySet[Any]:
    """The rows with the words of a web search in a sentence, or that pass a lookup with each of the words.

    sentences: the ways to sentences' keys; lookups: such as `speaker__name__icontains`. Each way goes by its
    own index, which no `OR` over several tables can, and gives the first MOST_RANKED rows in the order of
    `rows`; so together they miss none of as many.
    """
    parts = [part for bit in smart_split(text) if (part := bit.strip("\"'"))]
    # A constant statement with its words as a parameter.
    matching = RawSQL(MATCHING, [text])  # noqa: S611
    tests = [Q((f"{sentence}__in", matching)) for sentence in sentences]
    if parts:
        tests += [Q(*((lookup, part) for part in parts)) for lookup in lookups]
    if not tests:
        return rows.none()
    first, *others = [rows.filter(test).values("pk")[:MOST_RANKED] for test in tests]
    return _take(rows, first.union(*others, all=True) if others else first)


def _take(rows: QuerySet[Any], keys: QuerySet[Any]) -> QuerySet[Any]:
    """The rows of a few keys, fetched one by one by their index."""
    # An array is made first and by itself; a subquery among a list's many joins may be made last.
    is_found = Func(
        F("pk"),
        ArraySubquery(keys),
        template="%(expressions)s)",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )
    return rows.filter(is_found)


def match_name(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """The rows with words in their name that are like the text, however it is misspelt, the most like first.

    Where the server has no pg_trgm, those with its letters in their name.
    """
    if not _prepare_trigrams():
        lettered: QuerySet[Any] = rows.filter(name__icontains=text)
        unranked: QuerySet[Any] = lettered.annotate(**{RANK: Value(Decimal(0), _Numeric)})
        return unranked
    names, searched = Upper("name"), Upper(Value(text))
    # By words in the name, and by the whole of it: a short word stands for a long name, and a name with a
    # fault in each of its words still looks the same.
    like = [
        Func(names, searched, template="(%(expressions)s)", arg_joiner=sign, output_field=BooleanField())
        for sign in (" %%> ", " %% ")
    ]
    matches = rows.filter(like[0] | like[1]).order_by().values("pk")[:MOST_RANKED]
    found = _take(rows.model._default_manager.all(), matches)
    ranked: QuerySet[Any] = found.annotate(
        **{RANK: _measure("word_similarity", searched, names) + _measure("similarity", searched, names)}
    )
    return ranked


def _measure(function: str, *texts: Any) -> Func:
    """How alike two texts are, from 0 to 1, with six digits."""
    return Func(*texts, template=f"round({function}(%(expressions)s)::numeric, 6)", output_field=_Numeric)


def _prepare_trigrams() -> bool:
    """Whether the server has pg_trgm, which is told here from where on words are alike."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false) "
            "FROM pg_extension WHERE extname = 'pg_trgm'",
            [str(ALIKE)],
        )
        return cursor.fetchone() is not None


class _OwnRank(Func):
    """How well a row of sentences fits by the words that stand in it: nothing is looked up a second time."""

    def __init__(self, text: str) -> None:
        """The key, by which the row's table is known in the statement, and the words."""
        super().__init__(F("pk"), Value(text), output_field=_Numeric)

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # the same for every database
        """The rank with six digits."""
        key, text = self.get_source_expressions()
        words = f"{compiler.quote_name_unless_alias(key.alias)}.words"
        query, parameters = compiler.compile(text)
        fit = f"ts_rank({words}, websearch_to_tsquery('pg_catalog.english', {query}))"
        return f"round({fit}::numeric, 6)", list(parameters)


def _rank_sentence(sentence: str, text: str) -> Func:
    """How often and how close together the words stand in the sentence, with six digits."""
    return Func(
        Value(text),
        F(sentence),
        template="(SELECT round(ts_rank(words, query)::numeric, 6) FROM sources_sentence AS ranked,"
        " websearch_to_tsquery('pg_catalog.english', %(expressions)s))",
        arg_joiner=") AS query WHERE ranked.id = (",
        output_field=_Numeric,
    )


def _find_in(column: str, text: str) -> Func:
    """1 where the words stand in the column itself, else 0."""
    return Func(
        F(column),
        Value(text),
        template="(to_tsvector('pg_catalog.english', %(expressions)s))::int::numeric",
        arg_joiner=") @@ websearch_to_tsquery('pg_catalog.english', ",
        output_field=_Numeric,
    )
