"""The faults of a paper that was published in March 2021, restated: its facts in sentences of our own.

What it was: a progress report on the plan that followed a joint inspection. Its plan had actions that were, by its own
key, red: a car that was agreed and had no date, training that was on hold, training that was called off.
"""

from __future__ import annotations

# A key of report.yaml, or "" for a paragraph of the narrative | what stands there.
TEXT = """
    subject                   | Joint Targeted Inspection plan: how it stands
    summary                   | A Joint Targeted Area Inspection took place in the autumn. The multi -agency plan was sent off on 30th March 2020 and answered on 17th April 20.
    summary                   | The inspectors set out what they found in a published letter.
    recommendations[1]        | Ask for another report in six months' time or when the plan is completed, whichever is sooner.
    reasons                   | The Health and Well Being Board is responsible for ensuring delivery of the plan.
    alternatives              | None
    costs.revenue             | Six temporary posts for social workers, contained within the budget of the service.
    costs.capital             | Not applicable at this stage.
    implications.legal        | None
    implications.equality     | There are no equality implications.
    consultations.external    | N/A
                              | Partners are held to the plan; the Council is holding all of them to account through the Young People's Partnership Board.
                              | The plan is attached as Appendix 1, and the letter as Appendix 2.
                              | The work is, in the main, complete, and no risk to implementation is anticipated.
                              | All actions are expected to be delivered.
                              | The YOT was to be trained, and this was called off.
                              | Reports go to the Health and Wellbeing Board.
                              | Seven children aged between 10 and 15 were followed through the system.
"""  # noqa: E501
# Of an action: its Ref, its colour, its due date.
PLAN = (
    ("1.1", "Green", "2020-09-30"),
    ("1.7", "Red", "TBC"),
    ("3.4", "Red", "2020-12-31"),
    ("4.6", "Red", "2020-12-31"),
)

# The fault, by its number in the list of the paper's faults | the rule that finds it | words of what it says.
FAULTS = """
    1  | TX301 | "Joint Targeted Inspection" is "Joint Targeted Area Inspection" elsewhere
    2  | TX202 | there is no appendix 2; the report lists only "Written statement"
    3  | TX103 | no risk to implementation is anticipated
    3  | TX103 | All actions are expected to be delivered
    3  | TX102 | The work is, in the main, complete
    4  | TX301 | "Health and Well Being Board" is "Health and Wellbeing Board" elsewhere
    4  | TX302 | elsewhere it is "Health and Well Being Board" that answers for the plan
    5  | TX409 | nothing is written under core_purpose.place
    6  | TX401 | alternatives says "None" and gives no reason
    6  | TX401 | implications.legal says "None" and gives no reason
    6  | TX401 | implications.equality says "There are no equality implications."
    6  | TX401 | consultations.external says "N/A"
    7  | TX404 | costs.revenue gives no amount and no reason
    7  | TX404 | costs.capital gives no amount and no reason
    8  | TX406 | "30th March 2020" is not in the style
    8  | TX406 | "17th April 20" is not in the style
    9  | TX407 | "multi -agency" looks like a slip
    9  | TX403 | "YOT" is never spelt out
    10 | TX408 | 16 September 2021 is in six months' time after the meeting
    12 | TX405 | cites a paper, and the report has no link and no background papers
"""
