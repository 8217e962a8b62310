"""The last report's plan is read, and actions are followed from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from papers.errors import PapersError
from papers.model.changes import Movement
from papers.model.report import PlanSource
from papers.reading.last_report import read_last_report
from papers.reading.located import Keys
from papers.reading.paper import read_paper
from papers.reading.previous import parse_changes
from tests.builders import REPORT, TEMPLATES, a_folder, a_plan, sefton
from tests.checks.papers_of import Place

THEN = """
    Ref | Action                       | Lead | Due          | Progress | RAG
    4.7 | Promote the psychiatry line  | HoS  | 31 May 2020  | Begun    | Amber
    4.8 | Train all emergency staff    | HoS  | 31 May 2020  | Begun    | Amber
"""


def since(now, then=THEN, since=None, **source):
    """The changes between two pictures of sheets."""
    plans = (a_plan(picture).plan for picture in (now, then))
    return parse_changes(*plans, PlanSource(**source), Keys({}, Place("report.yaml")), since)


def moves(parsed):
    """For each action the Ref it had then, and whether it was matched by its words."""
    return [(each.action.ref, each.before.ref if each.before else "", each.by_words) for each in parsed.value.actions]


def a_pair(tmp_path, named, then=THEN, now=THEN, **settings):
    """The reading of a paper whose report.yaml names the last one as `named`, and of the last one itself."""
    a_folder(tmp_path / "last", plan=then, report=REPORT.replace("2021-03-16", "22 September 2020"))
    more = "".join(f"  {key}: {value}\n" for key, value in settings.items())
    report = f"{REPORT}\naction_plan:\n  previous: {named}\n{more}"
    return read_paper(a_folder(tmp_path / "now", plan=now, report=report), [TEMPLATES])


@pytest.mark.parametrize("named", ["../last", "../last/", "../last/action-plan.xlsx"])
def test_the_last_report_is_named_by_its_folder_or_its_workbook(tmp_path, named):
    """Either way its plan is read, and the day of its position is known from its report.yaml."""
    read = a_pair(tmp_path, named).value

    assert read.paper.changes.since == date(2020, 9, 22)
    assert [each.movement for each in read.paper.changes.actions] == [Movement.SAME] * 2
    assert {"../last/action-plan.xlsx", "../last/report.yaml"} <= set(read.digests)


def test_a_workbook_alone_tells_no_day(tmp_path):
    """The changes are known all the same."""
    (a_folder(tmp_path / "last") / "report.yaml").unlink()
    report = f"{REPORT}\naction_plan:\n  previous: ../last/action-plan.xlsx\n"

    changes = read_paper(a_folder(tmp_path / "now", report=report), [TEMPLATES]).value.paper.changes

    assert (changes.since, len(changes.actions)) == (None, 2)


def test_a_last_report_that_is_not_there_stops_the_run(tmp_path):
    """The sentence names the file and the key in which it is named."""
    with pytest.raises(PapersError, match=r'report\.yaml: there is no "\.\./gone", which action_plan\.previous names'):
        a_pair(tmp_path, "../gone")


@pytest.mark.parametrize("then", [THEN.replace("Begun    | Amber", "Begun    | Pink", 1), "Nothing | here"])
def test_a_last_plan_that_cannot_be_read_stops_the_build(tmp_path, then):
    """Actions that members have seen would be called new."""
    findings = a_pair(tmp_path, "../last", then=then).findings

    assert {each.severity.value for each in findings if each.code.startswith("AP0")} == {"error"}
    assert all("the last report's plan cannot be compared: " in each.sentence for each in findings[:1])


@pytest.mark.parametrize("named", [".", "action-plan.xlsx", "../now/action-plan.xlsx"])
def test_a_paper_is_not_its_own_last_report(tmp_path, named):
    """Nothing would ever have changed."""
    findings = a_pair(tmp_path, named).findings

    assert [(each.code, each.sentence) for each in findings] == [("AP021", "this is the paper's own workbook")]


def test_a_last_report_of_a_later_day_is_none(tmp_path):
    """The dates are wrong, or the folder is."""
    a_folder(tmp_path / "later", plan=THEN, report=REPORT.replace("2021-03-16", "16 March 2022"))
    report = f"{REPORT}\naction_plan:\n  previous: ../later\n"

    (finding,) = read_paper(a_folder(tmp_path / "now", plan=THEN, report=report), [TEMPLATES]).findings

    assert (finding.code, "which is after this one's, 16 March 2021" in finding.sentence) == ("AP021", True)


def test_an_old_workbook_in_the_same_folder_has_no_day(tmp_path):
    """The report.yaml there is this paper's."""
    report = f"{REPORT}\naction_plan:\n  previous: old.xlsx\n"
    folder = a_folder(tmp_path / "now", plan=THEN, report=report)
    (folder / "old.xlsx").write_bytes((folder / "action-plan.xlsx").read_bytes())

    parsed = read_paper(folder, [TEMPLATES])

    assert (parsed.value.paper.changes.since, parsed.value.paper.previous_meeting) == (None, None)


