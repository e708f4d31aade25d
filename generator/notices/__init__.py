"""Sheets for the village notice board: records → view models → PDF (and the draft agreement as .docx)."""
