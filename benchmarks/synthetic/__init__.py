"""Made-up notices with known facts: what a notice says, how it is laid out, how it is printed, each apart."""
