"""Code lists shared by findings and rows (a code list in the sense of SDMX: the values a field may take)."""

from enum import StrEnum


class Kind(StrEnum):
    """Whether a claim states a number or only a fact in words."""

    NUMERIC = "numeric"
    FACTUAL = "factual"


class Disposition(StrEnum):
    """What a figure in a text turned out to be; every figure has exactly one."""

    CLAIM = "claim"  # it states a quantity: a claim is proposed
    DATE = "date"  # a day, month, year or span of years
    TIME = "time"  # a time of day
    ORDINAL = "ordinal"  # a place in an order: "6th", "first"
    NAME = "name"  # part of a name: "EC3", "Programme 2015-2019", "iPhone 14"
    PRONOUN = "pronoun"  # "one of the members", "the one that"
    IDIOM = "idiom"  # a number word in a phrase that counts nothing: "at one point", "back to square one"
    SCORE = "score"  # a result: "2-1", "6-4, 7-5"
    IDENTIFIER = "identifier"  # a code, phone number, address, version, reference number
    LABEL = "label"  # a number that marks a place in the text: "(1)", "Section 3", "No. 5"
    FURNITURE = "furniture"  # page furniture: print links, view counts, story numbers
    UNREADABLE = "unreadable"  # a number past the limits of what the record holds: 10^100 and beyond


class Voice(StrEnum):
    """How the text gives the speaker's words."""

    QUOTE = "quote"  # in quotation marks
    PARAPHRASE = "paraphrase"  # attributed, in the writer's words
    OWN = "own"  # the text's own statement, nobody named
    HEADLINE = "headline"  # in a headline, nobody named


class Change(StrEnum):
    """Which way a value went, and whether the figure is the amount, the end or the start of it."""

    NONE = ""
    UP_BY = "up by"
    UP_TO = "up to"
    UP_FROM = "up from"
    DOWN_BY = "down by"
    DOWN_TO = "down to"
    DOWN_FROM = "down from"


class Modality(StrEnum):
    """Whether the text states a figure as a fact, or how else."""

    STATED = "stated"
    FORECAST = "forecast"
    TARGET = "target"
    ESTIMATE = "estimate"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
