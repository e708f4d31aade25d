"""Several sheets bound into one file for the print shop."""

import io
from pathlib import Path

from pypdf import PdfReader, PdfWriter


def bind(files: list[Path], title: str) -> bytes:
    """The files one after the other, each with a bookmark; page numbers stay those of each sheet.

    The sheets' tags are for readers' programs; what goes to a printing machine does without.
    """
    writer = PdfWriter()
    for file in files:
        reader = PdfReader(file)
        pages = len(writer.pages)
        for page in reader.pages:
            writer.add_page(page)
        writer.add_outline_item(title=file.stem, page_number=pages)
    writer.add_metadata({"/Title": title, "/Producer": "gongshi"})
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
