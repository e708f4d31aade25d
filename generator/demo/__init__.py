"""The invented county: a register of any size, the same for the same numbers, for trials and benches."""
