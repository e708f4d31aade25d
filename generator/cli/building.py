"""What ``gongshi build`` does, loaded while the records are being looked into."""

import json
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from generator.build.again import again
from generator.build.examined import Built
from generator.build.inputs import Inputs, Look
from generator.build.options import Options
from generator.patience import loading, settle
from generator.report import exit_code, outcome, report
from generator.settings import Settings, load


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
    settings = load(root)
    inputs = Inputs.of(root, settings, options, look)
    built = again(root, root / settings.site_dir, options, inputs)
    built = built or _built(root, settings, options, inputs, scheduler)
    report(built.examined, built.reference, settings, telling.form, telling.lang)
    outcome(built.examined, root / settings.site_dir if built.published else None, telling.lang)
    if telling.timings:
        telling.timings.write_text(json.dumps([asdict(stage) for stage in built.watch.stages]), "utf-8")
    return exit_code(built.examined)


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
