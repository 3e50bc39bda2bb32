"""What extraction finds: figures with their dispositions, and what the claiming ones assert.

Named tuples: a frozen dataclass takes three times as long to make, a tenth of all reading.
"""

from typing import NamedTuple

from claims.codelists import Change, Disposition, Modality, Voice
from claims.measures.periods import Period
from claims.measures.quantity import Quantity


class Assertion(NamedTuple):
    """What a figure claims: a quantity of something, for a period, said by somebody.

    noun: what is counted or measured, as written ("member countries"), or "".
    quote_start, quote_end: the words that state it: a span that holds the figure, within its sentence.
    denominator: what a share or a rate is of ("its workforce", "share"), or "".
    scope: words right before it that narrow or widen it ("only", "many of"), or "".
    speaker: the person or body the text attributes it to, by the fullest name the text gives, or "".
    """

    quantity: Quantity
    quote_start: int
    quote_end: int
    noun: str = ""
    denominator: str = ""
    period: Period | None = None
    speaker: str = ""
    voice: Voice = Voice.OWN
    change: Change = Change.NONE
    modality: Modality = Modality.STATED
    scope: str = ""


class FoundFigure(NamedTuple):
    """One numeric expression of a text: `text[start:end] == surface`, in code points.

    rule: the name of the rule that decided the disposition, stable between runs.
    assertion: what it claims; there exactly when the disposition is CLAIM.
    """

    start: int
    end: int
    surface: str
    disposition: Disposition
    rule: str
    assertion: Assertion | None = None
