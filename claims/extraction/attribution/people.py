"""Names of people and bodies in a sentence, and the register of those that a text has named."""

from claims.extraction.attribution.tables import (
    BODIES,
    CIVIL_TITLES,
    GENERALS,
    MILITARY,
    NOT_NAMES,
    OFFICES,
    PARTICLES,
    PORTFOLIOS,
    POSTS,
    RANKS,
)
from claims.extraction.tokens import Tokens, lower, tokenise
from claims.extraction.vocabulary import words

LONGEST_NAME = 10
MOST_NAMES = 500
"""Names kept on the register; the oldest go first, so that reading stays linear."""
MOST_SENTENCES = 3
"""Sentences back in which a person may be told whom "he" means."""
OFFICE_REACH = 6
SHORTENED = frozenset({"corp", "inc", "co", "ltd", "jr", "sr", "plc", "llc", "bros"})
"""Words that a name may end with and a full stop."""
REACH = 50_000
"""Characters before a speaker that are searched for the full name."""
LINE = 100
SIGNS_BEHIND = frozenset({",", " ", "'", "’", "."})
SCIENCES = "ologist"
"""How many professions end: "Geologist Anna Berg"."""
QUARTERS = frozenset(
    {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"}
)
OWNED = 3
OWNERS = ("'s", "’s")
MANY_OWNERS = words("people's women's men's children's king's queen's people’s women’s men’s children’s")
BODY_WORDS = words(
    """
    international national global royal general democratic liberation sporting investors research rights
    health bank party school church house office restaurant stores store foods
    """
)
"""Words that make a body of two behind an owner: "Sotheby's International Realty"."""
LINKS = frozenset({"of", "for", "and", "&", "the"})


def is_name_word(tokens: Tokens, index: int) -> bool:
    """Whether a token may stand in a name: capitalised, and no word that is so only by its place."""
    word = tokens.words[index]
    return tokens.is_capitalised(index) and word[:1].isalpha() and word not in NOT_NAMES


def read_name_before(tokens: Tokens, end: int) -> tuple[str, int]:
    """The name that ends before a token, with its rank, and where it starts; ("", end) when none does."""
    if tokens.words[end - 1] == "." and tokens.words[end - 2] in SHORTENED and end > 1:
        end -= 1  # "UAL Corp., the airline, said"
    first = end
    while first > end - LONGEST_NAME and first > 0 and _continues_before(tokens, first - 1, end):
        first -= 1
    while first < end and (tokens.words[first] in PARTICLES or tokens.words[first] in {".", "-"}):
        first += 1
    first = _skip_portfolio(tokens, first, end)
    first = next((step for step in range(first + 1, end - 1) if _opens_rank(tokens, step)), first)
    first += _is_owned(tokens, first, end)
    return (_spell(tokens, first, end), first) if first < end else ("", end)


def _opens_rank(tokens: Tokens, index: int) -> bool:
    """Whether a rank opens a name behind a place or a body: "Butte County Sheriff Anna Berg"."""
    return tokens.words[index] in POSTS and tokens.words[index - 1] not in RANKS


def _is_owned(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a person stands behind an owner: "Norland's Anna Berg", no "People's Democratic Party"."""
    owner = tokens.words[first]
    person = end - first == OWNED and owner.endswith(OWNERS) and owner not in MANY_OWNERS
    return person and (BODIES | BODY_WORDS).isdisjoint(tokens.words[first + 1 : end])


def _skip_portfolio(tokens: Tokens, first: int, end: int) -> int:
    """Past what an office is of, before a name: "Minister of Trade and Industry Anna Berg"."""
    if first >= end - 2 or tokens.words[first] not in PORTFOLIOS or tokens.words[first - 1] not in LINKS:
        return first
    return first if OFFICES.isdisjoint(tokens.words[max(0, first - OFFICE_REACH) : first]) else first + 1


def _continues_before(tokens: Tokens, index: int, end: int) -> bool:
    word = tokens.words[index]
    if is_name_word(tokens, index):
        return True
    if index == end - 1:
        return False
    if word == ".":
        return len(tokens.words[index - 1]) == 1 or tokens.words[index - 1] in CIVIL_TITLES | RANKS
    if word == "-":
        return tokens.is_glued(index) and tokens.is_glued(index + 1)
    if word == "&":
        return is_name_word(tokens, index - 1)
    return word in PARTICLES or word in MILITARY


def read_name_after(tokens: Tokens, index: int) -> tuple[str, int]:
    """The name that starts at a token and the token behind it; ("", index) when none does."""
    end = index
    while end < index + LONGEST_NAME and _continues_after(tokens, end, index):
        end += 1
    while end > index and (tokens.words[end - 1] in PARTICLES or tokens.words[end - 1] in {".", "-"}):
        end -= 1
    if not any(is_name_word(tokens, step) for step in range(index, end)):
        return "", index
    return _spell(tokens, index, end), end


def _continues_after(tokens: Tokens, index: int, first: int) -> bool:
    word = tokens.words[index]
    if is_name_word(tokens, index) or word in MILITARY:
        return True
    if index == first:
        return False
    if word == ".":
        return len(tokens.words[index - 1]) == 1 or tokens.words[index - 1] in CIVIL_TITLES | RANKS
    if word == "-":
        return tokens.is_glued(index) and tokens.is_glued(index + 1)
    return word in PARTICLES and is_name_word(tokens, index + 1)


def read_body_after(tokens: Tokens, index: int) -> tuple[str, int]:
    """A body's name with its small words: "the Ministry of Health", "Johnson & Johnson"."""
    name, end = read_name_after(tokens, index)
    while (
        name
        and tokens.words[end] in LINKS
        and is_name_word(tokens, end + 1 + (tokens.words[end + 1] == "the"))
    ):
        _, end = read_name_after(tokens, end + 1 + (tokens.words[end + 1] == "the"))
    return (_spell(tokens, index, end), end) if name else ("", index)


def _spell(tokens: Tokens, first: int, end: int) -> str:
    """A name as written, without civil titles and offices, its ranks with capitals."""
    first = _skip_office(tokens, first, end)
    while first < end and (tokens.words[first] in CIVIL_TITLES or tokens.words[first] == "."):
        first += 1
    if first >= end:
        return ""
    written = tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
    return " ".join(word.capitalize() if word in MILITARY else word for word in written.split())


def _skip_office(tokens: Tokens, first: int, end: int) -> int:
    """Past the office before a name: "Secretary General Anna Berg"; an office alone stands for the name."""
    if (
        tokens.words[first] == "general"
        and tokens.words[first - 1 - (tokens.words[first - 1] == "-")] in GENERALS
    ):
        first += 1
    for index in range(end - 1, first - 1, -1):
        if tokens.words[index] in OFFICES or tokens.words[index].endswith(SCIENCES):
            step = index + 1 + (tokens.words[index + 1] == "-")
            step += tokens.words[index] in GENERALS and tokens.words[step] == "general"
            return step if step < end and is_name_word(tokens, step) else first
    return first


def fold(name: str) -> str:
    """A name's letters alone, in lower case: "Boon Waat" and "BOONWAAT" are the same."""
    return "".join(letter for letter in name.lower() if letter.isalnum())


class Register:
    """The people a text has named so far: later short forms find the fullest one.

    last: who spoke last, for a later "he". body: the body that did, for a later "it"; group: the many or the
    body that did, for a later "they".
    before: the last sentences, whose subjects "he" and "it" may mean; has_spoken: whether somebody
    has spoken in the last one.
    """

    def __init__(self) -> None:
        """Start with nobody."""
        self._names: list[tuple[str, str]] = []
        self._roles: dict[str, str] = {}
        self.last = ""
        self.body = ""
        self.group = ""
        self.before: list[Tokens] = []
        self.has_spoken = False

    def add(self, name: str) -> str:
        """Note a name as the last speaker's; its fullest form so far."""
        full = self.resolve(name)
        if full == name and all(known != name for _, known in self._names):
            self._names.append((fold(name), name))
            if len(self._names) > MOST_NAMES:
                del self._names[0]
        if full.lower() in BODIES:
            self.body = full
        else:
            self.last, self.body = full, ""
        return full

    def add_source(self, source: str) -> str:
        """Note whom "according to" names, a person or a body; the fullest form so far."""
        full = self.resolve(source)
        if " " in full and full.istitle() and " Of " not in full.title():
            return self.add(source)
        self.body = full
        return full

    def pass_on(self, tokens: Tokens, *, has_spoken: bool) -> None:
        """Note a sentence that has been read."""
        self.before = [tokens, *self.before[: MOST_SENTENCES - 1]]
        self.has_spoken = has_spoken

    def note(self, name: str) -> None:
        """Note a name that was only mentioned."""
        last, mentioned = self.last, self.add(name)
        self.last = last or mentioned

    def note_role(self, role: str, name: str) -> None:
        """Note whose role it is: "Interpol secretary general, Mr. Jürgen Stock"."""
        self._roles.setdefault(_fold_role(role), self.resolve(name))

    def resolve_role(self, speaker: str) -> str:
        """The name of the one in a role, or the speaker as given."""
        return self._roles.get(_fold_role(speaker), speaker) if self._roles else speaker

    def find_role(self, role: str) -> str:
        """The name of the one in a role, or ""."""
        return self._roles.get(_fold_role(role), "") if self._roles else ""

    def resolve(self, name: str) -> str:
        """The fullest name on record that ends alike, or the name itself."""
        short = fold(_drop_ranks(name))
        if not short:
            return name
        titled = name.partition(" ")[0].lower() in RANKS
        for folded, known in self._names:
            if folded.endswith(short) and len(known) >= len(name):
                return known
            if titled and known.startswith(name) and known[len(name) : len(name) + 1] == " ":
                return known
        return name


def find_full_name(text: str, end: int, name: str) -> str:
    """The first full form of a one-word name in the text before an offset: "Anna Berg" for "Berg"."""
    start = text.find(name, max(0, end - REACH), end)
    for _ in range(LONGEST_NAME):
        if start < 0:
            break
        line = max(text.rfind("\n", 0, start) + 1, start - LINE)
        stretch = text[line : start + len(name)]
        tokens = tokenise(stretch, lower(stretch), 0, len(stretch))
        full, _ = read_name_before(tokens, tokens.count)
        if text[start + len(name) : start + len(name) + 1] in SIGNS_BEHIND and _is_full(full, name):
            return full
        start = text.find(name, start + 1, end)
    return ""


def _is_full(full: str, name: str) -> bool:
    """Whether a longer form adds first names, no abbreviation of a body and no quarter of a place."""
    added = full.removesuffix(name).split()
    return full.endswith(f" {name}") and not any(
        (len(word) > 1 and word.isupper()) or word.lower() in QUARTERS for word in added
    )


def _fold_role(role: str) -> str:
    """A role's letters without the article: "the chief of police", "chief of police"."""
    words = role.lower().split()
    return fold("".join(words[words[0] in {"the", "a", "an"} :])) if words else ""


def _drop_ranks(name: str) -> str:
    return " ".join(word for word in name.split() if word.lower().strip(".") not in RANKS)