@pytest.mark.parametrize("named", ["a" * 400, "\0", "a/" * 200])
def test_a_name_that_no_file_can_have_is_a_sentence(tmp_path, named):
    """No traceback."""
    with pytest.raises(PapersError, match="there is no"):
        read_last_report(tmp_path, named, sefton())


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ({"renumbered": {"4.7": "4.8", "4.8": "4.8"}}, "action 4.7 was 4.8 already"),
        ({"renumbered": {"4.7": "4.8"}, "removed": {"4.8": "Merged."}}, "action 4.8 is 4.7 now, under renumbered"),
        ({"removed": {"4.8": "Merged."}}, "action 4.8 is still in the plan"),
    ],
)
def test_an_action_is_not_two_things_at_once(source, sentence):
    """What report.yaml says of it contradicts itself or the plan."""
    assert sentence in [finding.sentence for finding in since(THEN, **source).findings]


def test_a_plan_whose_refs_are_all_new_is_matched_by_its_words():
    """However many actions it has."""
    rows = [f"{number} | Do the thing number {number} | HoS | 2022 | Amber" for number in range(600)]
    now = [row.replace(" |", "x |", 1) for row in rows]
    plans = ("\n".join(["Ref | Action | Lead | Due | RAG", *each]) for each in (now, rows))

    assert all(by_words and ref == f"{before}x" for ref, before, by_words in moves(since(*plans)))


def test_an_action_that_got_another_ref_is_found_by_its_words():
    """The words were polished on the way; the rest keep their Refs."""
    now = THEN.replace("4.8 | Train all emergency staff ", "4.9 | Train all of the emergency staff")

    assert moves(since(now)) == [("4.7", "4.7", False), ("4.9", "4.8", True)]


def test_what_report_yaml_says_goes_before_refs_and_words():
    """Two actions that changed places are each what they are said to be."""
    now = THEN.replace("4.7", "x").replace("4.8", "4.7").replace("x", "4.8")

    assert moves(since(now, renumbered={"4.7": "4.8", "4.8": "4.7"})) == [("4.8", "4.7", False), ("4.7", "4.8", False)]


def test_what_was_removed_is_looked_for_no_more():
    """Its Ref may be used again, for an action that is new."""
    parsed = since(
        THEN.replace("Train all emergency staff", "Publish a Local Offer"), removed={"4.8": "Merged with 4.7."}
    )

    assert moves(parsed) == [("4.7", "4.7", False), ("4.8", "", False)]
    assert [(gone.action.ref, gone.reason) for gone in parsed.value.removed] == [("4.8", "Merged with 4.7.")]


def test_actions_that_have_little_in_common_are_not_matched():
    """One is new, and the other is gone."""
    parsed = since(THEN.replace("4.8 | Train all emergency staff", "4.9 | Publish the Local Offer"))

    assert moves(parsed)[1] == ("4.9", "", False)
    assert [gone.action.ref for gone in parsed.value.removed] == ["4.8"]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ({"renumbered": {"5.1": "4.8"}}, "there is no action 5.1 in the plan"),
        ({"renumbered": {"4.8": "5.1"}}, "there is no action 5.1 in the last report"),
        ({"removed": {"4.88": "Merged."}}, "there is no action 4.88 in the last report"),
    ],
)
def test_a_ref_that_no_action_has_is_an_error(source, sentence):
    """AP020, with the nearest Ref that there is."""
    (finding,) = since(THEN, **source).findings

    assert (finding.code, finding.sentence) == ("AP020", sentence)


ACTIONS = st.lists(
    st.tuples(st.integers(1, 9), st.sampled_from(("Train all staff", "Train all the staff", "Publish a guide"))),
    max_size=5, unique_by=lambda action: action[0],
)  # fmt: skip


def picture(actions):
    """The sheet of some actions."""
    rows = "".join(f"{ref} | {words} | HoS | 2022 | Amber\n" for ref, words in actions)
    return f"Ref | Action | Lead | Due | RAG\n{rows or '99 | Nothing | HoS | 2022 | Amber'}"


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(ACTIONS, ACTIONS)
def test_the_same_actions_are_matched_whichever_plan_is_the_earlier_one(one, other):
    """The pairs of one way are those of the other way round, also where words alone match them."""
    forth, back = (since(picture(now), picture(then)) for now, then in ((one, other), (other, one)))

    def pairs(parsed):
        return {(each.action.ref, each.before.ref) for each in parsed.value.actions if each.before}

    assert pairs(forth) == {(now, then) for then, now in pairs(back)}
