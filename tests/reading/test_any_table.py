"""Any table of actions, drawn in any way, is read back; and any date wording spans what a calendar says."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import wording
from papers.findings import Parsed
from papers.model.plan import ActionPlan
from papers.reading.columns import COLUMNS, REQUIRED
from papers.reading.due import parse_due, readings
from tests.builders import sefton
from tests.reading.workbooks import read, saved

# --- Tables -----------------------------------------------------------------------------------------------------------

FIELDS = {
    "Ref": "ref", "Priority": "priority", "Partner": "partner", "Area for development": "area", "Action": "action",
    "Lead": "lead", "Due": "due", "Progress": "progress", "Impact": "impact",
}  # fmt: skip
# Neither columns of the contract nor near one, nor such as may keep rows from the public.
UNKNOWN = (
    "Budget code",
    "Ward",
    "Cost (£)",
    "Our notes",
    "Source",
    "Success measures",
    "Evidence",
    "% complete",
    "Zz9",
)
TITLES = ("Action plan", "Children's Services", "March 2021", "Position at 16 March 2021", "Version 3 - final", "1")

# Everything that a cell may hold: no control characters, and no "_", with which Excel writes them. Each text starts and
# ends with a letter, so that it is neither a formula nor trimmed, and is no total and no "As above".
wide = st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="_")
texts = st.text(wide, max_size=30).map(lambda inner: f"k{inner}k")
refs = st.one_of(
    st.integers(1, 999).map(str),
    st.tuples(st.integers(1, 99), st.integers(0, 99)).map(lambda parts: f"{parts[0]}.{parts[1]:02}"),
    st.tuples(st.sampled_from("ABCÉ"), st.integers(1, 99)).map(lambda parts: f"{parts[0]}/{parts[1]}"),
)
dues = st.sampled_from((
    "TBC", "Ongoing", "N/A", "End March 2021", "by April 2021", "Q4 2020/21", "Spring term 2021", "31/03/2021",
    "9.12.16", "17th April 20", "Dec 2016", "w/c 8 March 2021", "2020/21", "2021",
))  # fmt: skip
STATUSES = [
    (name, status.colour)
    for status in sefton().rag
    for name in (status.colour, status.label, str(status), *status.words)
]  # fmt: skip
cases = st.sampled_from((str, str.upper, str.lower, str.title))
statuses = st.tuples(st.sampled_from(STATUSES), cases).map(lambda drawn: (drawn[1](drawn[0][0]), drawn[0][1]))


@st.composite
def headings(draw: st.DrawFn, column: str) -> str:
    """One of the headings for a column, in any case, with punctuation and line breaks as officers set them."""
    word = draw(st.sampled_from((column, *COLUMNS[column])))
    word = draw(cases)(word)
    word = word.replace(" ", draw(st.sampled_from((" ", "\n", "  ", " - "))))
    return draw(st.sampled_from(("{}", " {} ", "{}:", "{}?", "({})", "{}\n"))).format(word)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[dict[str, str]], list[str], list[str]]:
    """Actions by column, the columns in the order of the sheet, and the headings of these columns; some are unknown."""
    optional = [name for name in FIELDS if name not in REQUIRED]
    known = [*REQUIRED, *draw(st.lists(st.sampled_from(optional), unique=True))]
    columns = draw(st.permutations([*known, *draw(st.lists(st.sampled_from(UNKNOWN), unique=True, max_size=4))]))
    words = [draw(headings(name)) if name in COLUMNS else name for name in columns]
    actions = []
    for ref in draw(st.lists(refs, min_size=1, max_size=6, unique=True)):
        status, colour = draw(statuses)
        row = {name: draw(texts) for name in columns} | {"Ref": ref, "Due": draw(dues), "RAG": status}
        empty = draw(st.sets(st.sampled_from([name for name in columns if name not in REQUIRED] or ["-"])))
        actions.append({**row, **dict.fromkeys(empty, ""), "colour": colour})
    return actions, columns, words


def written(lines: list[list[str]]) -> Parsed[ActionPlan]:
    """What is read of a sheet with these lines; an empty cell is left empty."""
    book = openpyxl.Workbook()
    book.active.title = "Actions"
    for line in lines:
        book.active.append([cell or None for cell in line])
    return read(saved(book))


@given(tables(), st.data())
@settings(max_examples=100, deadline=None)
def test_any_table_reads_back_the_same(table: tuple[list[dict[str, str]], list[str], list[str]], data: st.DataObject):
    """Whatever the order, the headings, titles, blank rows and unknown columns: each value comes back from its cell."""
    actions, columns, words = table
    titles = data.draw(st.lists(st.sampled_from([[], *([title] for title in TITLES)]), max_size=4))
    lines = [*titles, words]
    rows = []
    for action in actions:
        lines += [[]] * data.draw(st.integers(0, 2))
        lines.append([action[name] for name in columns])
        rows.append(len(lines))

    parsed = written(lines)

    unknown = [name for name in columns if name not in COLUMNS]
    assert {finding.code for finding in parsed.findings} <= {"AP006"}
    assert [f.sentence for f in parsed.findings] == [f'column "{name}" is not published' for name in unknown]
    letters = dict(zip(columns, map(openpyxl.utils.get_column_letter, range(1, 99)), strict=False))
    for action, given_words, row in zip(parsed.value.actions, actions, rows, strict=True):
        read_back = {name: str(getattr(action, field)) for name, field in FIELDS.items()}
        assert read_back == {name: given_words.get(name, "") for name in FIELDS}
        assert (action.status.colour, action.row, action.sheet.name) == (given_words["colour"], row, "Actions")
        assert {name: str(action.cell(name)) for name in columns if name in COLUMNS} == {
            name: f"Actions!{letter}{row}" for name, letter in letters.items() if name in COLUMNS
        }


@given(tables())
@settings(max_examples=30, deadline=None)
def test_no_word_of_an_unknown_column_is_read(table: tuple[list[dict[str, str]], list[str], list[str]]):
    """The words of columns that are not published are neither in an action nor in what is said."""
    actions, columns, words = table
    marked = [
        {name: f"kept back {value}" if name in UNKNOWN else value for name, value in row.items()} for row in actions
    ]

    parsed = written([words, *([row[name] for name in columns] for row in marked)])

    assert len(parsed.value.actions) == len(actions)
    assert "kept back" not in str(parsed.value)
    assert "kept back" not in "".join(map(str, parsed.findings))


@given(tables(), st.data())
@settings(max_examples=50, deadline=None)
def test_a_table_with_holes_loses_no_row_in_silence(
    table: tuple[list[dict[str, str]], list[str], list[str]], data: st.DataObject
):
    """Whichever required cells are empty: a row is read, or an error or note stands in it."""
    actions, columns, words = table
    holes = [data.draw(st.sets(st.sampled_from(REQUIRED), max_size=4)) for _ in actions]
    drawn = [{**row, **dict.fromkeys(empty, "")} for row, empty in zip(actions, holes, strict=True)]

    parsed = written([words, *([row[name] for name in columns] for row in drawn)])

    read_rows = {action.row for action in parsed.value.actions}
    said_rows = {int("".join(filter(str.isdigit, finding.where.cell))) for finding in parsed.findings}
    assert read_rows == {number for number, empty in enumerate(holes, 2) if not empty}
    assert read_rows | said_rows >= set(range(2, len(actions) + 2))


# --- Dates ------------------------------------------------------------------------------------------------------------

Rule = Callable[[date], bool]
years = st.integers(2001, 2090)
leap_years = years.map(lambda year: year - year % 4)
any_year = years | leap_years
before = st.sampled_from(("", "", "by ", "By the ", "during ", "in ", "from ", "completed ", "due by ", "Complete: "))
ends = st.sampled_from(("end", "end of", "the end of", "end of the"))


def days_where(rule: Rule, year: int) -> tuple[date, date]:
    """The first and last day from the year before to two after that a rule holds for, looked at one by one."""
    all_days = (
        day
        for each in range(year - 1, year + 3)
        for month in range(1, 13)
        for day in calendar.Calendar().itermonthdates(each, month)
        if day.month == month
    )
    found = [day for day in all_days if rule(day)]
    assert found == [found[0] + timedelta(days=number) for number in range(len(found))]
    return found[0], found[-1]


def is_last_of_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


PARTS: dict[str, Rule] = {
    "": lambda day: True,
    "early ": lambda day: day.day <= 10,
    "mid ": lambda day: 10 < day.day <= 20,
    "mid-": lambda day: 10 < day.day <= 20,
    "the middle of ": lambda day: 10 < day.day <= 20,
    "late ": lambda day: day.day > 20,
    "start of ": lambda day: day.day == 1,
    "the beginning of ": lambda day: day.day == 1,
    "end ": is_last_of_month,
    "the end of ": is_last_of_month,
}


@st.composite
def months(draw: st.DrawFn) -> tuple[str, Rule, int]:
    """A month or a part of one: its words, a rule for its days, its year."""
    year, month, part = draw(any_year), draw(st.integers(1, 12)), draw(st.sampled_from(list(PARTS)))
    names = (
        calendar.month_name[month],
        calendar.month_abbr[month],
        "Sept" if month == 9 else calendar.month_abbr[month],
    )
    form = draw(st.sampled_from(("{} {}", "{}-{}", "{}{}", "{}. {}")))
    name, digits = draw(st.sampled_from(names)), draw(st.sampled_from((str(year), f"{year % 100:02}")))
    return (
        part + form.format(name, digits),
        lambda day: (day.year, day.month) == (year, month) and PARTS[part](day),
        year,
    )


@st.composite
def quarters(draw: st.DrawFn) -> tuple[str, Rule, int]:
    """A quarter of a council's year, or its year: the months from April on, by threes."""
    year, quarter = draw(any_year), draw(st.integers(0, 4))
    split = draw(st.sampled_from(("{0}/{2:02}", "{0}-{2:02}", "{0}/{1}", "{0} / {2:02}"))).format(
        year, year + 1, (year + 1) % 100
    )
    form = draw(st.sampled_from(("Q{} {}", "Quarter {} {}", "Q{} of {}", "Q{}, {}", "end of Q{} {}")))

    def holds(day: date) -> bool:
        since_april = 12 * (day.year - year) + day.month - 4
        return 0 <= since_april < 12 and (quarter == 0 or since_april // 3 == quarter - 1)

    return form.format(quarter, split) if quarter else split, holds, year


TERMS = {"autumn": range(9, 13), "spring": range(1, 5), "summer": range(4, 8)}
SEASONS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11)}


