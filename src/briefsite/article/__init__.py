"""seeds/* → Article: text that is never altered, and spans into it."""

from briefsite.article.article import Article, Paragraph, Sentence, read_article
from briefsite.article.metadata import Metadata

__all__ = ["Article", "Metadata", "Paragraph", "Sentence", "read_article"]
