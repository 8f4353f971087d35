"""Numbers that measure or count something."""
