"""Slides: a council's PowerPoint template and the facts of a paper -> the bytes of a presentation."""
