"""An officer's words for when -> the days they span. A year is never guessed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from papers import wording
from papers.model.due import Due

# Words that are as good as a date in a plan, but span no days.
_NO_DAYS = (
    "ongoing", "on going", "continuous", "business as usual", "bau", "tbc", "tbd", "tba", "to be confirmed",
    "to be agreed", "to be decided", "n a", "na", "not applicable", "none", "immediate", "immediately", "asap",
)  # fmt: skip

Days = tuple[date, date]


def parse_due(value: str | date) -> Due | None:
    """What a cell or key says about when; None where no days can be made out of it, nor a known word for none.

    A date        that day, in the words of the house style
    31/03/21      day, month, year; also with dots or dashes, and 2021-03-31. 03/04/2021 is refused, as it is also how
                  half of the world's Excel writes 4 March (`readings` tells both); with dots it is 3 April alone
    31 March 2021 with or without "st" and the name of the weekday; months may be shortened
    March 2021, Mar-21, by April 2021       the whole month
    End (of) March 2021                     its last day; "early", "mid" and "late" a third of the month each
    Q4 2020/21, Quarter 4 2020-21           a quarter of a year that starts on 1 April
    2020/21, 2021                           that year; the first from April to March
    Autumn 2020                             September to November; winter runs from December into the next year
    Spring term 2021                        1 January to 30 April; summer 1 April to 31 July; autumn 1 September
                                            to 31 December: the widest that English schools keep; in a school
                                            year, "spring term 2020/21" is the one of 2021
    w/c 8 March 2021                        seven days from then
    Ongoing, TBC, N/A and their like        no days

    "before" any of these is the day before it begins. "by", "by the end of", "from" and "completed" are read over. The
    words stay.
    """
    if isinstance(value, date):
        return Due(words=wording.day(value), first=value, last=value)
    words = value.strip()
    if re.sub(r"[\W_]+", " ", words.casefold()).strip() in ("", *_NO_DAYS):
        return Due(words=words) if words else None
    if readings(words):
        return None
    plain = _plain(words)
    if plain.startswith("before ") and (days := _days(_plain(plain.removeprefix("before ")))):
        eve = days[0] - timedelta(days=1)
        days = (eve, eve)
    else:
        days = _days(plain)
    return Due(words=words, first=days[0], last=days[1]) if days else None


def _days(plain: str) -> Days | None:
    """The first and the last day of words without their introduction; None where they name none."""
    for pattern, days in _FORMS:
        if found := pattern.fullmatch(plain):
            try:
                return days(found)
            except KeyError:  # a word that is no month: "autumn 2020"
                continue
            except ValueError:  # the 31st of a month of thirty days
                return None
    return None


def _plain(words: str) -> str:
    """Words in lower case, without punctuation at their ends or the words that dates are introduced with."""
    plain = re.sub(r"[^\w/.\-]+", " ", words.casefold()).strip(" .-")
    return re.sub(r"^(?:completed|complete|due|by|from|in|on|during|the|\s)+\s+(?=\S)", "", plain)


def readings(words: str) -> tuple[date, ...]:
    """The two days that "03/04/2021" may be, day first and month first; () for words that can be read in one way."""
    found = _AMBIGUOUS.search(_plain(words))
    if not found or found["day"] == found["month"]:
        return ()
    year, one, other = _year(found["year"]), int(found["day"]), int(found["month"])
    return (date(year, other, one), date(year, one, other)) if 0 < one <= 12 and 0 < other <= 12 else ()


def parse_month(day: date) -> Due:
    """The month that a cell shows ("Apr-21") although Excel keeps its first day."""
    first, last = _month_days(day.year, day.month)
    return Due(words=f"{wording.MONTHS[day.month - 1]} {day.year}", first=first, last=last)


def parse_day(words: str) -> date | None:
    """The one day that `words` name, or None."""
    due = parse_due(words)
    return due.first if due and due.first == due.last else None


def _year(digits: str) -> int:
    return 2000 + int(digits) if len(digits) == 2 else int(digits)


_MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(wording.MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()} | {"sept": 9}
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\s+)?"


def _month_days(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _numbers(found: re.Match[str]) -> Days:
    day = date(_year(found["year"]), int(found["month"]), int(found["day"]))
    return day, day


def _named_day(found: re.Match[str]) -> Days:
    day = date(_year(found["year"]), _MONTH_NUMBERS[found["month"]], int(found["day"]))
    return day, day


def _week(found: re.Match[str]) -> Days:
    form, days = (_FORM_NUMBERS, _numbers) if re.search(r"\d[/.\-]\d", found["start"]) else (_FORM_DAY, _named_day)
    if not (start := form.fullmatch(found["start"])):
        raise ValueError(found["start"])
    monday = days(start)[0]
    return monday, monday + timedelta(days=6)


def _month(found: re.Match[str]) -> Days:
    first, last = _month_days(_year(found["year"]), _MONTH_NUMBERS[found["month"]])
    match (found["part"] or "").strip(" -").removesuffix(" of").removesuffix(" of the"):
        case "end":
            return last, last
        case "beginning" | "start":
            return first, first
        case "early":
            return first, first.replace(day=10)
        case "mid" | "middle":
            return first.replace(day=11), first.replace(day=20)
        case "late":
            return first.replace(day=21), last
    return first, last


def _quarter(found: re.Match[str]) -> Days:
    start = _split_year(found)
    month = 3 * int(found["quarter"]) + 1
    first = date(start + (month > 12), (month - 1) % 12 + 1, 1)
    return first, _month_days(first.year, first.month + 2)[1]


def _financial_year(found: re.Match[str]) -> Days:
    start = _split_year(found)
    return date(start, 4, 1), date(start + 1, 3, 31)


def _split_year(found: re.Match[str]) -> int:
    """The first year of "2020/21"; the second must follow it."""
    start = _year(found["year"])
    if found["next"] not in (str(start + 1), str(start + 1)[2:]):
        raise ValueError(found[0])
    return start


def _calendar_year(found: re.Match[str]) -> Days:
    year = int(found["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _season(found: re.Match[str]) -> Days:
    year = _year(found["year"])
    if found["next"] and (found["season"] != "winter" or _year(found["next"]) % 100 != (year + 1) % 100):
        raise ValueError(found[0])
    first = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[found["season"]]
    end_year, end_month = (year + 1, 2) if found["season"] == "winter" else (year, first + 2)
    return date(year, first, 1), _month_days(end_year, end_month)[1]


def _term(found: re.Match[str]) -> Days:
    first, last = {"spring": (1, 4), "summer": (4, 7), "autumn": (9, 12)}[found["season"]]
    year = _split_year(found) if found["next"] else _year(found["year"])
    if found["next"] and first < 9:
        year += 1
    return date(year, first, 1), _month_days(year, last)[1]


_FORM_NUMBERS = re.compile(rf"(?P<day>\d\d?)(?P<sep>[/.\-])(?P<month>\d\d?)(?P=sep){_YEAR}")
_AMBIGUOUS = re.compile(rf"(?<![\d/\-])(?P<day>\d\d?)(?P<sep>[/\-])(?P<month>\d\d?)(?P=sep){_YEAR}$")
_FORM_DAY = re.compile(rf"{_WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)?[\s\-]+(?:of\s+)?{_MONTH}[\s\-]+{_YEAR}")
_PART = r"(?P<part>(?:(?:the\s+)?(?:end|beginning|start|early|middle|mid|late)(?:\s+of(?:\s+the)?)?[\s\-]+)?)"
_SPLIT_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)\s*[/\-]\s*(?P<next>(?:19|20)?\d\d)"
_NEXT = r"(?:\s*[/\-]\s*(?P<next>(?:19|20)?\d\d))?"

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = (
    (re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)"), _numbers),
    (_FORM_NUMBERS, _numbers),
    (_FORM_DAY, _named_day),
    (re.compile(rf"(?:w/c|wc|week commencing|week beginning)\s+(?P<start>{_WEEKDAY}\S.*)"), _week),
    (re.compile(rf"{_PART}{_MONTH}[\s\-]*{_YEAR}"), _month),
    (re.compile(rf"(?:end of\s+)?(?:q|quarter\s*)(?P<quarter>[1-4])[\s,]*(?:of\s+)?{_SPLIT_YEAR}"), _quarter),
    # Four digits, as 11/12 may be a day and a month.
    (re.compile(rf"(?:end of\s+)?(?=\d{{4}}){_SPLIT_YEAR}"), _financial_year),
    (re.compile(r"(?:end of\s+)?(?P<year>(?:19|20)\d\d)"), _calendar_year),
    (re.compile(rf"(?:the\s+)?(?P<season>spring|summer|autumn)\s+term\s+{_YEAR}{_NEXT}"), _term),
    (
        re.compile(rf"(?P<season>spring|summer|autumn|winter)\s+{_YEAR}{_NEXT}"),
        _season,
    ),
)
