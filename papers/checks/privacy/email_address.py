"""There is an e-mail address that is not the contact's.

The report gives one address, the contact's. Any other is mostly left from an e-mail that was pasted into a cell, and
names an officer or a parent who did not expect to be in public. The finding shows the first letter and the part after
the @.

Example     Progress: "Agreed, see mail from j.smith@example.org of 3 March"
Instead     take it out; name the post or the team
Source      UK GDPR Art 5(1)(c); ICO, disclosing documents to the public securely
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

# It starts with the @, which is rare; the name before it is looked for afterwards.
_AT = re.compile(r"@(?<=[\w.+'-]@)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NAME = re.compile(r"[\w.+'-]+$")


def email_address(paper: Paper) -> Iterator[Report]:
    """E-mail addresses other than the contact's."""
    contact = paper.report.contact.email.casefold() if paper.report.contact else ""
    for passage, found in paper.passages.find(_AT):
        name = _NAME.search(found.string, max(found.start() - 64, 0), found.start())
        if name and (name[0].lstrip(".'+-") + found[0]).casefold() != contact:
            yield at(
                passage.place,
                f'there is an e-mail address, "{wording.shortened(name[0][0] + "..." + found[0])}"',
                "take it out, or say in report.yaml under acknowledge, PD005, why it may be published",
            )


CHECK = Check("PD005", Severity.WARNING, email_address)
