"""Words that carry no meaning of their own: grammar, politeness, the talk around a question.

The list is closed on purpose. A word that is on no list stands in the way of a figure, because in
"turnover in the Court team" it is the word that matters.
"""

_GRAMMAR = """
    i me my mine myself we us you u ur he she her his him you're ive im id ill weve were theyre youve
    is are was be been being am isnt arent wasnt werent do does did done doing dont doesnt didnt
    can could cant couldnt might must should shouldnt would wouldnt wd cd shd
    get got getting gets give gives given giving gave gimme need needs needed needing needin want wants wanted wanting wanna
    know knows knowing let lets show shows showing tell tells telling find finding look looks looking looked see
    seeing check checking checked pull pulling pulled bring fetch say says saying said ask asks asking asked remind
    confirm confirms wonder wondering wondered help hope hoping think thinks thinking thought understand
    hear heard talk talking mention mentioned quote quoted read reading take taking taken took took put use
    what wat there here where how far much many of in on at to for from by as into onto within
    about around across through per via re off out so but if than too just only even still yet again ever
    already really very quite pretty actually basically roughly approx approximately generally currently presently
    recently exactly please pls plz plse kindly ta sorry hiya
    not be able have has had having will
    theres thats heres whats wheres theyd itd
    both either neither another other others
    something someone somebody anyone anybody everyone nobody people person folk folks
    because while whilst when
    ok okay oh ah um erm er hmm well yes yeah yep no nope right sure cool
    e g i e eg ie etc aka inc incl including excl excluding plus minus
    like such kind sort type types
    now today moment
    above below
    work works working worked
    count counted counting
    hold holds held holding
    stood stand standing stands sit sits sitting
    come came coming comes go goes going gone went
    run running runs ran
    happen happened happening happens
    become became
    keep keeps keeping kept
    seem seems seemed
    actual actually real true
    thing things stuff
    offering offered offer extra mo daft whether way em among amongst told tell meant mean
    item agenda mins minutes minute chair shortly high its
    round
    wud cud shud wot wat wen tho thru abt bout w b r n
    s t d m re ll ve
""".split()

_TALK = """
    quick question query qn q morning afternoon evening hi hello hey dear team all everyone muster bot mate
    urgent urgently asap fyi btw quickly quick one min minute sec second moment time
    figure figures number numbers data stat stats statistic statistics info information detail details
    update updates position picture level levels value values result results reading readings status state
    current latest recent report reports reported reporting paper papers pack packs slide slides deck board
    committee cabinet scrutiny note notes email councillor councillors cllr boss
    panel minister inspection dashboard spreadsheet return returns headline headlines
    publish published publishing publication printed print stated states given recorded record records
    available please thanks possible handy easy chance hand
    share shared send sends sending sent
    question answer answers answered reply
    bit lot few couple several little
    good morning
    main key single latest
    interested interesting curious struggling trying try tried unsure clear
    make makes made making
    reckon guess suppose believe
    compile compiling preparing prepare prep prepping write writing drafting draft
    drop ping shout line
    round
    used using
    exact precise total
    wise
    mind
    appreciate grateful
    pop
    chase chasing
    follow following
    include includes included
    regarding concerning respect terms relation regards regard
    describe described
    appear
    bear
    worth
    purpose purposes
    interest
    point points
    pp ppt
    ur urself
    lol haha
""".split()

_PHRASES = (
    "send me", "send us", "send over", "send the", "send it", "can you send", "can u send", "could you send", "please send", "pls send", "send through", "send across",
    "may i", "may we", "may i have", "if i may", "you may", "might i",
    "as of", "as at", "as it stands", "at the moment", "right now", "at present", "these days", "so far",
    "how many", "how much",
    "by any chance", "off the top of your head", "when you get a chance", "when you have a minute", "in your own time",
    "a quick one", "quick one", "one quick question", "for the", "with regard to", "in terms of", "in respect of", "in relation to",
    "sorry to bother you", "sorry to be a pain", "being a pain", "a pain", "pain", "no rush", "no worries", "first thing", "before the meeting",
    "kind regards", "best wishes", "many thanks in advance", "thanks in advance", "in advance",
    "i mean", "you know", "of course", "at all", "or so", "and so on", "or not", "or no",
    "do we have", "do you have", "have we got", "have you got", "did we have", "did they have", "are there", "is there", "were there", "was there", "there are", "there is", "there were",
    "who do i ask", "good afternoon all", "on board", "in hand", "to hand", "on hand", "on the books", "on our books", "on the go",
    "up to now", "to go with", "going into", "going by", "going on",
    "incl agency", "including agency", "agency included", "inc agency", "agency incl", "including agency staff", "agency staff included", "counting agency",
    "cabinet briefing", "briefing note", "for a briefing", "for the briefing", "briefing paper", "member briefing", "members briefing", "my briefing", "briefing pack",
    "for dmt", "for smt", "for slt", "for clt", "for cmt", "for dlt", "for the dmt", "for the smt", "for the slt", "for the clt", "at dmt", "at smt",
    "for tomorrow", "for tomorrows", "tomorrows cabinet", "for tomorrows cabinet briefing", "for tomorrows meeting", "for tomorrows briefing", "for tomorrows board", "tomorrows board", "before the meeting", "before my meeting", "at the mo", "a daft q", "daft question", "silly question", "stupid question", "in a meeting", "a meeting", "the meeting", "our meeting", "meeting",
    "per cent of", "in the", "of the",
)  # fmt: skip

FILLERS: frozenset[str] = frozenset((*_GRAMMAR, *_TALK, *_PHRASES))
