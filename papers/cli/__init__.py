"""The `papers` command: the only wing that prints, exits, reads the environment or asks what time it is."""

from papers.cli import chase, facts, paper, reference, template
from papers.cli.command import main

__all__ = ["chase", "facts", "main", "paper", "reference", "template"]
