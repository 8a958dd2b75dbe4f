"""Every fact of the article this project began with stands in the career file: a fact that is lost or bent is named here."""

from __future__ import annotations

import msgspec
import pytest

from careerbot.knowledge.catalogue import Catalogue

FACTS = {
    "duties": [
        "relationship between artists and their record labels",
        "the media when songs come out",
        "copies of new songs to media stations",
        "social media campaigns and other tools",
        "promoters on the artists' behalf",
        "large tours for the artists together with tour managers",
        "promotion and distribution within the budget",
    ],
    "work_environment": [
        "travel take almost equal parts",
        "clients are met in the office",
        "nine to five",
        "late into the evening and through weekends",
    ],
    "education": [
        "bachelor's degree in arts management, music production or music management",
        "the business of music",
        "copyright law",
        "management",
        "master's degree in music business, music technology or music production",
    ],
    "other_routes": [
        "business administration or marketing",
        "product management",
        "licensors of intellectual property",
        "managing and marketing budgets",
        "how the market and sales develop",
    ],
    "path": ["music producer", "tour manager", "senior role"],
    "skills": [
        "business sense",
        "networking",
        "getting on with people and working in a team",
        "communication and good organization",
        "time management",
        "an interest in music",
        "laws and rules of the music industry",
    ],
    "resources": ["North American Performing Arts Managers and Agents"],
    "downsides": ["Competition for jobs in the music industry is fierce", "Trends change fast"],
    "employers": [
        "music production companies",
        "performing arts companies",
        "own production or artist-management company",
    ],
    "outlook_notes": ["only 3 percent from 2012 to 2022", "2012–22"],
    "pay_notes": ["prints no salary"],
    "stand_in": ["27-2012"],
}


@pytest.mark.parametrize(("section", "fact"), [(section, fact) for section, facts in FACTS.items() for fact in facts])
def test_the_seed_article_s_fact_stands_in_the_file(known: Catalogue, section: str, fact: str) -> None:
    said = msgspec.json.encode(getattr(known.careers["music_production_manager"], section)).decode()

    assert fact in said
