"""Rules and the gate: what the clauses demand of a record, and what refuses it."""
