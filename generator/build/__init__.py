"""The pipeline: a map over records, a reduce over their summary rows, and publishing whole sites only."""
