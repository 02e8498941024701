"""The base of every value that passes between stages."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that validates when made and never changes afterwards.

    Unknown fields are refused, so that a misspelt one fails where it is written.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null")
