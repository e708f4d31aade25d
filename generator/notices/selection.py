"""Which records and villages are to be printed, by number, place and stage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.records.places import Place
from generator.records.project import Project
from generator.records.reference import Reference


class NoSuchPlaceError(Exception):
    """A place or a stage that is not there, or a name that several places have; says so in Chinese."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen; an empty set chooses everything.

    ``places`` are the short codes of villages and townships, the beginnings of the codes of all below.
    """

    projects: frozenset[str]
    villages: tuple[Place, ...]
    townships: tuple[Place, ...]
    stages: frozenset[str]

    @classmethod
    def of(
        cls,
        projects: Iterable[str],
        villages: Iterable[str],
        townships: Iterable[str],
        stages: Iterable[str],
        reference: Reference,
    ) -> "Choice":
        """A choice by what people write: names or codes.

        Raises:
            NoSuchPlaceError: there is none of that name, or there are several.
        """
        return cls(
            frozenset(projects),
            tuple(_place(each, "village", reference) for each in villages),
            tuple(_place(each, "township", reference) for each in townships),
            frozenset(_stage(each, reference) for each in stages),
        )

    def names(self, project: str) -> bool:
        """Whether a record that cannot be read was chosen, as far as one can tell."""
        return not self.projects or project in self.projects

    def has(self, project: Project) -> bool:
        """Whether a record was chosen."""
        if self.projects and project.id not in self.projects:
            return False
        if self.stages and project.stage not in self.stages:
            return False
        places = (*self.villages, *self.townships)
        return not places or any(project.place.startswith(place.short) for place in places)


def villages(choice: Choice, projects: Sequence[Project], reference: Reference) -> list[Place]:
    """The villages whose digest is meant: those named, those of named townships, else the records' own."""
    found = list(choice.villages)
    for township in choice.townships:
        found += reference.places.children(township.code)
    if not found:
        codes = sorted({project.place for project in projects})
        found = [reference.places[code] for code in codes if code in reference.places]
    return [place for place in dict.fromkeys(found) if place.level == "village"]


def _place(word: str, level: str, reference: Reference) -> Place:
    places = reference.places.at(level)
    found = [
        place
        for place in places
        if word in (place.code, place.short, place.name, reference.places.full_name(place.code))
    ]
    if len(found) == 1:
        return found[0]
    kind = "村" if level == "village" else "乡镇"
    if not found:
        raise NoSuchPlaceError(f"places.csv 里没有“{word}”这个{kind}。请写全名或者 12 位区划代码。")
    told = "、".join(f"{reference.places.full_name(place.code)}（{place.code}）" for place in found)
    raise NoSuchPlaceError(f"叫“{word}”的{kind}不止一个：{told}。请写全名或者代码。")


def _stage(word: str, reference: Reference) -> str:
    for term in reference.vocabularies["stages"]:
        if word in (term.code, term.label, term.short):
            return term.code
    told = "、".join(term.label for term in reference.vocabularies["stages"])
    raise NoSuchPlaceError(f"没有“{word}”这个阶段。可以写：{told}。")
