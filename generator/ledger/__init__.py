"""The register as Excel workbooks: out for clerks to fill in, and in again, whoever drew the table up."""
