"""The MkDocs plugin (see `plugin`)."""

from briefsite.plugin.plugin import BriefsitePlugin

__all__ = ["BriefsitePlugin"]
