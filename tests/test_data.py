"""The demonstration profile's data against their sources, and its articles."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from store import models as m
from store.database import Database
from store.load import DataFiles, check_references
from store.profile import ROOT, Profile, load_profile

# Indicator, target, result, score in percent, colour: the tables of chapter II of DP/2020/10.
INDICATORS = [
    ("1.1", 45, 53, 118, "green"),
    ("1.2", 147_500, 493_811, 335, "green"),
    ("1.1.1", 13, 11, 85, "yellow"),
    ("1.1.2", 4, 5, 125, "green"),
    ("1.2.1", 13, 8, 62, "yellow"),
    ("1.2.2", 75, 87, 116, "green"),
    ("2.1", 93, 93, 100, "green"),
    ("2.2", 37, 54, 146, "green"),
    ("2.1.1.a", 57_827, 65_014, 112, "green"),
    ("2.1.1.b", 2_440, 2_198, 90, "yellow"),
    ("2.1.2.a", 7_000, 8_282, 118, "green"),
    ("2.1.2.b", 14_637, 13_186, 90, "yellow"),
    ("2.2.1", 94, 92, 98, "yellow"),
    ("2.2.2", 93, 95, 102, "green"),
]
# Metric, members, year, measure, value, paragraph: read out of the report, paragraph by paragraph.
FIGURES = [
    ("vnr_submitted", "", 2019, "level", 47, "4"),
    ("vnr_recognising_volunteering", "", 2019, "level", 28, "4"),
    ("women_trained", "country=TR; initiative=my-sister", 2019, "level", 11_429, "5"),
    ("mobilised_volunteers", "", 2019, "level", 493_811, "6"),
    ("mobilised_volunteers", "country=IN", 2019, "level", 463_140, "6"),
    ("policy_support_countries", "", 2019, "level", 5, "8"),
    ("measurement_support_countries", "", 2019, "level", 9, "16"),
    ("measurement_support_countries", "", 2018, "level", 5, "16"),
    ("ivd_campaign_partners", "", 2019, "level", 15, "17"),
    ("un_volunteers", "", 2019, "level", 8_282, "31"),
    ("un_partners", "", 2019, "level", 54, "19"),
    ("new_un_partners", "", 2019, "level", 16, "19"),
    ("countries_of_assignment", "", 2019, "level", 154, "20"),
    ("un_volunteers", "region=latin-america-caribbean", 2019, "change", 58, "20"),
    ("un_volunteers", "region=arab-states", 2019, "change", 4, "20"),
    ("un_volunteers", "region=sids", 2019, "level", 334, "21"),
    ("partners_recommending", "", 2019, "level", 91, "22"),
    ("un_volunteers", "sdg=16", 2019, "share", 43, "23"),
    ("un_volunteers", "host=undp", 2019, "level", 2_671, "24"),
    ("un_volunteers", "host=un-missions", 2019, "level", 2_055, "25"),
    ("un_volunteers", "host=un-missions; gender=women", 2019, "level", 791, "25"),
    ("un_volunteers", "host=unmiss", 2019, "level", 520, "25"),
    ("un_volunteers", "host=minusca; gender=women", 2018, "share", 33, "25"),
    ("un_volunteers", "host=unhcr; country=CD", 2019, "level", 62, "25"),
    ("un_volunteers", "host=unicef", 2019, "level", 641, "26"),
    ("un_volunteers", "host=unfpa", 2019, "change", 46, "27"),
    ("un_volunteers", "host=un-women; gender=women", 2019, "share", 75, "28"),
    ("un_volunteers", "host=wfp", 2019, "change", 71, "29"),
    ("un_volunteers", "host=wfp; region=west-central-africa", 2018, "level", 52, "29"),
    ("un_volunteers", "host=ocha", 2019, "level", 90, "30"),
    ("volunteer_months", "", 2018, "level", 53_194, "31"),
    ("average_assignment_length", "", 2019, "level", 7.9, "31"),
    ("un_volunteers", "modality=national", 2019, "share", 48, "32"),
    ("un_volunteers", "modality=international; origin=global-south", 2019, "share", 67, "33"),
    ("un_volunteers", "age=under-30", 2018, "share", 30, "34"),
    ("un_volunteers", "modality=expert", 2019, "level", 88, "35"),
    ("un_volunteers", "disability=with", 2019, "level", 45, "36"),
    ("talent_pool_new_women", "", 2018, "level", 22_717, "37"),
    ("un_volunteers", "region=africa; gender=women", 2019, "share", 43, "39"),
    ("online_volunteers", "", 2019, "level", 13_186, "40"),
    ("fully_funded_volunteers", "", 2019, "level", 607, "43"),
    ("courses_completed", "", 2019, "level", 35_481, "47"),
    ("financial_value", "", 2019, "level", 221_300_000, "48"),
    ("financial_value", "", 2019, "change", 21_300_000, "48"),
    ("reserve", "", 2018, "level", 28_000_000, "69"),
    ("regular_resources", "", 2009, "level", 19_600_000, "50"),
    ("svf_contributions", "", 2019, "change", -14, "51"),
    ("full_funding_contributions", "", 2019, "level", 22_400_000, "52"),
    ("recruitment_time", "", 2019, "level", 51, "54"),
    ("enquiries_per_month", "", 2019, "level", 15_000, "58"),
    ("biennium_target_achievement", "indicator=1.2.1", 2019, "level", 165, "64"),
    ("management_ratio", "", 2019, "level", 7, "71"),
]
NEW_COUNTRIES = {"BH", "KP", "DK", "JP", "KI", "MH", "NR", "PW", "PY", "SG", "TM", "AE"}
SVF_DONORS = {"BD", "CN", "CZ", "FR", "DE", "IN", "IE", "KZ", "SE", "CH", "TH"}


@pytest.mark.parametrize("name", ["unv", "foodbank"])
def test_the_files_of_a_profile_are_right(name: str) -> None:
    """Every row is valid, and everything that a row names exists."""
    files = DataFiles(load_profile(name))
    check_references(files)
    assert files.articles
    assert files.hosts


def test_indicators_are_those_of_the_report(loaded: Database) -> None:
    """All fourteen, with target, result, score and colour."""
    with loaded.read() as session:
        rows = session.scalars(select(m.Indicator)).all()
        found = {(x.key, x.target, x.result, x.score, x.colour) for x in rows}
        assert found == set(INDICATORS)
        assert {x.year for x in rows} == {2019}


def test_scores_and_colours_follow_from_target_and_result(loaded: Database) -> None:
    """Green from 100 per cent, yellow from 60, red below; the score is the rounded quotient."""
    with loaded.read() as session:
        for row in session.scalars(select(m.Indicator)):
            # The report calculates 1.1.2, 2.1.2 and others from unrounded numbers: one point off at most.
            assert abs(row.score - 100 * row.result / row.target) <= 1, row.key
            assert row.colour == ("green" if row.score >= 100 else "yellow" if row.score >= 60 else "red"), row.key


def test_the_report_is_extracted(loaded: Database) -> None:
    """At least 200 figures name the paragraph they stand in, and every one its source."""
    with loaded.read() as session:
        rows = session.scalars(select(m.Statistic)).all()
        assert sum(bool(row.paragraph) for row in rows) >= 150
        assert sum(row.source == "report-2019" and bool(row.paragraph) for row in rows) >= 150
        assert len(rows) >= 300
        assert [row.id for row in rows if row.source == "report-2019" and not row.paragraph] == []


@pytest.mark.parametrize(
    ("metric", "members", "year", "measure", "value", "paragraph"), FIGURES,
    ids=[f"{row[5]}-{row[0]}-{row[4]}" for row in FIGURES],
)  # fmt: skip
def test_a_figure_stands_in_the_paragraph_it_names(
    loaded: Database, metric: str, members: str, year: int, measure: str, value: float, paragraph: str
) -> None:
    """The store says what the report says, and where."""
    wanted = dict(pair.split("=") for pair in members.split("; ") if pair)
    with loaded.read() as session:
        conditions = (
            m.Statistic.metric == metric, m.Statistic.year == year, m.Statistic.measure == measure,
            m.Statistic.source == "report-2019",
        )  # fmt: skip
        rows = [
            row for row in session.scalars(select(m.Statistic).where(*conditions))
            if {member.dimension: member.member for member in row.members} == wanted
        ]  # fmt: skip
        assert [row.value for row in rows] == [value]
        assert paragraph in rows[0].paragraph.split(";")


def test_enumerations_are_complete(loaded: Database) -> None:
    """The new countries of paragraph 20 and the donors of paragraph 51."""
    with loaded.read() as session:
        rows = session.scalars(select(m.ListEntry)).all()
        by_paragraph: dict[tuple[str, str], set[str]] = {}
        for row in rows:
            by_paragraph.setdefault((row.list, row.paragraph), set()).add(row.member)
    assert NEW_COUNTRIES in by_paragraph.values()
    assert SVF_DONORS in by_paragraph.values()


@pytest.mark.parametrize("name", ["unv", "foodbank"])
def test_an_article_says_where_it_comes_from(name: str) -> None:
    """Sources, the date they are of, the date to look at them again, and questions that people ask."""
    profile = load_profile(name)
    for path, article in DataFiles(profile).articles:
        assert article.sources, path
        assert article.as_of, path
        assert article.review, path
        assert article.review > article.as_of, path
        assert len(article.questions) >= 12, path


def test_there_are_articles_enough(profile: Profile) -> None:
    """At least a hundred subjects, and the second language of the world's applicants is no afterthought."""
    files = DataFiles(profile)
    assert len(files.articles) >= 100


