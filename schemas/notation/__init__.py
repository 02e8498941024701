"""What both layers must lex: pure text in, a typed value or a `NotationError` out."""
