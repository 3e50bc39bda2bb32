"""Words that tell numbers of no quantity: labels, streets, sports, idioms."""

from claims.extraction.vocabulary import words

LABELS = words(
    """
    section chapter article page pages figure fig table step item items exhibit game week level
    category phase type class grade round channel unit highway route exit flight room gate lane
    stage episode part volume vol rule resolution law bill act title form tier zone district ward
    precinct platform number no nos nr nrs line appendix annex schedule clause paragraph para verse
    psalm lot booth apartment apt suite floor building block box bus runway terminal track model
    version release firmware seed area question problem exercise exercises slide lesson module group
    division league generation gen series mark mk stall hole sector camp cell ring pier bay dock
    hangar warehouse reactor regulation directive order decree amendment proposition prop measure
    interstate autoroute motorway junction jct lap heat set quarter world dorm ep season book act
    day pad seat scene pillar option cohort chart diagram courtroom reference ref note footnote endnote
    p pp size flat port error op opus extension ext
    """
)
"""Nouns whose number names one of a kind: "Section 3", "Game 7"."""

LOWER_LABELS = words(
    """
    section chapter article page pages figure fig table exhibit phase category type version number
    no nos nr nrs highway route exit appendix annex paragraph para clause verse vol volume channel
    flight resolution exercise exercises item step stage tier grade lot room gate platform junction
    interstate motorway level episode courtroom reference ref ward terminal footnote endnote flat port
    error op opus extension ext bus p pp
    """
)
"""Those that label without a capital letter too."""

STREETS = words(
    """
    street st road rd avenue ave av lane ln drive dr way boulevard blvd square sq court ct place pl
    terrace close crescent highway hwy parkway pkwy row mews rue calle strasse platz
    """
)
"""Last words of an address, and first words in other languages."""

SPORT_WORDS = words(
    """
    win wins won winning beat beats beaten beating lose loses lost losing loss draw draws drew drawn
    tie ties tied victory victories defeat defeats defeated lead leads led leading trail trails
    trailed down up ahead score scored scoreline record thrashing thrashed aggregate penalties match
    matches game games set sets final finals half-time goalless stalemate shutout rout routed vote
    voted decision ruling series playoff playoffs trailing downed edged rallied upset clash nil
    """
)
"""Words near a result."""

INDEXES = words(
    """
    ftse nasdaq sp russell nikkei cac dax asx stoxx fortune forbes topix hang dow csi ibex tsx ta
    nifty kospi
    """
)
"""Market indexes and rankings that bear a number as part of their name."""

SERIES = words(
    """
    iphone ipad ipod macbook playstation xbox kindle android ios windows photoshop chatgpt gpt airbus boeing
    cessna apollo voyager falcon covid formula ligue route interstate
    """
)
"""Products, craft and events whose names a number closes, with or without their capital: "my iphone 14"."""

STATISTICS = words(
    """
    sd se sem or rr hr irr aor ahr md smd wmd iqr auc icc nnt cfr ppv npv crp ldl hdl tsh psa egfr
    cpi pmi eps roe roa roce mae rmse snr gini
    """
)
"""Abbreviations in capitals of what a number without a unit measures: "HR 0.79"."""

PARAGRAPHS = frozenset("§¶")
CITATION_SIGNS = frozenset("#№§¶")

IDIOM_NOUNS = frozenset(
    {"day", "time", "point", "way", "thing", "hand", "stage", "sense", "side", "place", "go", "end", "moment"}
)
"""Nouns with which "one" may count nothing: "one day", "at one point"."""
