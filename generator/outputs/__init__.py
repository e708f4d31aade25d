"""The folder that a build fills, and what of it can be taken over from the last build."""
