"""Words of change, of modality and of scope."""

from types import MappingProxyType

from claims.extraction.vocabulary import phrases, words

RISES = words(
    """
    rose rise rises risen rising up grew grow grows grown growing growth increased increase increases
    increasing gained gain gains gaining climbed climb climbs climbing jumped jump jumps jumping soared
    soar soars soaring surged surge surges surging advanced advance advances higher raised raise raises
    raising added adding boosted boost boosts expanded expand expands doubled tripled rebounded rebound
    recovered rallied rally improved improvement strengthened accelerated spiked swelled swell upward
    widened widen widens widening double doubles doubling triple triples tripling treble trebled
    quadrupled quadruple lifted lift lifts lifting ballooned ballooning mushroomed rocketed rocketing
    leapt leaped leap leaps vaulted swollen snowballed hiked hike hikes hiking upped dearer rallying
    bounced bouncing recovering widening spiking swelling
    """
)
"""Words that say a value went up."""
NOT_UP = words(
    """
    make makes made making set sets setting take takes took taken taking give gives gave given giving
    pick picks picked picking sign signs signed signing call called end ends ended backs backed
    blew blow blown open opens opened show shows showed turn turns turned line lined buy buys bought
    buying snap snapped bring brought sum sums drew draw drawn put puts hold holds held locked lock use
    used split round rounded rack racked clock clocked chalk chalked cover covered own owned add adds
    catch caught sit stand stood eat eats ate eating soak soaks soaked swallow swallowed mop mopped
    """
)
"""Verbs that "up" belongs to without a change: "women make up a quarter"."""
NOT_DOWN = words(
    """
    shot shoot shoots shooting gunned break breaks broke broken shut shuts shutting close closes closed
    closing turn turns turned turning lay laid put knock knocked tear tore torn pull pulled hunt hunted
    track tracked strike struck burn burned burnt set sit sat stand step steps stepped stood
    mow mowed
    """
)
"""Verbs that "down" belongs to without a change: "shot down 40 drones"."""
FALLS = words(
    """
    fell fall falls fallen falling down dropped drop drops dropping declined decline declines declining
    decreased decrease decreases decreasing lost lose loses losing slid slide slides sliding slipped slip
    slips slipping plunged plunge plunges plunging plummeted plummeting tumbled tumble tumbles tumbling
    sank sink sinks sunk shed sheds shrank shrink shrunk lower lowered lowering cut cuts cutting reduced
    reduce reduces reducing reduction eased ease eases edged dipped dip dips slumped slump slumps
    contracted contraction weakened halved narrowed dived dove slowed downward halve halves trimmed trim
    trims trimming dwindled dwindle dwindles dwindling slashed slash slashes slashing collapsed collapse
    retreated retreat receded waned thinned crashed softened cooled moderated tumbling nosedived diminished
    shaved shave pared pare cratered cheaper slumping dipping sagged sag narrowing slowing decelerated
    """
)
"""Words that say a value went down."""

RISES_BEHIND = words(
    """
    higher up increase rise gain gains growth jump surge hike rebound rally improvement upward
    """
)
COMPARED = MappingProxyType(
    dict.fromkeys(words("more higher above dearer costlier larger bigger greater stronger"), "up")
    | dict.fromkeys(words("fewer less lower below cheaper smaller weaker"), "down")
)
"""Words behind a share that say how much more or less something is, with the way."""
FALLS_BEHIND = words(
    "lower down decrease drop fall decline cut loss reduction slump slide dip plunge downward"
)
"""Nouns and adverbs of change behind a figure: "5% higher", "a 3 percent drop"."""

FORECASTS = words(
    """
    will would expect expects expected expecting forecast forecasts forecasted projected projects
    projection projections predict predicts predicted anticipate anticipates anticipated outlook likely
    set due poised going prognosis pencilled penciled tipped seen see sees
    """
)
TARGETS = words(
    """
    target targets targeted targeting aim aims aimed aiming goal goals plan plans planned planning pledge
    pledges pledged pledging promise promises promised commit commits committed seek seeks intends
    hopes hoped hoping objective quota seeking vow vows vowed vowing
    want wants wanting demanded calling
    """
)
ESTIMATES = words(
    """
    estimate estimates estimated estimating reckon reckons reckoned believe believes believed thought
    feared
    """
)
HYPOTHETICALS = words(
    """
    if could might may assuming suppose supposing hypothetical hypothetically unless whether considering
    mulling risks
    """
)
REJECTIONS = words("rejected rejects rejecting dismissed dismisses dismissing disputed disputes")
"""Verbs that deny the reports and claims behind them."""
DENIALS = REJECTIONS | words(
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
