"""Which source a text belongs to: the one of its URL, or a new one with a slug of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import Max
from django.utils.text import slugify

from sources.models.publisher import Publisher
from sources.models.source import Source

SLUG_LENGTH = 80
TITLE_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is known of a text besides its words; what is empty is unknown and is not guessed."""

    publisher: Publisher | None = None
    title: str = ""
    url: str = ""
    kind: str = Source.Kind.UNKNOWN
    language: str = ""
    published_on: date | None = None
    reference: str = ""


NOTHING_KNOWN = Description()


@dataclass(slots=True, kw_only=True)
class Shelf:
    """The sources that texts of a batch may belong to, those that the batch adds included.

    by_url: by URL and the publisher's key; slugs: all that are taken; numbers: that of the last snapshot of
    each source that has some, by the object itself (`id`), since a source that is not written has no key.
    """

    by_url: dict[tuple[str, int | None], Source] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)
    numbers: dict[int, int] = field(default_factory=dict)
    _looked: dict[str, int] = field(default_factory=dict)
    """Of a stem, up to which number every slug is taken: what was looked for once is not looked for again."""

    def find_or_make(self, about: Description, title: str) -> Source:
        """The source of a description, not written yet where it is new."""
        key = (about.url, about.publisher.pk if about.publisher else None)
        if about.url and key in self.by_url:
            return self.by_url[key]
        source = make_source(about, title=title, slug=self.take_slug(find_stem(title)))
        if about.url:
            self.by_url[key] = source
        return source

    def take_slug(self, stem: str) -> str:
        """A slug that no source has yet: the stem, or the stem with the first free number."""
        number = self._looked.get(stem, 0) + 1
        while number_slug(stem, number) in self.slugs:
            number += 1
        self._looked[stem] = number
        slug = number_slug(stem, number)
        self.slugs.add(slug)
        return slug

    def count_up(self, source: Source) -> int:
        """The number of a source's next snapshot."""
        number = self.numbers.get(id(source), 0) + 1
        self.numbers[id(source)] = number
        return number


def number_slug(stem: str, number: int) -> str:
    """The slug that has a number: the first is the stem alone."""
    return stem if number == 1 else f"{stem}-{number}"


def find_stem(title: str) -> str:
    """What a source's slug begins with."""
    return slugify(title)[:SLUG_LENGTH].strip("-") or "source"


def make_source(about: Description, *, title: str, slug: str) -> Source:
    """A source as it is described, not written yet."""
    return Source(
        publisher=about.publisher,
        slug=slug,
        title=title,
        url=about.url,
        kind=about.kind,
        language=about.language,
        published_on=about.published_on,
        reference=about.reference,
    )


def find_sources(urls: Iterable[str]) -> dict[tuple[str, int | None], Source]:
    """The newest source of each URL and publisher."""
    rows = Source.objects.filter(url__in=set(urls) - {""}).order_by("id")
    return {(source.url, source.publisher_id): source for source in rows}


def find_last_numbers(sources: Iterable[Source]) -> dict[int, int]:
    """The number of the last snapshot of each source, by the object itself."""
    by_key = {source.pk: source for source in sources}
    rows = Source.objects.filter(pk__in=by_key).annotate(last=Max("snapshots__number"))
    return {id(by_key[key]): last or 0 for key, last in rows.values_list("pk", "last")}


def find_taken_slugs(stems: Sequence[str]) -> set[str]:
    """The slugs that are one of the stems, or one with a number, found by the index whatever the collation.

    Slugs that merely begin with a stem are not read: of "a" or "the" there may be a tenth of the record.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT taken.slug FROM unnest(%s::text[]) AS stem CROSS JOIN LATERAL "
            "(SELECT slug FROM sources_source WHERE slug = stem UNION ALL SELECT slug FROM sources_source "
            # Behind "stem-" the digits stand between 0 and the sign behind 9.
            "WHERE slug ~>=~ (stem || '-0') AND slug ~<~ (stem || '-:')) AS taken",
            [sorted(set(stems))],
        )
        return {slug for (slug,) in cursor.fetchall()}
