"""Sentences as officers write them, and what the rules about them have to say."""

from __future__ import annotations

# What the plan is in every line: 24 actions; 12 completed, 5 on track, 3 off track (3.2 to 3.4), 2 not started and 2
# business as usual. The police have every second action. None is overdue on 16 March 2021.
COLOURS = ["Green"] * 12 + ["Amber"] * 5 + ["Red"] * 3 + ["Yellow"] * 2 + ["Blue"] * 2

SILENT = ""

# A sentence | the code of the finding, or nothing for silence.
NUMBERS = """
    20 of 24 actions are completed.                                                       | TX101
    12 of 24 actions are completed.                                                       |
    So far, twelve of the 24 actions have been completed.                                 |
    Thirteen of the plan's 24 actions have been completed.                                | TX101
    Of the 24 actions in the plan, 12 are complete, 5 are on track and 3 are off track.   |
    Of the 24 actions in the plan, 12 are complete, 6 are on track and 3 are off track.   | TX101
    12 (50%) of the 24 actions are now complete.                                          |
    12 out of 22 actions are now complete.                                                | TX101
    Half of the actions are completed.                                                    |
    55% of the actions are completed.                                                     | TX101
    50 per cent of all actions are completed.                                             |
    Three actions remain.                                                                 | TX101
    Ten actions remain to be completed.                                                   |
    Only four actions are still outstanding.                                              | TX101
    All actions are on track.                                                             | TX101
    All 24 actions have been completed.                                                   | TX101
    Every action is either completed or on track.                                         | TX101
    There are no red actions.                                                             | TX101
    No actions are off track.                                                             | TX101
    None of the actions is overdue.                                                       |
    Two actions are overdue.                                                              | TX101
    Three actions are off track: the car, the training and the visits.                    |
    We have come a long way, and three actions are rated Red.                             |
    Four actions are rated Red.                                                           | TX101
    There are four red actions in the plan.                                               | TX101
    Two actions have yet to start.                                                        |
    Seven actions have not started.                                                       | TX101
    All but twelve actions are completed.                                                 |
    All but two of the actions are completed.                                             | TX101
    More than ten actions are completed.                                                  |
    More than 20 actions are completed.                                                   | TX101
    At least a dozen lessons were learnt, and at least twelve actions are completed.      |
    The plan has 24 actions.                                                              |
    The action plan contains 25 actions under four priorities.                            | TX101
    There are 30 actions in the plan.                                                     | TX101
    The plan has 24 actions. Of these, 14 are completed or part of business as usual.     |
    The plan has 24 actions. Of these, 16 are completed or part of business as usual.     | TX101
    As at 16 March 2021, 11 of the 24 actions were complete.                              | TX101
    For the police, six of the twelve actions are completed.                              |
    For the police, eight of the twelve actions are completed.                            | TX101
    Four actions of the police are completed.                                             | TX101
    All police actions are completed.                                                     | TX101
    Eight of the twelve actions led by early help are completed.                          | TX101
    We have completed 20 of the 24 actions.                                               | TX101
    Just three actions are left.                                                          | TX101
    Not all actions are completed.                                                        |
    The plan includes three actions for schools.                                          |
    The plan's 22 actions are grouped under four priorities.                              | TX101
    So far 20/24 actions are completed.                                                   | TX101
    Five actions are off track, mainly because of the pandemic.                           | TX101
    Partners met twice; 17 actions are completed or on track.                             |
    12 actions completed, 5 on track and 4 off track.                                     | TX101
"""
NO_CLAIMS = """
    In September 2020, 8 of 30 actions were complete.                                     |
    At the last meeting, five actions were off track.                                     |
    Since then, seven actions have been completed.                                        |
    A further four actions were completed over the summer.                                |
    The Committee heard in January 2021 that nine actions were off track.                 |
    Six actions of the police are completed.                                              |
    Two actions of the children's homes are completed.                                    |
    Two of the actions on training are completed.                                         |
    Three actions in early years are completed.                                           |
    Under Priority 2, three actions are completed.                                        |
    Four actions are completed in Priority 3.                                             |
    20 of 24 schools are on track.                                                        |
    14 of 20 recommendations are completed.                                               |
    Nine of the ten posts are filled, and 139 of 214 reviews are complete.                |
    Four inspectors spent six days with the teams.                                        |
    If all actions are completed, the Board will stand down.                              |
    Once all actions are complete, the plan is closed.                                    |
    Until every action is completed, the Group meets monthly.                             |
    Members asked whether all actions are on track.                                       |
    The aim is that all actions are completed by the autumn.                              |
    All actions are to be completed by July 2021.                                         |
    Partners want to see that all actions are complete.                                   |
    All actions should be on track by then.                                               |
    Are all actions on track?                                                             |
    Two red actions have new dates.                                                       |
    The actions that are off track have new dates.                                        |
    Most actions are completed or close to it.                                            |
    No action is needed from the Committee.                                               |
    Legal action was taken twice, and both cases are closed.                              |
    All actions are completed except for the triage car.                                  |
    Four areas for priority action were set.                                              |
    20 actions are partly completed.                                                      |
    The previous plan has 40 actions.                                                     |
    Three of these actions are completed.                                                 |
    By June 2021 all actions are expected to have a named lead.                           |
"""
JUDGEMENTS = """
    Most actions are completed or part of business as usual.                              |
    Most actions are off track.                                                           | TX102
    The actions are, in the main, complete.                                               |
    The actions are largely off track.                                                    | TX102
    Nearly all actions are completed.                                                     | TX102
    The vast majority of actions are completed, on track or business as usual.            |
    Only a few actions are completed.                                                     | TX102
    About 20 actions are completed.                                                       | TX102
    About a dozen actions are completed.                                                  |
    Around 13 actions are completed.                                                      |
    There is no anticipated risk to implementation.                                       | TX103
    Much is done, with no risk to delivery of the plan.                                   | TX103
    No risks to the timetable of the plan have been identified.                           | TX103
    The plan is on track.                                                                 | TX103
    Overall, delivery of the action plan remains on track.                                | TX103
    Everything is on track.                                                               | TX103
    The actions are on track.                                                             | TX103
    No risks are anticipated.                                                             | TX103
    The plan is complete.                                                                 | TX103
    All actions are expected to be delivered on time.                                     | TX103
    It is expected that all actions will be delivered.                                    | TX103
    There is no risk to the Council's finances.                                           |
    There is no legal risk in noting the report.                                          |
    The communications plan is on track.                                                  |
    The review of the plan is on track.                                                   |
    If the plan is on track in June, the Group meets less often.                          |
    There is no risk to delivery of action 1.2.                                           |
    The Strategy is on track, and there is no risk to its launch.                         |
    Action 1.1 is completed.                                                              |
    Action 3.2 is completed.                                                              | TX104
    The visits (action 3.2) are on track.                                                 | TX104
    The visits are rated Red (action 3.2).                                                |
    The visits are rated Green (action 3.2).                                              | TX104
    Actions 3.2 and 3.3 are off track.                                                    |
    Actions 3.1 and 3.2 are off track.                                                    | TX104
    Once action 3.2 is completed, the post ends.                                          |
    Action 3.2 is to be completed by July.                                                |
"""
REFERENCES = """
    The audit (action 3.8) is done.                                                       |
    The audit (action 3.9) is new.                                                        | TX201
    See actions 1.1, 1.2 and 7.4.                                                         | TX201
    Actions 1.1 to 1.4 come first.                                                        |
    Action 5 of the Ofsted letter asks for this.                                          |
    The former action 4.8 is part of it.                                                  |
    Urgent action 24 hours a day is in place.                                             |
    The budget is £1.1 million, and section 1.1 of version 7.4 applies.                   |
    Appendix 1 shows the plan.                                                            |
    Appendix 3 shows the risks.                                                           | TX202
    Annex B has the assessment.                                                           |
    Annexes A to D have the rest.                                                         | TX202
    Appendix 4 of the Ofsted letter says so.                                              |
    Annex C to the framework says so.                                                     |
    An annex a mile away was closed.                                                      |
    The reasons are in section 2.                                                         |
    The reasons are in section 7.                                                         | TX204
    The reasons are noted in section 9 above.                                             | TX204
    It was held under section 20 of the Children Act 2004.                                |
    A section 47 enquiry was made.                                                        |
    The Section 151 Officer agrees.                                                       |
    Paragraph 2.2 tells of the delay.                                                     |
    Paragraph 2.9 tells of the delay.                                                     | TX204
    The delay is explained at 2.9 above.                                                  | TX204
    The delay is explained at 2.1 above, and cost 2.9 points.                             |
    Area for priority action 2 is about drift.                                            |
    It is exempt under paragraph 3 of Schedule 12A.                                       |
    Paragraph 4.7 of the inspectors' letter praises this.                                 |
    Regulation 3.1 applies.                                                               |
"""
WORDING = """
    The Committee will approve the revised plan in May.                                   | TX402
    The plan will be agreed by the Cabinet in June.                                       | TX402
    When Members agree the plan, the posts are advertised.                                | TX402
    The Committee is asked to approve the revised plan.                                   |
    If the Cabinet will agree the plan, the posts are advertised.                         |
    The Cabinet will be asked to agree the plan.                                          |
    The Committee will receive a report in May.                                           |
    The YOT records each referral.                                                        | TX403
    The youth offending team (YOT) records each referral. The YOT is small.               |
    The Integrated Care Board buys it. The ICB pays.                                      |
    The NHS and GPs take part.                                                            |
    It was sent on 30th March 2020.                                                       | TX406
    It was sent on 30 March 2020.                                                         |
    It was sent on 30/03/2020.                                                            | TX406
    It was sent in 2020/21, 24/7, in March 2021.                                          |
    It was answered on 17 April 20.                                                       | TX406
    On March 16, 2021 it was answered.                                                    | TX406
    The multi -agency team shares information.                                            | TX407
    The information- sharing rules and pre- and post-natal care are new.                  | TX407
    The drop-in in each area is open to short- and long-term visitors.                    |
    The the plan is new.                                                                  | TX407
    The plan , which is new, is long.                                                     | TX407
"""


def rows(picture: str) -> list[tuple[str, str]]:
    """The sentences of a picture, each with the code that is expected; "" is silence."""
    lines = [line.rsplit("|", 1) for line in picture.splitlines() if line.strip()]
    return [(sentence.strip(), code.strip()) for sentence, code in lines]
