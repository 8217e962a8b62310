"""Dates, counts and lists in the house style. The only place that formats; knows no files and no models."""

from __future__ import annotations

import difflib
import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

# Spelt out here because strftime("%B") follows the machine's locale, and papers must not.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


# Control characters other than tab and line break, surrogates and non-characters: XML forbids them, and so does Word.
_UNPRINTABLE = {
    code: None for code in (*range(0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if code not in (9, 10)
}


def printable(value: str) -> str:
    """`value` without the characters that no document may carry; every kind of line end is "\\n"."""
    if value.isprintable():
        return value
    return value.replace("\r\n", "\n").replace("\r", "\n").translate(_UNPRINTABLE)


def day(value: date) -> str:
    """A day in full, with no leading zero: "16 March 2021"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def from_now(days: int) -> str:
    """How far a day is from the one in hand: 12 is "in 12 days", 0 "today", -1 "1 day ago"."""
    if days == 0:
        return "today"
    away = f"{count(abs(days))} {plural(abs(days), 'day')}"
    return f"in {away}" if days > 0 else f"{away} ago"


def count(number: int) -> str:
    """A whole number with its thousands set off: "10,000"."""
    return f"{number:,}"


def in_words(number: int) -> str:
    """A count inside a sentence: "no" to "ten" in words, figures from 11 and below 0."""
    return _SMALL[number] if 0 <= number <= 10 else count(number)


def letter(number: int) -> str:
    """A number as annexes are lettered: 1 is "A", 26 is "Z", 27 is "AA". 0 and less give ""."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def plural(number: int, one: str, many: str = "") -> str:
    """`one` or `many` as `number` asks; `many` is `one` with an s where it is left out: (2, "action") is "actions"."""
    return one if number == 1 else many or f"{one}s"


def are(number: int) -> str:
    """The verb that goes with a count: 1 "is", others "are"."""
    return "is" if number == 1 else "are"


def tally(words: Iterable[str], kinds: Iterable[str]) -> str:
    """How many of `words` there are of each of `kinds`, in their order: "1 error and 3 warnings". None gives ""."""
    counts = Counter(words)
    return listing(f"{count(counts[kind])} {plural(counts[kind], kind)}" for kind in kinds if counts[kind])


def listing(items: Iterable[str], joiner: str = "and") -> str:
    """Items as a sentence lists them: "a, b and c". Nothing gives ""."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joiner} {words[-1]}"


def spans(numbers: Iterable[int]) -> str:
    """Whole numbers in order, runs of them shortened: "3, 7 to 9 and 12". Nothing gives ""."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run] for run in runs)
    return listing(itertools.chain.from_iterable(named))


def yes_no(value: bool) -> str:
    """A yes or no as a form says it."""
    return "Yes" if value else "No"


def text(value: object) -> str:
    """Any value a template may print, in the house style; text stays as it is.

    Raises TypeError for what has no wording (None, a time of day, a model), so that "None" is never printed.
    """
    match value:
        case str():
            return value
        case bool():
            return yes_no(value)
        case int():
            return count(value)
        case date() if type(value) is date:
            return day(value)
        case list() | tuple():
            return listing(text(item) for item in value)
    raise TypeError(type(value).__name__)


def figure(value: float, decimals: int, is_percentage: bool = False) -> str:
    """A number as a cell shows it: 1.1 with two decimals is "1.10", 0.5 as a percentage without any "50%"."""
    return f"{value:.{decimals}{'%' if is_percentage else 'f'}}"


def of_cell(value: str | int | float | bool | date | None) -> str:
    """A cell's value in the words an officer sees: 3.0 is "3", a date is in the house style, empty is ""."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return yes_no(value)
        case float() if value.is_integer():
            return str(int(value))
        case date():
            return day(value)
    return str(value)


def quoted(items: Sequence[str], most: int = 12) -> str:
    """The choices an author has, each in quotes; past `most` the rest is counted, not printed."""
    shown = [f'"{item}"' for item in items[:most]]
    rest = len(items) - len(shown)
    return listing([*shown, f"{rest} more"] if rest else shown, "or")


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """`did you mean "..."?` for the nearest choice, in any case; "" where none is near."""
    by_folded = {choice.casefold(): choice for choice in choices}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.62)
    return f'did you mean "{by_folded[near[0]]}"?' if near else ""


def shortened(value: str, most: int = 60) -> str:
    """A value on one line, cut with "..." past `most` characters, as findings quote it and summaries fit it."""
    line = " ".join(value.split())
    return line if len(line) <= most else f"{line[: most - 3].rstrip()}..."
