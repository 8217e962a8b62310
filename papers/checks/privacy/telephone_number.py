"""There is a telephone number that is not the contact's.

The report gives one number, the contact's. Any other may be an officer's own, or a family's. Landlines and mobiles of
the United Kingdom are reported, with 0 or +44, in any grouping, where such a number can be in use; freephone numbers
and helplines (0800, 0300, 0845) belong to nobody and are not. The finding shows the last two figures.

Example     Progress: "Ring the duty worker on 0151 496 0999"
Instead     take it out, or say where the number is published
Source      UK GDPR Art 5(1)(c); Ofcom's numbering plan, as Google's libphonenumber knows it
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

# It starts with a sign that is rarer than letters and looks behind afterwards. Dates and amounts begin otherwise.
_NUMBER = re.compile(
    r"[+0](?<![\w/.,£+=-][+0])(?:(?<=\+)44[ -]?(?:\(0\)[ -]?)?|(?<=0)(?=[0-9]{2}))"
    r"[0-9]{2,5}\)?[ .-]{0,2}[0-9](?:[0-9 .-]{3,10})[0-9](?![\w/]|[ .-]?[0-9])"
)


def telephone_number(paper: Paper) -> Iterator[Report]:
    """Numbers in use in the United Kingdom, other than the contact's."""
    contact = paper.report.contact.telephone if paper.report.contact else ""
    theirs: set[int] | None = None
    for passage, found in paper.passages.find(_NUMBER):
        if found[0] in contact:
            continue
        if theirs is None:
            theirs = {_in_use(each[0]) for each in _NUMBER.finditer(contact)}
        number = _in_use(found[0])
        if number and number not in theirs:
            yield at(
                passage.place,
                f"there is a telephone number (ending {found[0][-2:]}) that is not the contact's",
                "take it out, or say in report.yaml under acknowledge, PD006, whose it is",
            )


def _in_use(number: str) -> int:
    """The landline or mobile without its 0 or +44; 0 where there is no such number."""
    # Read when there is something to judge: it takes longer to load than all rules take to look.
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return 0
    kinds = phonenumbers.PhoneNumberType
    of_people = (kinds.FIXED_LINE, kinds.MOBILE, kinds.FIXED_LINE_OR_MOBILE, kinds.PERSONAL_NUMBER, kinds.VOIP)
    return (parsed.national_number or 0) if phonenumbers.number_type(parsed) in of_people else 0


CHECK = Check("PD006", Severity.WARNING, telephone_number)
