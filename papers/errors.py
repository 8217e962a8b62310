"""What stops a run. Wrong data never does: that is a finding (findings.py)."""


class PapersError(Exception):
    """The run cannot go on: a file missing, locked or unreadable, a broken template, no room to write.

    Its text is one or two sentences for the author: what is the matter, where, and what to do. Caught once, in
    cli.py, which prints it and exits 3.
    """


class TemplateError(PapersError):
    """A template that cannot be used, named with its tag or style, for whoever owns the templates."""
