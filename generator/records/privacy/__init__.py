"""Numbers that belong to a person: finding them in any text, however they are written, and masking them."""

from generator.records.privacy.numbers import Kind, PrivateNumber, masked, private_numbers, suspicious

__all__ = ["Kind", "PrivateNumber", "masked", "private_numbers", "suspicious"]
