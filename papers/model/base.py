"""What every part of the model shares: frozen, strict, and nothing it was not asked for."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A value that never changes: unknown fields are refused and nothing is converted behind the author's back."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", arbitrary_types_allowed=True)
