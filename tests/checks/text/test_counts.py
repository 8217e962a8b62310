"""Counts in the text, in the words of every council: what is true is left alone, and what is off by one is found."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import wording
from papers.checks.prose.words import number_at, tokens
from papers.checks.text.count_differs_from_plan import CHECK as COUNT
from papers.checks.text.typed_table_differs_from_plan import CHECK as TABLE
from papers.findings import Place
from papers.model.narrative import Narrative, Section
from papers.model.passage import Passage
from papers.model.plan import Priority
from papers.model.scheme import State
from papers.model.text import Paragraph, Run, Text
from papers.model.text import Table as TextTable
from tests.checks.papers_of import STATUSES, a_paper_of, a_paper_saying, an_action

SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# Colours of the actions of a plan: at least one of each, so that every count can be off by one either way.
PLANS = st.lists(st.sampled_from(sorted(STATUSES)), max_size=40).map(lambda colours: [*sorted(STATUSES), *colours])


def spelt(number):
    """A number from 0 to 999 in words, as English spells it."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return TENS[tens - 2] + (f"-{SMALL[unit]}" if unit else "")
    hundreds, rest = divmod(number, 100)
    return f"{SMALL[hundreds]} hundred" + (f" and {spelt(rest)}" if rest else "")


def a_plan_of(colours, **values):
    """A paper with an action of each colour, due far ahead, and texts by `saying`."""
    texts = values.pop("saying")
    actions = [an_action(f"1.{at}", colour, due="2030-01-31") for at, colour in enumerate(colours, 1)]
    return a_paper_of(*actions, written=a_paper_saying(*texts).written, **values)


@given(st.integers(0, 999))
def test_every_number_is_read_in_words_and_in_figures(number):
    """A number means the same however it is typed, and what follows it is left."""
    for typed in (spelt(number), str(number), wording.count(number)):
        words = tokens(f"{typed} actions")

        assert number_at(words, 0) == (number, len(words) - 1)


@given(st.integers(1000, 9_999_999))
def test_thousands_are_read_with_and_without_their_comma(number):
    """10,000 actions are ten thousand."""
    assert number_at(tokens(f"{number:,} actions"), 0) == number_at(tokens(f"{number} actions"), 0) == (number, 1)


@pytest.mark.parametrize("text", ["1.1", "20%", "24/7", "3rd", "2.5", "1a", "²", "٣", "9" * 50, "and", "actions"])
def test_other_figures_are_no_count(text):
    """References, shares, dates and figures of other scripts are no number of actions."""
    assert number_at(tokens(text), 0) is None


@settings(max_examples=60)
@given(PLANS, st.sampled_from(sorted(STATUSES)), st.sampled_from([str, spelt]))
def test_a_count_that_is_true_is_left_alone_and_one_off_by_one_is_found(colours, colour, typed):
    """For every status, by label and by colour, in figures and in words, of the total and alone."""
    count, total, label = Counter(colours)[colour], len(colours), STATUSES[colour].label

    for before, after in (("", f" of the {total} actions are {label}."), ("Today, ", f" actions are rated {colour}.")):
        assert COUNT(a_plan_of(colours, saying=[f"{before}{typed(count)}{after}"])) == []
        for wrong in (count - 1, count + 1):
            (finding,) = COUNT(a_plan_of(colours, saying=[f"{before}{typed(wrong)}{after}"]))
            assert f"the plan has {count} of {total} {label}" in finding.sentence
            assert f'{{{{ plan.count("{label}") }}}}' in finding.remedy


@settings(max_examples=40)
@given(PLANS, st.sampled_from([-1, 1]))
def test_a_total_that_is_true_is_left_alone_and_one_off_by_one_is_found(colours, off):
    """The number of all actions is the plan's, however it is said."""
    total = len(colours)
    for sentence in ("The plan has {} actions.", "There are {} actions in the plan.", "All {} actions have a lead."):
        assert COUNT(a_plan_of(colours, saying=[sentence.format(total)])) == []
    for sentence in ("The action plan now has {} actions.", "There are {} actions in Appendix 1."):
        (finding,) = COUNT(a_plan_of(colours, saying=[sentence.format(total + off)]))
        assert f"the plan has {total} actions" in finding.sentence


@settings(max_examples=40)
@given(st.lists(st.sampled_from(sorted(STATUSES)), min_size=1, max_size=12), st.sampled_from(sorted(STATUSES)))
def test_all_and_none_are_found_where_an_action_belies_them(colours, colour):
    """ "No red actions" is wrong with one, and "all actions are red" with one that is not."""
    counted, label = Counter(colours)[colour], STATUSES[colour].label

    assert bool(COUNT(a_plan_of(colours, saying=[f"There are no {colour.lower()} actions."]))) == (counted > 0)
    assert bool(COUNT(a_plan_of(colours, saying=[f"None of the actions is {label}."]))) == (counted > 0)
    if colour in ("Red", "Yellow", "Purple", "Blue"):
        everything = COUNT(a_plan_of(colours, saying=[f"All actions are {label}."]))
        assert bool(everything) == (counted < len(colours))


def test_an_action_past_its_day_belies_that_all_are_on_track():
    """Overdue and on track is no "on track"; nor is it "none overdue"."""
    late = an_action("1.1", "Amber", due="2021-02-28")
    paper = a_paper_of(
        late,
        written=a_paper_saying(
            "All actions are on track.", "No actions are overdue.", "One action is overdue."
        ).written,
    )

    first, second = COUNT(paper)

    assert first.sentence == '"All actions are on track.": in the plan one is overdue (1.1)'
    assert second.sentence == '"No actions are overdue.": the plan has 1 of 1 overdue'
    assert second.remedy.startswith("write {{ plan.overdue | count }};")


