"""All reference data of a register, from its files under ``data``."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from generator.findings.finding import Bilingual, Finding, order
from generator.reading import policies as documents
from generator.reading.data_models import OWN_WORDS, GoverningFile, LprFile, PolicyFile, VocabularyFile
from generator.reading.fault import Fault, finding
from generator.reading.keys import vocabularies_of
from generator.reading.places import FILE as PLACES
from generator.reading.places import read_places
from generator.reading.policies import repeated
from generator.reading.problems import data
from generator.reading.source import Source
from generator.records.linkages import LINKAGES
from generator.records.lpr import LoanPrimeRates, Rate
from generator.records.model import Model
from generator.records.places import Places
from generator.records.policies import Governing, Policies
from generator.records.project import Project
from generator.records.reference import Reference
from generator.records.vocabulary import Term, Vocabularies, Vocabulary

VOCABULARIES = "data/vocabularies"
POLICIES = "data/policies"
GOVERNING = "data/governing.yaml"
LPR = "data/lpr.yaml"

_PAGES = {"topics": "比较专题", "channels": "增收渠道"}
_WHOLE = Bilingual("这个文件", "The file")

Made = TypeVar("Made", bound=Model)


@cache
def needed() -> dict[str, str]:
    """The vocabularies that there must be, each with the Chinese label of what it is for."""
    return {**vocabularies_of(Project), **_PAGES}


def load(root: Path) -> tuple[Reference | None, list[Finding]]:
    """The reference data of the register in ``root``, and all that is wrong with them.

    What is wrong is left out; None is given where a file or a vocabulary that every record needs
    cannot be made: the places, the vocabularies of the models, the governing documents, the LPR.
    """
    loader = _Loader(root)
    vocabularies = loader.vocabularies()
    places = loader.places()
    policies = loader.policies(vocabularies)
    lpr = loader.lpr()
    if places and policies:
        loader.findings += _ungoverned(places, policies)
    found = sorted(loader.findings, key=order)
    if places is None or policies is None or lpr is None or not needed().keys() <= vocabularies.keys():
        return None, found
    return Reference(places, vocabularies, policies, lpr), found


def _ungoverned(places: Places, policies: Policies) -> Iterator[Finding]:
    """The counties of which no entry of the governing documents speaks."""
    for county in places.at("county"):
        prefixes = [each.place for each in policies.governing if each.policies]
        if not any(county.code.startswith(each) or each.startswith(county.short) for each in prefixes):
            values = {"name": county.name, "code": county.code, "place": county.short}
            yield finding(Fault(data.UNGOVERNED, values=values), GOVERNING)


class _Loader:
    """Reads the files of one register and gathers their findings."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.findings: list[Finding] = []

    def _file(self, model: type[Made], file: str, words: Vocabularies) -> tuple[Source, Made | None]:
        source = self._source(file)
        made, faults = source.read(model, words, _WHOLE)
        self._note(source, faults)
        return source, made

    def _source(self, file: str) -> Source:
        path = self._root / file
        if not path.exists() and not path.is_symlink():
            return Source(file, Fault(data.FILE_MISSING, values={"file": file}))
        return Source.of(path, file)

    def _note(self, source: Source, faults: list[Fault]) -> None:
        self.findings += source.told(faults)

    def _folder(self, folder: str) -> list[str]:
        """The YAML files of a folder, in the order of their names."""
        path = self._root / folder
        if not path.is_dir():
            self.findings.append(finding(Fault(data.FILE_MISSING, values={"file": folder}), folder))
            return []
        return [f"{folder}/{each.name}" for each in sorted(path.glob("*.yaml"))]

    def places(self) -> Places | None:
        source = self._source(PLACES)
        places, faults = read_places(source)
        self._note(source, faults)
        return places

    def vocabularies(self) -> Vocabularies:
        found: dict[str, Vocabulary] = {}
        for file in self._folder(VOCABULARIES):
            source, made = self._file(VocabularyFile, file, Vocabularies())
            if made:
                faults = list(_vocabulary_faults(made, source))
                self._note(source, faults)
                found.setdefault(made.name, _vocabulary(made))
        tried = {finding.spot.file for finding in self.findings}
        for name, label in needed().items():
            file = f"{VOCABULARIES}/{name}.yaml"
            if name not in found and file not in tried:
                fault = Fault(data.VOCABULARY_MISSING, values={"name": name, "label": label})
                self.findings.append(finding(fault, file))
        return Vocabularies(found)

    def policies(self, vocabularies: Vocabularies) -> Policies | None:
        words = Vocabularies({**vocabularies, **OWN_WORDS})
        made, sources = [], []
        for file in self._folder(POLICIES):
            source, read = self._file(PolicyFile, file, words)
            if read:
                policy, faults = documents.policy(read, source)
                self._note(source, faults)
                made.append(policy)
                sources.append((read, source))
        clauses = {clause.id for policy in made for clause in policy.clauses}
        for read, source in sources:
            self._note(source, list(documents.bases(read, source, clauses)))
        governing = self._governing([policy.id for policy in made])
        return None if governing is None else Policies(made, governing)

    def _governing(self, policies: list[str]) -> list[Governing] | None:
        source, read = self._file(GoverningFile, GOVERNING, Vocabularies())
        if read is None:
            return None
        governing, faults = documents.governing(read, source, policies)
        self._note(source, faults)
        return governing

    def lpr(self) -> LoanPrimeRates | None:
        source, read = self._file(LprFile, LPR, Vocabularies())
        if read is None:
            return None
        self._note(source, list(_lpr_faults(read, source)))
        rates = sorted(read.rates, key=lambda each: each.published)
        return LoanPrimeRates(tuple(Rate(each.published, each.percent) for each in rates), read.verified_to)


