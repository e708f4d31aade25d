"""From records and rows to pages: fragments of HTML, stamped into the frame that the theme rendered."""
