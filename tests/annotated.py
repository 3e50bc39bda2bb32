"""Texts that people annotated, and the tools that score them, where they stand beside the checkout.

They are not the project's to give on. Whoever has none skips what is checked with them; the project's own
tables of examples stand in `tests/data`.
"""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "shared"
TEXTS = FOLDER / "seeds"
ANNOTATIONS = FOLDER / "gold" / "seeds.jsonl"
TOOLS = FOLDER / "tools"

needs_annotated = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the annotated texts are not beside the checkout"
)
