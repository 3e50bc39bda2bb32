"""Words that report speech and words that name people."""

from claims.extraction.vocabulary import words

SAYINGS = words(
    """
    said says say saying told tells added adds declared declares stated states announced announces
    emphasized emphasised emphasizes stressed stresses noted notes explained explains argued
    argues claimed claims reported reports revealed reveals warned warns reminded reminds
    continued continues expressed insisted insists acknowledged acknowledges admitted admits
    confirmed confirms pointed points cited cites disclosed discloses remarked remarks wrote
    writes recalled recalls concluded concludes testified maintained maintains commented comments
    estimated estimates predicted predicts conceded concedes found finds showed shows suggested
    suggests denied denies alleged alleges cautioned cautions asserted asserts contended contends
    complained complains replied countered lamented tweeted warn argue insist stress admit confirm
    caution show find suggest indicate indicates indicated allege contend concede acknowledge
    complain conclude reveal calculate calculates calculated joked answered answers responded responds
    clarified clarifies informed advised assured ruled rules agreed promised pledged vowed proposed
    recommended discovered hinted posted write claim called calls described describes
    spoke speaks
    """
)
"""Verbs that report what somebody said."""

THOUGHTS = words(
    """
    expect expects expected predict forecast forecasts forecasted anticipate anticipates anticipated
    believe believes believed reckon reckons reckoned fear feared think thinks thought suspect
    suspects suspected estimate pencilled penciled tipped
    """
)
"""Verbs that report what somebody holds to be so: they tell of what stands behind them alone."""
NOUNS_OF_THOUGHT = words("suspect suspects forecast forecasts estimate thought fear")
"""Those that are nouns too: only a name, a body or many may think them: no "murder" suspects."""
NO_THOUGHTS = words("of for is was are were has had been")
"""Words behind such a verb that make it a noun: "the bank's forecast of 40"."""

INVERTING = words(
    "informed said says added adds explained wrote noted warned argued insists argues warns explains"
)
"""Verbs that their subject may follow: "..., said Anna Berg"."""
INVERTING_QUOTES = words(
    """
    admitted admits announced boasted claimed claims commented complained conceded concluded confirmed
    continued declared insisted joked lamented observed recalled remarked replied reported stated
    tweeted
    """
)
"""Those that it follows behind a quotation mark alone: "confirmed cases" are no speech."""

FINDINGS = words("found finds find showed shows show suggested suggests suggest indicate indicates indicated")
"""Those that only the work of research says."""
STUDIES = words(
    """
    survey study report poll research analysis data figures census audit inquiry review statistics
    surveys studies reports polls results records documents filings polling memo memos paper papers
    bulletin dossier document letter leaflet briefing modelling figure breakdown tally filing statement
    assessment evaluation investigation inspection index tests trials estimates bulletins accounts
    """
)
"""What finds and shows."""

DOUBTFUL_SAYINGS = words(
    """
    claims reports notes states points comments estimates remarks continued continues maintained
    maintains cites cited wrote writes reported estimated
    """
)
"""Those that are also nouns or say other things: they need a subject that can speak right before them."""

CALLING = words("called calls described describes")
"""Those that say something only where they lead to a quotation."""
PASSIVES = words("told warned informed advised assured reminded")
"""Those that the speaker may follow behind "by": "were told by the ministry"."""
DENYING = words(
    """
    denied denies alleged alleges ruled rules agreed promised pledged vowed proposed recommended
    discovered hinted assured informed advised
    """
)
"""Those that say something only with "that", or with a verb: "denied losing"."""
BASES = words(
    """
    warn argue insist stress admit confirm caution say predict allege contend concede acknowledge
    complain conclude reveal calculate write claim
    """
)
"""Verbs that only many say: "Doctors warn"; behind "to" and "will" they say nothing yet."""
PRONOUNS = words("he she they who")
CIVIL_TITLES = words("mr mrs ms miss mister madam sir dame dr")
"""Titles that are left out of a name."""

RANKS = words(
    """
    brigadier general major colonel captain lieutenant sergeant commander admiral marshal corporal
    inspector superintendent president minister prime senator governor mayor judge justice
    professor prof chancellor ambassador secretary prince princess king queen pope bishop
    archbishop cardinal rabbi imam ayatollah sheikh sheriff detective deputy vice chief gen col
    capt lt sgt sen rep gov det supt insp cllr rev adm maj brig cmdr
    """
)
"""Titles of office that belong to a name as it is given."""

