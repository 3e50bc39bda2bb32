"""What extraction finds: figures with their dispositions, and what the claiming ones assert."""

from dataclasses import dataclass

from claims.codelists import Change, Disposition, Modality, Voice
from claims.measures.periods import Period
from claims.measures.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """What a figure claims: a quantity of something, for a period, said by somebody.

    noun: what is counted or measured, as written ("member countries"), or "".
    quote_start, quote_end: the words that state it: a span that holds the figure, within its sentence.
    denominator: what a share or a rate is of ("its workforce", "share"), or "".
    scope: words right before it that narrow or widen it ("only", "many of"), or "".
    speaker: the person or body the text attributes it to, by the fullest name the text gives, or "".
    """

    quantity: Quantity
    noun: str = ""
    denominator: str = ""
    quote_start: int
    quote_end: int
    period: Period | None = None
    speaker: str = ""
    voice: Voice = Voice.OWN
    change: Change = Change.NONE
    modality: Modality = Modality.STATED
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
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