def test_what_is_done_and_what_has_not_started_do_not_belie_on_track():
    """ "All actions are on track" is not wrong because some are completed."""
    colours = ["Green", "Blue", "Yellow", "Amber"]

    assert COUNT(a_plan_of(colours, saying=["All actions are on track."])) == []


def test_the_colour_means_what_it_means_in_the_council():
    """The same sentence is right in a council whose Green is completed, and wrong where Green is on track."""
    text = "Two of the three actions are Green."
    paper = a_plan_of(["Green", "Green", "Amber"], saying=[text, "Two of the three actions are completed."])
    other = {"Green": State.ON_TRACK, "Amber": State.COMPLETED}
    rag = tuple(
        status.model_copy(update={"label": other.get(status.colour, status.state).replace("_", " ")})
        for status in paper.profile.rag
    )
    elsewhere = paper.model_copy(update={"profile": paper.profile.model_copy(update={"rag": rag})})

    assert COUNT(paper) == []
    (finding,) = COUNT(elsewhere)
    assert finding.sentence == '"Two of the three actions are completed.": the plan has 1 of 3 completed'


def test_a_sentence_under_the_heading_of_a_part_is_left_alone():
    """Under a priority's heading "three actions" are that priority's, which the rule cannot tell."""
    section = Section(number=1, title="Priority 1: the front door", text=Text(), line=3)
    written = tuple(
        Passage(Place("narrative.md", line=line), words)
        for line, words in ((3, section.title), (5, "Two actions are completed."), (7, "The plan has 9 actions."))
    )
    paper = a_paper_of(an_action("1.1", "Green"), narrative=Narrative(sections=(section,)), written=written)

    (finding,) = COUNT(paper)

    assert finding.where.line == 7


def test_a_priority_that_is_named_before_the_number_is_counted():
    """ "Under Priority 2, two of three actions are completed" is held against that priority alone."""
    actions = [
        an_action(f"{2 - at // 3}.{at}", colour, priority="Waiting" if at < 3 else "Front door")
        for at, colour in enumerate(["Green", "Green", "Red", "Green"])
    ]
    texts = [
        "Under Priority 2, two of the three actions are completed.",
        "Under Priority 2, three actions are completed.",
    ]
    paper = a_paper_of(
        *actions, priorities=[Priority(title="Waiting", ref="2")], written=a_paper_saying(*texts).written
    )

    (finding,) = COUNT(paper)

    assert finding.sentence.endswith("the plan has 2 of 3 completed for Priority 2")


def test_a_paper_without_a_plan_has_no_counts_to_be_wrong():
    """Nothing can be held against a plan that is not there."""
    assert COUNT(a_paper_saying("All actions are on track.", "The plan has 9 actions.")) == []


# Typed tables


def a_table(*rows, title="Progress"):
    """A paper whose narrative has these rows as a table, and as what was written."""
    cells = tuple(tuple((Run(text=cell),) for cell in row) for row in rows)
    table = TextTable(header=cells[0], rows=cells[1:])
    section = Section(number=1, title=title, text=Text(blocks=(Paragraph(runs=()), table)), line=1)
    written = (
        Passage(Place("narrative.md", line=1), title),
        Passage(Place("narrative.md", line=5), "\n".join(table.paragraphs())),
    )
    return {"narrative": Narrative(sections=(section,)), "written": written}


ACTIONS = [an_action("1.1", "Green"), an_action("1.2", "Green"), an_action("1.3", "Red")]


def test_reports_the_lines_of_a_typed_table_that_the_plan_belies():
    """Each line of a table of counts is held against the plan, and so is its total."""
    paper = a_paper_of(
        *ACTIONS, **a_table(("Status", "Actions"), ("Completed", "3"), ("Red: off track", "1"), ("Total", "4"))
    )

    first, second = TABLE(paper)

    assert str(first.where) == "narrative.md:5"
    assert first.sentence == '"Completed 3" stands among typed counts: the plan has 2 completed'
    assert second.sentence == '"Total 4" stands among typed counts: the plan has 3 actions in all'


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([("Status", "Actions"), ("Completed", "2"), ("Off track", "1"), ("Total", "3")], "Progress"),
        ([("Status", "September 2020", "March 2021"), ("Completed", "9", "2"), ("Off track", "4", "1")], "Progress"),
        ([("Status", "In January 2020"), ("Completed", "9"), ("Off track", "4")], "Progress"),
        ([("Post", "Number"), ("Nurse", "9"), ("Total", "9")], "Posts"),
        ([("Status", "Actions"), ("Completed", "9"), ("Off track", "4")], "Priority 2: waiting"),
        ([("Priority", "Completed", "Off track"), ("1", "9", "4"), ("2", "9", "4")], "Progress"),
    ],
)
def test_is_silent_about_tables_that_are_right_or_of_something_else(rows, title):
    """A right table, one of two dates, of another day, of posts, of a part and one of priorities are left alone."""
    assert TABLE(a_paper_of(*ACTIONS, **a_table(*rows, title=title))) == []


def test_reports_a_list_that_counts():
    """Items such as "Completed: 18" are a table without lines."""
    list_ = a_paper_of(
        *ACTIONS, written=a_paper_saying("Completed: 2\nOff track: 2 actions\nNot started (yellow): 0").written
    )

    (finding,) = TABLE(list_)

    assert finding.sentence == '"Off track: 2 actions" stands among typed counts: the plan has 1 off track'
