"""Words of change, of modality and of scope."""

from claims.extraction.vocabulary import phrases, words

RISES = words(
    """
    rose rise rises risen rising up grew grow grows grown growing growth increased increase increases
    increasing gained gain gains gaining climbed climb climbs climbing jumped jump jumps jumping soared
    soar soars soaring surged surge surges surging advanced advance advances higher raised raise raises
    raising added adding boosted boost boosts expanded expand expands doubled tripled rebounded rebound
    recovered rallied rally improved improvement strengthened accelerated spiked swelled swell upward
    widened widen widens widening double doubles doubling triple triples tripling treble trebled
    quadrupled quadruple lifted lift lifts lifting
    """
)
"""Words that say a value went up."""
FALLS = words(
    """
    fell fall falls fallen falling down dropped drop drops dropping declined decline declines declining
    decreased decrease decreases decreasing lost lose loses losing slid slide slides sliding slipped slip
    slips slipping plunged plunge plunges plunging plummeted plummeting tumbled tumble tumbles tumbling
    sank sink sinks sunk shed sheds shrank shrink shrunk lower lowered lowering cut cuts cutting reduced
    reduce reduces reducing reduction eased ease eases edged dipped dip dips slumped slump slumps
    contracted contraction weakened halved narrowed dived dove slowed downward halve halves
    """
)
"""Words that say a value went down."""

RISES_BEHIND = words(
    """
    higher up increase rise gain gains growth jump surge hike rebound rally improvement upward
    """
)
FALLS_BEHIND = words(
    "lower down decrease drop fall decline cut loss reduction slump slide dip plunge downward"
)
"""Nouns and adverbs of change behind a figure: "5% higher", "a 3 percent drop"."""

FORECASTS = words(
    """
    will would expect expects expected expecting forecast forecasts forecasted projected projects
    projection projections predict predicts predicted anticipate anticipates anticipated outlook likely
    set due poised prognosis pencilled penciled tipped seen
    """
)
TARGETS = words(
    """
    target targets targeted targeting aim aims aimed aiming goal goals plan plans planned planning pledge
    pledges pledged pledging promise promises promised commit commits committed seek seeks intends
    hopes hoped hoping objective quota seeking vow vows vowed vowing
    want wants wanting demanded
    """
)
ESTIMATES = words(
    """
    estimate estimates estimated estimating reckon reckons reckoned believe believes believed thought
    projected feared
    """
)
HYPOTHETICALS = words(
    "if could might may assuming suppose supposing hypothetical hypothetically unless whether"
)
DENIALS = words(
    """
    not never denied denies deny denying n't didn't doesn't don't isn't wasn't weren't aren't
    won't hasn't haven't no false refuted
    """
)
BOUNDED = words(
    """
    more less fewer than exceed exceeding later longer greater higher lower only just least under
    over
    """
)
"""Words behind "not" or "no" that make a comparator of it, and no denial."""
SCOPES = phrases(
    """
    many of|most of|some of|all of|half of|nearly all|almost all|only|just|merely|all|each of|a total of|
    an average of|on average|average|a record|record|a further|another|an additional|additional|even|
    a combined|combined
    """
)
"""Words right before a figure that narrow or widen what it is about."""
