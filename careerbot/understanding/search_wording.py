"""What people say to a search beside its figures: more, start over, forget the pay, that is fine; and whom they ask for."""

from __future__ import annotations

import re

from careerbot.knowledge import places
from careerbot.understanding.wording import pattern

START_OVER = pattern(
    r"\b(?:start|begin) (?:the search |the whole thing )?(?:over|again|anew|fresh|from scratch)(?: from (?:scratch|zero))?\b",
    r"\b(?:a )?new search\b",
    r"\bclear (?:the search|all|everything|filters?)\b",
    r"\breset (?:the search|all|filters?)\b",
    r"\b(?:forget|ignore|drop|scrap|scratch|disregard|remove|delete|never ?mind)(?: about)? (?:all|everything)"
    r"(?: (?:of )?(?:that|this|those|these|them|it|the above|the rest|(?:the |my )?(?:filters?|limits?|constraints?|conditions?|"
    r"criteria)))?"
    r"(?: i(?:'ve| have)? (?:just )?(?:said|asked(?: for)?|told you))?(?= please|\s*(?:[.,;:!?]|$)| (?:and|now|instead|then|so|show|"
    r"find|give|"
    r"search|look|jobs?|careers?|work|i|let's|lets|just)\b)",
    # Somebody who asks for one person after the other speaks of another one now.
    r"^\W*(?:(?:ok|okay|and|now|so|the|my|our) )*(?:next|another|first|second|third|fourth|fifth|last|other|new) "
    r"(?:student|pupil|kid|child|client|patient|person|teen(?:ager)?|case)\b(?! (?:job|career|year))",
)
MORE = pattern(
    r"^\W*(?:show |give |tell |list )?(?:me |us )?(?:some |any |a few |five |the )?(?:more|"
    r"others?|next(?: (?:ones?|page|five|5))?|further)(?: (?:of (?:them|those|these)|please|"
    r"careers|jobs|ones|options|results|hits|pls|like (?:that|those|these)))*\W*$",
    r"^\W*(?:what|any(?:thing|one)?|who) ?(?:else|others?|more)(?: (?:is|are) there| fits?|"
    r" like (?:that|those|these)| along those lines)?\W*$",
    r"^\W*(?:go on|continue|keep going|and then)\W*$",
    r"^\W*(?:see|load) more\W*$",
    r"^\W*(?:no,? )?(?:not |none of |anything but |i (?:don't|dont|do not|didn't) (?:really )?(?:like|want) (?:any of )?)"
    r"(?:those|these|them)(?: ones?| please| either)?\W*$",
    r"^\W*(?:something|show me something|anything) (?:else|different)(?: please)?\W*$",
    r"^\W*(?:any |show (?:me )?)?(?:different|other) (?:ones?|options|results|careers|jobs)(?: please)?\W*$",
)
# What somebody lets in again: "outdoors is fine", "I don't mind healthcare", "it could be shifts too".
ALLOWS = re.compile(
    r"(?:^\W*|[,.;:!?]\s*|\b(?:actually|ok|okay|but|and|well|no|wait|yes|yeah|now|so|if)\s+)(?P<what>[a-z][a-z' \-/]{1,40}?)\s*"
    r"\b(?:is|are|'s|(?:would|will|can|could|might) (?:also )?be)\s+(?:also |actually |totally |perfectly |all |just )*"
    r"(?:fine|ok|okay|alright|right|allowed|acceptable|no problem|not a problem)(?: (?:too|again|as well|after all|now|then|with me|"
    r"by me|for me))*"
    r"(?=\W*$|\s*[,.;!?]|\s+(?:and|but)\b)"
    r"|\b(?:don'?t|do not|wouldn'?t|would not|no longer) mind (?P<minds>[a-z][a-z' \-/]+?)(?= (?:too|again|as well|after all|now|"
    r"either|anymore)\b|\W*$"
    r"|[,.;!?]|\s+(?:and|but)\b)"
    r"|\b(?:it|they|that|this) (?:can|could|may|might) (?:also )?be (?P<could>[a-z][a-z' \-/]+?) (?:too|again|as well|after all)\b",
    re.IGNORECASE,
)
# Two "nots" that are none: what is named stays.
KEEPS = pattern(
    r"\b(?:don'?t|do not|never|not) (?:remove|drop|forget(?: about)?|lose|leave out|take out|exclude|skip|ignore|rule out)\b"
)
FORGET = re.compile(
    r"\b(?:forget(?: about)?|never ?mind|undo|ignore|(?P<takes>drop|remove|delete|exclude|get rid of|leave out|take out)|"
    r"skip|without regard to|"
    r"regardless of|no matter(?: what)?|"
    r"(?:i )?(?:don't|do not|dont) care (?:about|for)|lose(?= the| that))\s+(?:the |about |any |my |that |"
    r"what )*(?P<what>[a-z' \-]+?)(?=$|[,.;!?]|\band\b|\bbut\b|\bkeep\b|\bplease\b)"
    r"|\b(?:the )?(?P<before>[a-z' \-]+?) (?:doesn't|does not|doesnt|don't|isn't|is not|"
    r"isnt) (?:really )?(?:matter|that important|so important|important)\b",
    re.IGNORECASE,
)
KINDS: dict[str, re.Pattern[str]] = {
    "pay": pattern(r"\b(?:pay|salary|wages?|money|income|earnings)\b"),
    "education": pattern(r"\b(?:education|degrees?|school(?:ing)?|college|diploma)\b"),
    "time": pattern(r"\b(?:time|years?|training|length|how long)\b"),
    "growth": pattern(r"\b(?:growth|grow(?:ing)?|demand|outlook|future)\b"),
    "openings": pattern(r"\b(?:openings|vacancies)\b"),
    "experience": pattern(r"\bexperience\b"),
}
# What people wish for that none of the tables knows: what is said -> how it is asked.
CANNOT: dict[str, re.Pattern[str]] = {
    "how dangerous the work is": pattern(
        r"\b(?:dangerous|danger|risky|unsafe|safe(?! from)|safer|safest|deadly)\b(?! (?:job|career)s? from)"
    ),
    "how stressful the work is": pattern(
        r"\b(?:low|least|less|no|not|without|too much|non)[- ]?stress(?:ful)?\b",
        r"\bstress(?:ful|-free)?\b",
        r"\brelaxed\b",
        r"\bwork[- ]life balance\b",
        r"\bburn ?out\b",
        r"\beasy (?:job|work)s?\b",
    ),
    "how likely machines are to take it over": pattern(
        r"\bai[- ](?:proof|safe|resistant)\b",
        r"\b(?:ai|robots|automation) (?:will )?(?:replaces?|takes?|kills?)\b",
        r"\b(?:safe from|replaced by|not affected by|less affected (?:by|from)(?: the)?|taken by) (?:ai|"
        r"artificial intelligence|automation|robots|machines)\b",
        r"\b(?:ai|robots|machines|automation) (?:won'?t|will not|cannot|can'?t|wont|will never) (?:take|"
        r"replace|do)\b",
        r"\bautomation\b",
    ),
    "benefits": pattern(
        r"\b(?:health insurance|pension|benefits|company car|expense account|paid (?:vacation|leave))\b"
    ),
    "how many hours a week": pattern(
        r"\bpart[- ]time\b",
        r"\bfour[- ]day week\b",
        r"\bterm[- ]time\b",
        r"\bflexible hours\b",
        r"\bregular (?:daytime )?hours\b",
    ),
    "who hires people with a record": pattern(
        r"\b(?:felons?|felon(?:y|ies)|drug (?:test(?:s|ing)?|screening)|ex[- ]?(?:con(?:vict)?|offender)s?|background checks?)\b",
        r"\b(?:criminal|police|arrest|juvenile|prison|clean|court) (?:records?|history|background)\b",
        r"\b(?:with|have|having|has|had|got|get|for) (?:a|my|his|her|their|that|no) (?:bad |past )?record\b(?!s| of| label| compan| produc"
        r"| stor| shop| play| keep| deal)",
        r"\b(?:despite|because of) (?:a|my|his|her|their) (?:bad |past )?record\b",
        r"\b(?:in|out of|from|to|after|did|done) (?:prison|jail)\b(?! (?:jobs?|guards?|officers?|work))",
        r"\b(?:on|after) (?:probation|parole)\b",
        r"\b(?:convict(?:ed|ions?)|misdemeanou?rs?|dui|dwi|locked up|incarcerat(?:ed|ion))\b",
    ),
    "who the employer is": pattern(r"\b(?:federal|(?:public|private)[- ]sector|civil service|municipal|usajobs)\b"),
    "visas": pattern(r"\b(?:visa|sponsorship|green card|work permit)\b"),
    places.UNMEASURED: places.NAMED,
    "dress codes": pattern(r"\b(?:tattoos?|piercings?|uniforms?)\b"),
    "how an illness bears on the work": pattern(
        r"\b(?:bad|weak|poor|failing) (?:heart|lungs?|eyes?(?:ight)?|sight|vision|hearing|ears?)\b",
        r"\b(?:heart|lung) (?:disease|condition|problems?|trouble)\b",
    ),
    "how much fun it is": pattern(
        r"\b(?:fun|happy|happiest|happiness|satisfying|meaningful|fulfilling|interesting|cool|soul sucking)\b"
    ),
}
# Whom is asked for, not who the work is with: "my kid loves lego", "student: hates math", "I'm a high school student", "jobs for teens".
_YOUNG = r"(?:kids?|child(?:ren)?|teen(?:ager)?s?|toddlers?|babies|baby|students?|pupils?|youth)"
_ONE = r"(?:an?|the|this|that|one)"
_SAID_OF_WORK = "with around about teach teaching help helping like love and or of"  # "work with kids who need help"
_NOT_WITH = "".join(f"(?<!{word} )" for word in _SAID_OF_WORK.split())
ASKED_FOR = pattern(
    rf"\b(?:my|our|his|her|their)\s+(?:[a-z]+\s+)?{_YOUNG}\b",
    r"\b(?:i'?m|i am|as|am|being|he'?s|she'?s|he is|she is|was)\s+(?:still\s+)?an?\s+(?:[a-z]+\s+){0,3}(?:student|pupil|kid|"
    r"teen(?:ager)?)\b",
    rf"(?:^|[.!?;]\s*){_YOUNG}\s*[:,-]",
    rf"\b{_ONE}\s+{_YOUNG} of (?:mine|ours)\b",
    r"\b(?:jobs?|careers?|ideas?|options?|something|good|best|suitable|great) for (?:an? |the |some |all )?(?:[a-z]+ )?(?:students?|"
    r"pupils?|teen(?:ager)?s?)\b",
    rf"(?:{_NOT_WITH}\b{_ONE}\s|{_NOT_WITH}(?<!a )(?<!an )(?<!the )(?<!this )(?<!that )(?<!one )\b)(?:student|pupil|kid|child|"
    rf"teen(?:ager)?)\s+(?:who\s|really\s|just\s|also\s)*(?:is|was|wants?|likes?|loves?|hates?|needs?|"
    r"has|enjoys?|prefers?|can|can'?t|cannot|does|doesn'?t|dislikes?|would|wanna|struggles?)\b",
    r"\bstudent (?:loans?|debts?|aid|visas?)\b",
    # "Jobs for people with bad backs", "for people who like animals"
    r"\bfor (?:people|persons|folks)\b(?= (?:who|with (?:an? |the )?(?:bad|weak|sore|hurt|injured|broken|poor|failing))\b)",
)
# A body that leaves out physical work: "I have a bad back".
_LIMB = (
    r"(?:backs?|knees?|hips?|shoulders?|joints?|legs?|foot|feet|ankles?|wrists?|hands?|necks?|arms?|elbows?|spines?)"
)
_WHOSE = r"(?:the|my|your|his|her|their|our)"
UNFIT = pattern(
    rf"\b(?:bad|weak|sore|hurt|injured|broken|messed up) {_LIMB}\b",
    rf"\b{_LIMB} (?:is|are) (?:bad|weak|shot|messed up|ruined|wrecked)\b",
    rf"\b{_LIMB} (?:problems?|pain|injur(?:y|ies)|issues?|trouble|surgery)\b",
    rf"\b(?:hurt|injured|broke|threw out|blew out|messed up|wrecked|ruined) {_WHOSE} {_LIMB}\b",
    r"\b(?:arthritis|sciatica|scoliosis|(?:slipped|herniated|bulging) dis[ck]s?)\b",
    rf"\b(?:easy|easier|gentle|light) on {_WHOSE} (?:{_LIMB}|body)\b",
    rf"\b(?:not|n't|less|nothing)(?: (?:so|too|that|very|as))? (?:hard|rough|tough) on {_WHOSE} (?:{_LIMB}|body)\b",
    r"\bphysically (?:light(?:er)?|eas(?:y|ier)|undemanding)\b",
    r"\blight(?:er)? (?:physical work|duty)\b",
    r"\b(?:can'?t|cannot|can not|not able to|unable to|shouldn'?t|not supposed to|not allowed to) (?:really )?(?:lift|carry|stand|"
    r"bend|be on my feet)\b"
    r"(?: (?:heavy|anything|much|a lot|long|for long|all day|heavy (?:things|stuff|loads)))*",
)
# What may come, no wish: "if I don't pass the exam". Likes are told so too.
SUPPOSES = pattern(
    r"\bif\b(?![^,.;:?!]{0,20}\b(?:likes?|loves?|hates?|enjoys?|wants?|into)\b)[^,.;:?!]*?(?=[,.;:?!]|\b(?:what|which|then|"
    r"are there|is there)\b|$)"
)
# School that somebody has or goes to, no work in schools: "too old to go back to school", "that's too much school".
OWN_SCHOOL = pattern(
    r"\b(?:back to|return(?:ing)? to|go(?:ing)? (?:back )?to|finish(?:ed|ing)?|too (?:much|many years of|old for)|(?:that|so|how) much|"
    r"all (?:that|this|the)) school(?:ing)?\b(?! (?:jobs?|teach\w*|staff))"
)
# What says nothing of a career, for all its "no".
SET_PHRASE = pattern(
    r"\bno (?:cap|lie|jokes?|kidding|doubt|rush|hurry|worries|way|clue|biggie|offen[cs]e|bs|thanks|thank you|problem(?! solv))\b"
)
FREE_WORD = re.compile(
    r"\b(?:with|about|involv(?:e|es|ing)|around|like|likes|love|loves|liking|loving|into|"
    r"enjoy|enjoys|related to|using|uses?|hate|hates|no|not|without|good at|interested in|"
    r"wants? to|solving|studying|making|doing|playing|the)\s+"
    r"(?:to |the |some |a |an |my |on |lots of |working with |doing |making )*(?P<word>[a-z]{3,})",
    re.IGNORECASE,
)
_EMPTY_WORDS = """
    first second third fourth fifth last next two three four five
    job work career worker people person thing stuff something anything everything one that this those these them who what which money
    good best most lot kind type way time day year life other others some any all more less much many able get make need use take find
    look want like love help want know think feel see try start keep give go going doing being having working degree school college
    education experience pay salary field industry area company place home hand hands it he she they you in on at of for and or the be
    is are can could would should will have has had mom dad son daughter kid wife husband brother sister friend uncle cousin grandpa
    option someone somebody really actually sure yet even quite very honestly idea point matter
    below above under over between beyond than until since because while though although after before up down out off
    bad back hard easy
    world list search result results wait sorry meant mean again with without earlier before previous actually only just instead
"""
EMPTY = frozenset(_EMPTY_WORDS.split())
_FILLER_WORDS = """
    please thanks hi hello hey me my i im i'm i'd we a an the and or but also plus too so ok okay well then now just only really with in
    on at of for to from by about into that which what whats where who how is are be do does can could would should will want like
    love need looking look find show give list tell get some any something anything stuff thing kind sort type there here it this those
    these them one other job work career profession occupation people not no nothing without must should have has having good best
    working related involving gimme got pls hate hates hating u ur hmm work make makes making pay pays paying earn
"""
FILLERS = frozenset(_FILLER_WORDS.split())
