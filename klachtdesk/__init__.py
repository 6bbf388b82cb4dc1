"""klachtdesk: het klachtenbureau voor kleine Nederlandse opleiders."""

__version__ = "0.1.0"
