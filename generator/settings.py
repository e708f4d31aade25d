"""The publisher's settings: the ``extra.gongshi`` section of ``mkdocs.yml``.

They stand under ``extra`` so that the theme's own templates can read them, whichever engine runs.
"""

import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core import PydanticCustomError

from generator.errors import ToldError

COUNTIES = "data/counties.json"
"""Where gathering keeps the addresses of the counties' own sites."""


FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
"""Between which a day must lie: the years of records; archives and feeds cannot tell of just any day."""
SPAN = f"{FIRST} 到 {LAST} 之间"


class SettingsError(ToldError):
    """``mkdocs.yml`` is missing or wrong; the message says where and what to do (exit code 2)."""


class Publisher(BaseModel):
    """Who runs the site. What is unset is left out of the page, never made up."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str | None = None
    """主办单位"""
    address: str | None = None
    phone: str | None = None
    """The office's landline."""
    hours: str | None = None
    site_id: str | None = None
    """网站标识码, 10 characters."""
    icp: str | None = None
    """ICP备案号"""
    police: str | None = None
    """公安备案号"""


SheetKind = Literal["before", "completion", "linkage", "distribution", "digest", "case", "agreement"]
Paper = Literal["a4", "a3"]
Margins = Literal["board", "gb"]


class SheetChoice(BaseModel):
    """Sheets of one kind that the site is to carry as PDF.

    ``only`` names project numbers, for the village digest place codes; empty means all.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: SheetKind
    papers: tuple[Paper, ...] = ("a4",)
    only: tuple[str, ...] = ()


class FontChoice(BaseModel):
    """The publisher's own faces: files from the register's folder, and families in order of preference."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    files: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    label: tuple[str, ...] = ()


class NoticeSettings(BaseModel):
    """Printed notices: which the site carries, their margins and faces."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sheets: tuple[SheetChoice, ...] = ()
    margins: Margins = "board"
    fonts: FontChoice = FontChoice()


class Licence(BaseModel):
    """On what terms the open data may be used; what is unset is said to be unset."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    """Its short name, e.g. ``CC-BY-4.0``."""
    title: str
    url: str | None = None


class Settings(BaseModel):
    """All settings of one register.

    ``as_of`` pins the site's one clock; the demonstration county does, a real one does not.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    county: str
    """The county's name, e.g. 示例县."""
    demonstration: bool = Field(default=False, strict=True)
    """Whether every page and sheet says 示例数据.

    Strict, because the theme's templates see it as YAML does: to them any text is a yes, even "false".
    """
    as_of: date | None = None
    publisher: Publisher = Publisher()
    page_size: int = Field(default=50, ge=10, le=500)
    """Entries on one page of a list."""
    notices: NoticeSettings = NoticeSettings()
    """The PDF sheets on the site; ``none`` stands for no sheets."""

    licence: Licence | None = None
    """The licence of the open data."""

    counties: dict[str, str] = {}
    """In a prefecture's site: the address of each county's own, by the six digits of its code."""

    site_name: str = ""
    site_url: str = ""
    """Where the site will be published, with a slash at its end; empty where it is not known."""
    docs_dir: str = "site_src"
    site_dir: str = "site"

    @field_validator("as_of", mode="wrap")
    @classmethod
    def _possible(cls, value: object, read: ValidatorFunctionWrapHandler) -> date | None:
        try:
            day: date | None = read(value)
        except ValidationError:
            day = date.min
        if day and not FIRST <= day <= LAST:
            raise PydanticCustomError(
                "day", "日期要在 {span}，写成 2025-11-20 这样，要有这一天。", {"span": SPAN}
            )
        return day

    @field_validator("notices", mode="before")
    @classmethod
    def _none(cls, value: object) -> object:
        return {} if value is None or value == "none" else value


class _Lenient(yaml.SafeLoader):
    """Reads ``mkdocs.yml`` without running the Python tags that other plugins may have put there."""


def _day(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> object:
    """A day, or its text where there is no such day: so that it can be told which setting says so."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return node.value


_Lenient.add_multi_constructor("", lambda loader, suffix, node: None)
_Lenient.add_constructor("tag:yaml.org,2002:timestamp", _day)


def load(root: Path) -> Settings:
    """The settings of the register in ``root``.

    Raises:
        SettingsError: there is no ``mkdocs.yml``, it cannot be read, or a setting is wrong.
    """
    file = root / "mkdocs.yml"
    settings = _settings(file, _text(file))
    return settings.model_copy(update={"counties": _counties(root / COUNTIES)})


def configuration(root: Path) -> dict[str, Any]:
    """What ``mkdocs.yml`` says, without what stands behind tags.

    Raises:
        SettingsError: there is none, or it cannot be read.
    """
    return _configuration(root / "mkdocs.yml", _text(root / "mkdocs.yml"))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(
            f"在 {file.parent} 里没有找到 mkdocs.yml。请到站点的文件夹里运行，或者用 --root 指明它。"
        ) from None
    except UnicodeDecodeError as error:
        raise SettingsError(f"读不了 {file}：它不是 UTF-8 编码。请用编辑器另存为 UTF-8。") from error
    except OSError as error:
        raise SettingsError(f"读不了 {file}：{error}") from error


def _configuration(file: Path, text: str) -> dict[str, Any]:
    try:
        config = yaml.load(text, _Lenient)
    except yaml.YAMLError as error:
        raise SettingsError(f"{file} 有写错的地方：\n{_misset().unread(text, error)}") from error
    return config if isinstance(config, dict) else {}


def _misset() -> ModuleType:
    # It takes a while to load, and there is seldom anything to be told.
    from generator.reading import misset

    return misset


def _counties(file: Path) -> dict[str, str]:
    """What ``gongshi gather`` has noted of the counties' own sites."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise SettingsError(f"读不了 {file}：{error}。请重新运行 gongshi gather。") from error
    return {str(code): str(site) for code, site in found.items()} if isinstance(found, dict) else {}


def _settings(file: Path, text: str) -> Settings:
    config = _configuration(file, text)
    extra = config.get("extra")
    section = extra.get("gongshi") if isinstance(extra, dict) else None
    if not isinstance(section, dict):
        raise SettingsError(f"{file} 里读不到 extra.gongshi 一节：\n{_misset().no_section(text)}")
    own = {key: config[key] for key in ("site_name", "site_url", "docs_dir", "site_dir") if config.get(key)}
    try:
        return Settings.model_validate({**section, **own})
    except ValidationError as error:
        wrong = _misset().wrong(text, error.errors())
        raise SettingsError(f"{file} 的 extra.gongshi 有写错的地方：\n{wrong}") from error
