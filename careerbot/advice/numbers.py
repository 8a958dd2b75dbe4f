"""Answers from the official figures: pay, outlook, and time to enter."""

from __future__ import annotations

from collections.abc import Iterator

from careerbot.advice import phrasing
from careerbot.advice.draft import Draft, Page, Subject
from careerbot.advice.reply import Bar, BarChart, Reply, suggestion
from careerbot.knowledge import naming
from careerbot.knowledge.catalogue import Catalogue
from careerbot.knowledge.figures import Entry, Outlook, Pay, Percentiles
from careerbot.knowledge.schema import TimeToEnter

_MOST_ALIKE = 6
YEARS_OF_STUDY = {
    "Doctoral or professional degree": 8,
    "Master's degree": 6,
    "Bachelor's degree": 4,
    "Associate's degree": 2,
}
_AT_THE_START = ("start", "entry", "begin", "junior", "lowest", "least", "minimum", "apprentice", "trainee", "intern")
_RESIDENCY = "Internship/residency"


def salary(about: Subject) -> Draft | None:
    """The median first (or the end of the range that was asked for), then the percentiles."""
    pay = about.catalogue.figures.pay(about.code)
    if not pay:
        return None
    wages, per = best_known(pay, by_the_hour=about.mentions("hour"))
    if not wages.median.known:
        return None
    when = about.catalogue.figures.info("pay").period
    draft = Draft(about, lead=_salary_lead(about, wages, per, when))
    draft.say_where("bls.gov/oes")
    draft.say_stand_in()
    if not pay.annual.median.known:
        draft.notice("Only hourly wages are published for this occupation; a yearly figure would be a guess.")
    draft.figures("pay", _percentiles(wages, per))
    chart = _chart(wages, per, draft.cite_table("pay").id, when)
    if chart:
        draft.blocks.append(chart)
    for note in about.career.pay_notes:
        draft.paragraph(note.text, note.sources)
    if about.mentions("women", "men", "sex", "gender", "race") and about.mentions(
        "less", "more", "gap", "same", "equal"
    ):
        draft.paragraph(
            "The table counts everybody in the occupation together: it says nothing of pay by sex, age or origin."
        )
    return draft


def salary_of_everybody(catalogue: Catalogue) -> Reply:
    """What all occupations together pay."""
    page = Page(catalogue)
    source, average = page.cite_table("pay"), catalogue.figures.average.median_annual
    page.lead = (
        f"Half of all employees in the United States earned more than {phrasing.wage(average, per='a year')}, half earned less, all "
        f"occupations taken together ({source.when})."
    )
    return page.reply([suggestion("Search for careers by pay", "find_careers")])


def best_known(pay: Pay, *, by_the_hour: bool = False) -> tuple[Percentiles, str]:
    """Yearly wages where they are published, hourly ones otherwise or where they are asked for; with their unit, "a year"."""
    hourly = (by_the_hour and pay.hourly.median.known) or not pay.annual.median.known
    return (pay.hourly, "an hour") if hourly else (pay.annual, "a year")


def _salary_lead(about: Subject, wages: Percentiles, per: str, when: str) -> str:
    who = about.measured_in_sentence
    median = f"half of all {who} earned more than {phrasing.wage(wages.median, per=per)}, half earned less ({when})"
    if wages.median.top_coded:
        median = f"the median for {who} is {phrasing.wage(wages.median, per=per)} ({when}); the statistics do not count higher"
    if about.career.stand_in:
        return f"No official pay figure exists for {about.many} themselves. The nearest one: {median}."
    if about.mentions(*_AT_THE_START) and wages.p10.known:
        return (
            f"The lowest-paid tenth of {who} earned {phrasing.wage(wages.p10, per=per)} or less ({when}), "
            f"which is where starting pay often lies. {naming.capital(median)}."
        )
    if about.mentions("top", "most", "highest", "max", "best", "senior") and wages.p90.known:
        return f"The best-paid tenth of {who} earned {phrasing.wage(wages.p90, per=per)} or more ({when}). {naming.capital(median)}."
    return f"{naming.capital(median)}."


def _percentiles(wages: Percentiles, per: str) -> Iterator[tuple[str, str]]:
    labels = ("Lowest tenth, up to", "Lower quarter, up to", "Median", "Upper quarter, from", "Top tenth, from")
    for label, value in zip(labels, (wages.p10, wages.p25, wages.median, wages.p75, wages.p90), strict=True):
        yield label, phrasing.wage(value, per=per)


def _chart(wages: Percentiles, per: str, source: str, when: str) -> BarChart | None:
    points = [("10th percentile", wages.p10), ("Median", wages.median), ("90th percentile", wages.p90)]
    bars = [
        Bar(label, value.amount, phrasing.wage(value, per=per)) for label, value in points if value.amount is not None
    ]
    return BarChart("Pay range", f"dollars {per}", bars, source, when) if len(bars) > 1 else None


