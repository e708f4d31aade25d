"""What a record is: typed models, vocabularies, places, policies.

The first room: it reads no file and imports no other room.
"""
