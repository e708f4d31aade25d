"""What ``gongshi build`` does, loaded while the records are being looked into."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from generator.build.again import again
from generator.build.examined import Built
from generator.build.inputs import Inputs, Look
from generator.build.options import Options
from generator.cli.system import reason
from generator.errors import ToldError
from generator.patience import loading, settle
from generator.report import exit_code, outcome, report
from generator.settings import Settings, load


class UntoldError(ToldError):
    """The build is over, and what came of it could not be told in full (exit code 2)."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How to tell of a build: the form of the findings, the language, where the times of the stages go."""

    form: str
    lang: str
    timings: Path | None


def build(
    root: Path,
    options: Options,
    scheduler: str | None,
    telling: Telling,
    look: Look,
) -> int:
    """Build, or see that nothing has changed, and tell; the exit code. ``look`` looks into the records."""
    if scheduler is not None:
        from generator.build.cluster import spot

        spot(scheduler)
    settings = load(root)
    inputs = Inputs.of(root, settings, options, look)
    built = again(root, root / settings.site_dir, options, inputs)
    built = built or _built(root, settings, options, inputs, scheduler)
    _tell(built, root, settings, telling)
    return exit_code(built.examined)


def _tell(built: Built, root: Path, settings: Settings, telling: Telling) -> None:
    """Tell of a build; what cannot be told changes nothing of the site.

    Raises:
        UntoldError: something could not be written.
    """
    site = root / settings.site_dir if built.published else None
    with _told("检查的结果", site):
        report(built.examined, built.reference, settings, telling.form, telling.lang)
    with _told("说明", site):
        outcome(built.examined, site, telling.lang)
    if telling.timings:
        with _told(f"“{telling.timings}”", site):
            stages = [asdict(stage) for stage in built.watch.stages]
            telling.timings.write_text(json.dumps(stages), "utf-8")


@contextmanager
def _told(what: str, site: Path | None) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        became = f"网站做好了：{site}" if site else "网站没有更新。"
        raise UntoldError(f"{became}\n可是没能写出{what}：{reason(error)}。") from error


def _built(root: Path, settings: Settings, options: Options, inputs: Inputs, scheduler: str | None) -> Built:
    """Build; what that needs is loaded now, since it takes longer than to see that nothing has changed."""
    with loading():
        from generator.build.pipeline import build as build_site
        from generator.cli.progress import progress

        settle()
    with ExitStack() as until:
        if scheduler:
            from generator.build.cluster import on_cluster

            options = until.enter_context(on_cluster(scheduler, root, Path(settings.site_dir), options))
        tick = until.enter_context(progress())
        return build_site(root, settings, replace(options, progress=tick), inputs)
