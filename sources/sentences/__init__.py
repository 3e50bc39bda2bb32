"""Sentences: a text cut into spans that cover every visible character (PURE)."""

from sources.sentences.spans import Role, SentenceSpan
from sources.sentences.splitting import split

__all__ = ["Role", "SentenceSpan", "split"]
