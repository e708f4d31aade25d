"""Faces: complete out of the box, the publisher's own in front, a wrong one told."""

from pathlib import Path

import pytest

from generator.notices.desk import Desk
from generator.notices.fonts import Faces, faces
from generator.notices.typeset import Typesetter
from generator.notices.views.linkage import linkage
from generator.records.project import Project
from generator.settings import FontChoice, NoticeSettings, Settings, SettingsError
from tests.county import ROOT
from tests.notices import paper


def _with(settings: Settings, fonts: FontChoice) -> Settings:
    return settings.model_copy(update={"notices": NoticeSettings(fonts=fonts)})


def test_faces_have_all_common_characters(own_faces: Faces) -> None:
    common = {byte.decode("gb2312") for byte in _gb2312()}
    assert not {each for each in common if ord(each) not in own_faces.characters}


def _gb2312() -> list[bytes]:
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [each for each in rows if not (each[0] == 0xD7 and each[1] > 0xF9)]


def test_licences_lie_beside_the_faces() -> None:
    folder = ROOT / "generator" / "notices" / "fonts"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")
    assert {path.suffix for path in folder.iterdir()} == {".ttf", ".txt"}


def test_the_publishers_own_face_comes_first(
    settings: Settings, own_faces: Faces, rich: Project, desk: Desk
) -> None:
    sans = str(own_faces.files[-1])
    chosen = faces(
        ROOT, _with(settings, FontChoice(files=(sans,), title=("Noto Sans SC",), body=("Noto Sans SC",)))
    )
    assert chosen.digest != own_faces.digest
    pdf = Typesetter(chosen).pdf(linkage(rich, desk), "a4", "board")
    assert not any("Serif" in name for name in paper.fonts(pdf))


@pytest.mark.parametrize("name", ["nothing.ttf", "mkdocs.yml", "generator"])
def test_a_file_that_is_no_face_is_told(name: str, settings: Settings) -> None:
    with pytest.raises(SettingsError, match=r"notices\.fonts\.files"):
        faces(ROOT, _with(settings, FontChoice(files=(name,))))


def test_nothing_of_the_machine_is_loaded(own_faces: Faces) -> None:
    package = Path(paper.__file__).parents[2]
    assert all(
        file.is_relative_to(package) or "justmytype_intl_cjk" in file.parts for file in own_faces.files
    )
