"""Committee papers from structured inputs, in the council's own Word templates."""

__version__ = "0.1.0"
