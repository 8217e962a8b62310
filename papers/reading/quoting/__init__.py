"""Facts in the text: what authors write between {{ and }} in report.yaml and narrative.md."""