def _translations() -> list[tuple[str, str, str]]:
    found = []
    for name in ("unv", "foodbank"):
        profile = load_profile(name)
        for language in profile.languages[1:]:
            for path in sorted((ROOT / name / "knowledge" / language).glob("*.md")):
                found.append((name, language, path.stem))
    return found


def _body(profile: str, language: str, article: str) -> str:
    text = (ROOT / profile / "knowledge" / language / f"{article}.md").read_text(encoding="utf-8")
    return text.split("\n---\n", 1)[1]


_GROUPED = re.compile(r"(?<=\d)[.,\u00a0\u202f\u066b\u066c ](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:[.,\u066b]\d+)?")
_LINK = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
# Chinese writes the months of the year as numbers, and counts by ten thousands.
_CHINESE_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9])\s*月(?!龄)")
_CHINESE_MILLIONS = re.compile(r"(\d{3,})\s*万")
_WORDS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip


def _numbers(body: str, language: str) -> set[str]:
    """The numbers of a text, whatever separates their digits."""
    body = _LINK.sub(" ", body)
    if language == "zh":
        body = _CHINESE_MONTH.sub(" ", body)
        body = _CHINESE_MILLIONS.sub(lambda found: f"{int(found[1]) / 100:g}", body)
    body = _GROUPED.sub("", body)
    digits = body.translate({ord(c): str(i) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩")})
    return {re.sub(r"\D", "", number) for number in _NUMBER.findall(digits)}


@pytest.mark.parametrize("language", ["fr", "es", "ar", "zh", "ru"])
def test_a_translation_has_the_numbers_of_the_original(language: str) -> None:
    """An amount, an age, a date or a telephone number is the same in every language."""
    wrong = {}
    for profile, spoken, article in _translations():
        if spoken == language:
            original = _body(profile, "en", article)
            ours, theirs = _numbers(original, "en"), _numbers(_body(profile, spoken, article), spoken)
            in_words = {str(number) for number, word in enumerate(_WORDS) if re.search(rf"\b{word}\b", original, re.I)}
            lost, added = ours - theirs, theirs - ours - in_words
            if lost or added:
                wrong[article] = (lost, added)
    assert wrong == {}


@pytest.mark.parametrize("language", ["fr", "es", "ar", "zh", "ru"])
def test_a_translation_keeps_addresses(language: str) -> None:
    """E-mail and web addresses of the original are in the translation."""
    wrong = {}
    for profile, spoken, article in _translations():
        if spoken == language:
            ours = {x.rstrip(".,;:)*") for x in _LINK.findall(_body(profile, "en", article))}
            lost = {address for address in ours if address not in _body(profile, spoken, article)}
            if lost:
                wrong[article] = lost
    assert wrong == {}
