"""One file an engine: each renders Markdown pages and frames into a folder, and nothing else."""
