"""From a file's bytes to a project record, with everything that is wrong with its form."""

from dataclasses import replace
from pathlib import Path as FilePath

from generator.findings.finding import Bilingual, Finding
from generator.reading.fault import Fault
from generator.reading.problems.values import PLACE_CODE
from generator.reading.source import Source
from generator.reading.text import load
from generator.records.places import Places
from generator.records.project import Project
from generator.records.reference import Reference


class Reading(Source):
    """What was made of one record file.

    Attributes:
        project: the record, or None where there is an error.
        findings: all that is wrong with its form, in the order of the file.
    """

    __slots__ = ("findings", "project")

    def __init__(self, file: str, data: bytes | Fault, reference: Reference) -> None:
        super().__init__(file, data)
        self.project, faults = self.read(Project, reference.vocabularies)
        faults = [_with_code(each, reference.places) for each in faults]
        self.findings: tuple[Finding, ...] = tuple(self.told(faults))


def read(data: bytes, file: str, reference: Reference) -> Reading:
    """Read a record from a file's bytes; ``file`` names it in findings.

    Never raises for what the bytes may hold: either there is a project, or there are findings.
    """
    return Reading(file, data, reference)


def read_file(path: FilePath, file: str, reference: Reference) -> Reading:
    """Read the record in ``path``, which people know as ``file``.

    What is no regular file, cannot be opened or is too large gives a finding and is not read.
    """
    return Reading(file, load(path), reference)


def _with_code(fault: Fault, places: Places) -> Fault:
    """The fault; of a place that is written by a name that only one place has, with its code."""
    if fault.problem is not PLACE_CODE:
        return fault
    name = fault.values["got"]
    found = [place.code for place in places if name in (place.name, places.full_name(place.code))]
    if len(found) != 1:
        return fault
    hint = Bilingual(f"{name}的代码是 {found[0]}。", f"The code of {name} is {found[0]}. ")
    return replace(fault, values={**fault.values, "hint": hint, "example": found[0]})