MILITARY = words(
    """
    brigadier general major colonel captain lieutenant sergeant commander admiral marshal corporal
    gen col capt lt sgt
    """
)
"""Ranks that open a name even in lower case."""

OFFICES = words(
    """
    president minister premier secretary director chairman chairwoman chair governor senator mayor
    ambassador chancellor deputy executive chief ceo commissioner representative spokesman spokeswoman
    spokesperson professor prof judge justice attorney prosecutor councilwoman councilman councilmember
    councillor congressman congresswoman alderman lawmaker treasurer speaker strategist economist analyst
    adviser advisor coordinator supervisor
    farmer teacher resident villager officer manager lawyer survivor driver witness worker organiser
    organizer founder owner author engineer nurse fisherman shopkeeper student campaigner researcher
    historian trader investigator firefighter paramedic passenger pilot skipper lifeguard ranger volunteer
    coach boss leader head veteran actor actress singer writer editor journalist reporter broadcaster
    curator surgeon doctor vet midwife headteacher headmaster principal lecturer trustee pensioner barrister
    solicitor magistrate coroner bystander neighbour neighbor activist scientist
    chemist physicist botanist conservationist environmentalist novelist columnist pharmacist dentist artist
    coun cyclist motorist tourist lobbyist oceanographer astronomer
    """
)
"""Offices that a person holds for a time: no part of the name behind them, as a rank is."""
POSTS = words(
    """
    sheriff maj capt sgt lt col captain major colonel sergeant lieutenant superintendent inspector det
    senator
    """
)
"""Ranks that a place or a body stands before: "Butte County Sheriff Anna Berg"."""
PORTFOLIOS = words(
    """
    exchequer state commerce industry industries trade defence defense health education finance justice
    agriculture labour labor transport energy interior affairs security treasury housing environment
    technology tourism culture sport sports planning development works power railways communications
    information welfare water science research affairs safety
    """
)
"""What an office is of: no part of the name behind it ("Secretary of State Anna Berg")."""
GENERALS = words("secretary director attorney consul governor inspector")
"""Offices that "general" follows, which is no rank there."""

ROLES = words(
    """
    chief official officials spokesman spokeswoman spokesperson minister president general
    director secretary head commander mayor executive ceo chairman chairwoman chair analyst
    officer manager governor senator ambassador representative representetive founder professor
    researcher scientist author economist doctor lawyer attorney coach captain leader prosecutor
    deputy envoy
    """
)
"""Nouns for a person in a role; "the chief" is whoever was named last."""

BODIES = words(
    """
    survey poll research census
    police company ministry government authorities agency bank court council union army firm group
    department university institute organisation organization commission committee board office
    bureau association party team study report survey researchers scientists analysts economists
    officials prosecutors lawyers experts investigators witnesses doctors sources media newspaper
    regulator watchdog airline carmaker retailer authority administration service federation charity union
    unions hospital university college parliament court fund foundation network operator manufacturer
    developer insurer lender brewer club league
    television radio broadcaster channel magazine daily website outlet directorate centre center coastguard
    brigade forces embassy consulate secretariat navy taskforce society alliance coalition congress senate
    county city state cabinet tribunal trust academy treasury staff management
    """
)
"""Nouns for those who speak without a name."""

PARTICLES = words("de da di del della van von der den bin ibn al el la le du dos san st abu")
"""Small words inside a name."""

ADVERBS = words(
    """
    also has have had initially originally then finally later further again earlier thus recently
    reportedly once only meanwhile however instead still now today separately previously
    and but
    already repeatedly publicly privately long often always formally officially openly frequently
    consistently subsequently additionally similarly bluntly flatly simply immediately jokingly since just
    here there
    """
)
"""Words between a subject and its verb."""
NOT_NAMES = words(
    """
    the a an this that these those he she it they we i you in on at by for from with as but and or
    if when while after before since during although because so yet however meanwhile today
    yesterday monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december there here what who which how
    why where then now according also still our their his her its my your struggling embattled troubled
    ailing former outgoing rival fellow nobody no none
    """
)
"""Words that start with a capital at the start of a sentence, and days and months: no part of a name."""
