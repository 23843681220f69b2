"""Document -> sentences: normalised text with its map of offsets, segmentation and its repair, UD trees."""

from dragoman.parsing.identify import identify
from dragoman.parsing.parse import parse

__all__ = ["identify", "parse"]
