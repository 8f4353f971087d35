"""What `briefsite new` copies: a workspace with one small sample article."""