@st.composite
def terms(draw: st.DrawFn) -> tuple[str, Rule, int]:
    """A school term, of a calendar year or of a school year from September."""
    year, name, of_school_year = draw(any_year), draw(st.sampled_from(list(TERMS))), draw(st.booleans())
    written = f"{year}/{(year + 1) % 100:02}" if of_school_year else str(year)
    its_year = year + (of_school_year and name != "autumn")
    return f"{name} term {written}", lambda day: day.year == its_year and day.month in TERMS[name], year


@st.composite
def seasons(draw: st.DrawFn) -> tuple[str, Rule, int]:
    """A season; winter runs from December to the end of February in the year after."""
    year, name = draw(any_year), draw(st.sampled_from([*SEASONS, "winter"]))
    if name != "winter":
        return f"{name} {year}", lambda day: day.year == year and day.month in SEASONS[name], year
    written = draw(st.sampled_from((f"{year}", f"{year}/{(year + 1) % 100:02}", f"{year}/{year + 1}")))
    return f"winter {written}", lambda day: (day.year, day.month) in ((year, 12), (year + 1, 1), (year + 1, 2)), year


@st.composite
def weeks(draw: st.DrawFn) -> tuple[str, Rule, int]:
    """A week from a day that it names, often one over the end of a year or of a February."""
    year = draw(any_year)
    start = draw(
        st.dates(date(year, 1, 1), date(year, 12, 31))
        | st.dates(date(year, 12, 24), date(year, 12, 31))
        | st.dates(date(year, 2, 21), date(year, 3, 1))
    )
    named = draw(st.sampled_from(("w/c", "W/C", "wc", "week commencing", "week beginning")))
    weekday = draw(
        st.sampled_from(("", f"{calendar.day_name[start.weekday()]} ", f"{calendar.day_abbr[start.weekday()]} "))
    )
    return f"{named} {weekday}{wording.day(start)}", lambda day: 0 <= (day - start).days < 7, year


