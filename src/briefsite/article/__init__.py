"""seeds/* → Article: text that is never altered, and spans into it."""

from briefsite.article.article import Article, Paragraph, Sentence, read_article
from briefsite.article.metadata import Metadata, parse_day

__all__ = ["Article", "Metadata", "Paragraph", "Sentence", "parse_day", "read_article"]
