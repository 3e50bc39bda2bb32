"""Words whose full stop usually does not end a sentence, and the words that say a new one begins.

English newspaper usage; keys are lower-case, without the last full stop.
"""

from enum import Enum, auto


class Abbreviation(Enum):
    """What has to follow for the full stop of an abbreviation to be the end of a sentence."""

    NEVER_LAST = auto()  # nothing: a name or an explanation always follows
    BEFORE_NUMBER = auto()  # anything but a number or a letter: else it is an ordinary word
    CLOCK = auto()  # any capital that is no day, month or zone
    OPENER_DECIDES = auto()  # a word that opens sentences


_NEVER_LAST_ANY_CASE = """
    e.g eg i.e ie cf viz vs v approx ca resp incl excl esp a.k.a aka c/o n.b q.v messrs mlle mme mr
    mrs ms msgr brig cmdr lt capt maj atty insp adm dr prof gov
"""
_NEVER_LAST_CAPITALISED = (
    "Amb Cdr Cmdr Cpl Cpt Det Gen Col Hon Pres Pte Pvt Rep Reps Rev Rt Sen Sens Sgt Spc Supt Ven"
)
_BEFORE_NUMBER = """
    no nos nr num vol vols fig figs art arts sec secs sect ch chap pt pts p pp para paras par eq eqs
    ex app tab ser ed eds cl reg regs rm apt ext lot bk ver rev rs rp ksh ush tsh sfr kshs ushs tshs shs
    gs afl min max
"""
_CLOCK = "a.m p.m am pm"
_OPENER_DECIDES_ANY_CASE = """
    etc al bros corp dept govt inst intl jr ltd sr llc mfg misc natl plc univ ph.d m.d d.phil b.sc
    m.sc esq gmbh hrs hr mins lbs lb oz kg km cm mm sq ft yr yrs bn mn tn assn assoc bldg ave blvd
"""
_OPENER_DECIDES_CAPITALISED = """
    Co Inc St Mt Ft Rd Ste Ctr Dist Div Est Org Tel Wm Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov
    Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind
    Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo
"""


def _spell_abbreviations() -> dict[str, Abbreviation]:
    """Spell every abbreviation as it may stand in a text: lower-case, Capitalised, UPPER-CASE."""
    table: dict[str, Abbreviation] = {}
    groups = (
        (_OPENER_DECIDES_CAPITALISED, Abbreviation.OPENER_DECIDES, False),
        (_OPENER_DECIDES_ANY_CASE, Abbreviation.OPENER_DECIDES, True),
        (_BEFORE_NUMBER, Abbreviation.BEFORE_NUMBER, True),
        (_CLOCK, Abbreviation.CLOCK, True),
        (_NEVER_LAST_CAPITALISED, Abbreviation.NEVER_LAST, False),
        (_NEVER_LAST_ANY_CASE, Abbreviation.NEVER_LAST, True),
    )
    for words, kind, any_case in groups:
        for word in words.split():
            table[word] = table[word.upper()] = kind
            if any_case:
                table[word[0].upper() + word[1:]] = kind
    return table


ABBREVIATIONS = _spell_abbreviations()

# Whole words that lists of abbreviations carry all the same: "in May. Prices rose".
_WHOLE_WORDS = """
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""
WHOLE_WORDS = frozenset(_WHOLE_WORDS.split())

# What may follow the clock inside a sentence: "5 p.m. Tuesday", "9 a.m. GMT".
_AFTER_CLOCK_WORDS = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
    July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Eastern Central Mountain Pacific GMT UTC EST EDT CST
    CDT MST MDT PST PDT ET CT PT BST CET CEST EET MSK IST JST HKT AEST
"""
AFTER_CLOCK = frozenset(_AFTER_CLOCK_WORDS.split())

# Words that open sentences and do not stand capitalised inside one.
_OPENERS_WORDS = """
    A About According After Again Also Although Among An And Another Any As At Because Before Both
    But By Can Could Despite Did Do Does During Either Even For From Furthermore Had Has Have He Her
    Here Hers His How However I If In Indeed Instead Is It Its Just Like Meanwhile Moreover My
    Neither Nevertheless Nor Nothing Now Of Often On Or Otherwise Our Perhaps Rather She Should
    Similarly Since So Some Such Than That The Their Then There Therefore These They This Those
    Though Through Thus To Together Until Upon Was We Were What When Where Whether Which While Who
    Whom Whose Why With Within Without Would Yet You Your
"""
OPENERS = frozenset(_OPENERS_WORDS.split())

# Words that open sentences but also stand in names ("U.S. First Lady"): they count before a lower-case word.
_OPENERS_BEFORE_LOWER_CASE_WORDS = """
    Activists All Analysts Authorities Critics Each Earlier Every Experts Few Finally First Further
    Last Later Many May Members Most Much Next No None Not Officials Once One Only Other Others Over
    People Police Recently Researchers Second Several Soon Still Third Three Today Tomorrow Two
    Under Yesterday
"""
OPENERS_BEFORE_LOWER_CASE = frozenset(_OPENERS_BEFORE_LOWER_CASE_WORDS.split())
