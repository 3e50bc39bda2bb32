"""Made-up news items, a different one for each number."""

import random

SUBJECTS = ("harbour", "market", "hospital", "school", "ferry", "power plant", "library", "airport", "mill")
PLACES = ("Nordby", "Vesthavn", "Karlsund", "Eikdal", "Fosnes", "Holmvik", "Sandøya", "Tindra")
PEOPLE = ("Ida Lund", "Per Moe", "Anna Berg", "Jon Dahl", "Kari Vik", "Lars Hauge")
PLAIN = (
    "The council of {place} met again about the {subject} and put the matter off.",
    "Residents of {place} have waited for the {subject} since spring.",
    "A spokesperson of the {subject} would not say who pays.",
)
COUNTED = (
    "The {subject} of {place} served {count:,} people in {year}.",
    "About {share} percent of them came from outside, {person} said.",
    "Work on the {subject} cost {count:,} euros, more than {share} million below the plan.",
    "{person} expects {count:,} visitors by {year}.",
)


def write_article(number: int) -> bytes:
    """A headline and twenty sentences, half of them with figures."""
    pick = random.Random(number)

    def fill(template: str) -> str:
        return template.format(
            subject=pick.choice(SUBJECTS),
            place=pick.choice(PLACES),
            person=pick.choice(PEOPLE),
            count=pick.randint(1_000, 9_000_000),
            share=pick.randint(2, 98),
            year=pick.randint(1990, 2026),
        )

    sentences = [fill(pick.choice(COUNTED if place % 2 else PLAIN)) for place in range(20)]
    paragraphs = (" ".join(sentences[start : start + 4]) for start in range(0, 20, 4))
    return "\n\n".join([f"Report {number} from {pick.choice(PLACES)}", *paragraphs]).encode()
