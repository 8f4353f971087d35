"""Expressions of time: words with a role, a grammar over the roles, and what each expression means."""
