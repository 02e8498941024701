"""Performance target tables: whose they are, their funds, and indicators repaired by their siblings."""
