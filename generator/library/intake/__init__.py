"""From the text of an official document to its clauses (``gongshi policy import``)."""