@given(months() | quarters() | terms() | seasons() | weeks(), before, cases)
@settings(max_examples=300, deadline=None)
def test_any_wording_spans_the_days_that_a_calendar_says(
    wording_of: tuple[str, Rule, int], before: str, case: Callable[[str], str]
):
    """Months and their parts, quarters, years, terms, seasons and weeks, in any case and after "by" and its like."""
    plain, rule, year = wording_of
    words = case(before + plain)

    due = parse_due(words)

    assert due is not None, words
    assert (due.words, (due.first, due.last)) == (words, days_where(rule, year))


@given(st.integers(1, 12), st.integers(1, 12), years, st.sampled_from("/-"), st.booleans(), before)
@settings(max_examples=200, deadline=None)
def test_the_readings_of_a_date_in_figures_are_symmetrical(
    one: int, other: int, year: int, sep: str, short: bool, before: str
):
    """Whichever of two small numbers stands first, the same two days are meant, and neither is ever guessed."""
    digits = f"{year % 100:02}" if short else str(year)
    there, back = (f"{before}{a:02}{sep}{b:02}{sep}{digits}" for a, b in ((one, other), (other, one)))

    both = readings(there)

    assert both == tuple(reversed(readings(back)))
    assert both == (() if one == other else (date(year, other, one), date(year, one, other)))
    assert (parse_due(there) is None) is bool(both)


@given(st.integers(2001, 2090), st.integers(1, 12), st.integers(1, 31), st.sampled_from(("{} {} {}", "{}-{:.3}-{}")))
@settings(max_examples=200, deadline=None)
def test_a_day_that_no_calendar_has_is_refused(year: int, month: int, day: int, form: str):
    """The 31st of June and the 29th of most Februaries are no days, and all others are."""
    there = day in calendar.Calendar().itermonthdays(year, month)

    due = parse_due(form.format(day, calendar.month_name[month], year))

    assert (due is not None) is there
    assert due is None or (due.first, due.last) == (date(year, month, day),) * 2