def _vocabulary_faults(made: VocabularyFile, source: Source) -> Iterator[Fault]:
    stem = source.file.rsplit("/", 1)[-1].removesuffix(".yaml")
    if stem != made.name:
        yield source.fault(data.FILE_NAME, ("name",), stem=stem, got=made.name)
    yield from repeated(source, "terms", "code", [term.code for term in made.terms])
    for number, term in enumerate(made.terms):
        if term.from_ and term.to and term.from_ > term.to:
            yield source.fault(data.YEARS, ("terms", number, "to"), first=term.from_, last=term.to)
    if made.name == "mechanisms":
        yield from _mechanism_faults(made, source)


def _mechanism_faults(made: VocabularyFile, source: Source) -> Iterator[Fault]:
    codes = [term.code for term in made.terms]
    for number, code in enumerate(codes):
        if code not in LINKAGES:
            state = Bilingual("程序里没有", "is not known to the program")
            yield source.fault(data.MECHANISM_WORDS, ("terms", number, "code"), code=code, state=state)
    for code in LINKAGES:
        if code not in codes:
            state = Bilingual("没有写进词表", "is missing from the vocabulary")
            yield source.fault(data.MECHANISM_WORDS, ("terms",), code=code, state=state)


def _vocabulary(made: VocabularyFile) -> Vocabulary:
    terms = {
        term.code: Term(
            code=term.code,
            label=term.label,
            en=term.en,
            short=term.short or term.label,
            help=term.help or "",
            first=term.from_,
            last=term.to,
            marks=frozenset(term.marks),
        )
        for term in made.terms
    }
    return Vocabulary(made.name, made.label, made.en, terms)


def _lpr_faults(made: LprFile, source: Source) -> Iterator[Fault]:
    for number in range(1, len(made.rates)):
        before, here = made.rates[number - 1].published, made.rates[number].published
        if here <= before:
            path = ("rates", number, "published")
            yield source.fault(data.ORDER, path, got=here.isoformat(), before=before.isoformat())
    if made.rates and made.verified_to < made.rates[-1].published:
        last = made.rates[-1].published.isoformat()
        yield source.fault(data.ORDER, ("verified_to",), got=made.verified_to.isoformat(), before=last)
