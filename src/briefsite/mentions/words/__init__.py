"""An article's words, and the phrases they form: what the readers of names and of speech share."""