def outlook(about: Subject) -> Draft | None:
    """Projected growth next to the average, openings, and older statements as what they are."""
    projected = about.catalogue.figures.outlook(about.code)
    if not projected:
        return None
    info = about.catalogue.figures.info("outlook")
    draft = Draft(about, lead=_outlook_lead(about, projected, *phrasing.years(info.period)))
    draft.say_where("projectionscentral.org")
    draft.say_stand_in()
    draft.figures("outlook", _outlook_rows(projected, *phrasing.years(info.period)))
    for note in about.career.outlook_notes:
        draft.paragraph(f"An older figure, for {note.period}: {note.text}. It says nothing about today.", note.sources)
    return draft


def _outlook_lead(about: Subject, projected: Outlook, start: str, end: str) -> str:
    who = about.measured_in_sentence
    average, change = about.catalogue.figures.average.change_percent, projected.change_percent
    against = (
        f"{phrasing.against(change, average)} all occupations together ({phrasing.percent(average)})"
        if change >= 0
        else f"while that of all occupations together is to {_movement(average)}"
    )
    return f"Employment of {who} is projected to {_movement(change)} from {start} to {end}, {against}."


def _movement(change: float) -> str:
    if change == 0:
        return "stay as it is"
    return f"{'grow' if change > 0 else 'shrink'} by {phrasing.percent(abs(change))}"


def _outlook_rows(projected: Outlook, start: str, end: str) -> Iterator[tuple[str, str]]:
    yield f"Jobs in {start}", phrasing.count(projected.employment)
    yield f"Jobs projected for {end}", phrasing.count(projected.employment_projected)
    yield "Change", f"{phrasing.change(projected.change)} ({phrasing.percent(projected.change_percent)})"
    yield "Openings a year, on average", phrasing.count(projected.openings)


def time_to_become(about: Subject) -> Draft | None:
    """Years from high school where the file says them, and what employers typically ask."""
    entry = about.catalogue.figures.entry(about.code)
    path = about.career.path
    time = path.time if path else None
    if not entry and not time:
        return None
    if path and time:
        draft = Draft(about, lead=_time_lead(about, time))
        draft.cite(path.sources)
    else:
        draft = Draft(
            about,
            lead=f"How long it takes in all to become {about.one} is in no table of mine. What the occupation typically asks:",
        )
    if entry:
        draft.say_stand_in()
        draft.figures("entry", _entry_rows(entry.education, entry.experience, entry.training))
        study = study_time(entry)
        if study and not time:
            draft.paragraph(f"{naming.capital(entry.education or '')}: {study}.")
    return draft


def study_time(entry: Entry) -> str | None:
    """ "about 4 years of full-time study after high school" for the usual degree; None where it takes no degree."""
    years = YEARS_OF_STUDY.get(entry.education or "")
    residency = (
        ", and an internship or residency on top, whose length is in no table of mine"
        if entry.training == _RESIDENCY
        else ""
    )
    return f"about {years} years of full-time study after high school{residency}" if years else None


def _time_lead(about: Subject, time: TimeToEnter) -> str:
    if time.max_years == 0:
        return f"You can start as {about.one} at once: {time.made_of.rstrip('.')}."
    return f"Count on {phrasing.span(time.min_years, time.max_years)} after high school to become {about.one}: {time.made_of.rstrip('.')}."


def entry_requirements(about: Subject) -> Draft | None:
    """What the official tables say of education, experience and training, where no file is written."""
    entry = about.catalogue.figures.entry(about.code)
    if not entry or not entry.education:
        return None
    draft = Draft(about, lead=f"{naming.capital(about.many)} typically enter with: {phrasing.lower(entry.education)}.")
    draft.say_stand_in()
    draft.figures("entry", _entry_rows(entry.education, entry.experience, entry.training))
    if about.mentions("licen", "certif", "exam", "register"):
        draft.put_first(
            "My sources do not say whether a license is required; careeronestop.org lists those of each state."
        )
    return draft


def _entry_rows(education: str | None, experience: str | None, training: str | None) -> Iterator[tuple[str, str]]:
    if education:
        yield "Typical education at entry", education
    if experience:
        yield (
            "Experience in a related occupation",
            "none needed" if experience == "None" else phrasing.lower(experience),
        )
    if training:
        yield "Training on the job", "none needed" if training == "None" else phrasing.lower(training)


def related_occupations(about: Subject) -> Draft | None:
    """The occupations that O*NET holds to be most alike, nearest first, where no file names careers."""
    codes = about.catalogue.figures.related(about.onet)
    alike = list(dict.fromkeys(naming.many(career) for code in codes if (career := about.catalogue.find(code))))
    if not alike:
        return None
    draft = Draft(
        about, lead=f"O*NET holds these occupations to be most like the work of {about.many}, the nearest first:"
    )
    draft.listing("", [naming.capital(name) for name in alike[:_MOST_ALIKE]])
    draft.cite_table("related")
    return draft
