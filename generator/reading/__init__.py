"""YAML text → located values → records."""
