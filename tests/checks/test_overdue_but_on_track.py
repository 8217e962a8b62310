"""AP101, an action called on track after its last due day."""

from papers.checks.plan.overdue_but_on_track import CHECK
from tests.builders import a_plan


def test_reports_an_on_track_action_past_its_due_date():
    """An action on track after its last due day is reported at its RAG cell."""
    paper = a_plan(
        """
        Ref | Action  | Lead | Due        | RAG
        3.2 | Recruit | HoS  | 31/12/2020 | Amber
        """
    )

    (finding,) = CHECK(paper)

    assert str(finding.where) == "Actions!E2"
    assert 'action 3.2 is "Amber: on track" but was due by 31 December 2020' in finding.sentence


def test_is_silent_while_the_due_day_is_to_come_or_unknown():
    """A due day that is today, a month that is not over, a revised date and words without days are not overdue."""
    paper = a_plan(
        """
        Ref | Action  | Lead | Due        | Revised due | RAG
        1   | Recruit | HoS  | 16/03/2021 |             | Amber
        2   | Train   | HoS  | March 2021 |             | Amber
        3   | Review  | HoS  | 31/12/2020 | 30/06/2021  | Amber
        4   | Agree   | HoS  | TBC        |             | Amber
        5   | Close   | HoS  | 31/12/2020 |             | Green
        """
    )

    assert CHECK(paper) == []
