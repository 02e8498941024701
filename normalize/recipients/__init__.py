"""Who gets the money: printed names matched to divisions, institutions, 本级."""
