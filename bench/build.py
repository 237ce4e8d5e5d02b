"""How long each stage of a build takes, for libraries of several sizes side by side: python -m bench.build [CASES …].

The sizes take turns within one run, so that whatever else the machine does meets all of them alike; the table shows
medians in milliseconds.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.corpus import write_corpus
from caselaw import checks, pipeline, reading, search
from caselaw.pipeline import Request, build_site
from caselaw.problems import Problems

SIZES = (100, 1000)
ROUNDS = 3
TODAY = "2026-11-23"
# What the stages of a build are called in the pipeline; a generator is timed until it is empty.
STAGES = {
    "vocabulary": (reading, "read_vocabulary"),
    "files and YAML": (reading, "read_cases"),
    "records": (checks, "read_record"),
    "text": (checks, "render_text"),
    "checks": (checks, "check_case"),
    "safety of content": (reading, "guard_content"),
    "catalogue": (reading, "build_catalogue"),
    "citations": (reading, "link_citations"),
    "references": (reading, "link_references"),
    "pages": (pipeline, "build_pages"),
    "HTML": (pipeline, "render_page"),
    "assets": (pipeline, "copy_assets"),
    "links": (pipeline, "check_links"),
    "safety of output": (pipeline, "guard_output"),
    "search": (search, "build_search"),
    "publish": (pipeline, "publish"),
}
Seconds = dict[str, float]


@contextmanager
def timed_stages(seconds: Seconds) -> Iterator[None]:
    """Add up in ``seconds`` how long each stage takes while the block runs."""
    originals = {(owner, name): getattr(owner, name) for owner, name in STAGES.values()}
    for stage, (owner, name) in STAGES.items():
        setattr(owner, name, _timed(originals[owner, name], stage, seconds))
    try:
        yield
    finally:
        for (owner, name), original in originals.items():
            setattr(owner, name, original)


def _timed(function: Callable[..., Any], stage: str, seconds: Seconds) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        began = time.perf_counter()
        result = function(*arguments, **options)
        if isinstance(result, Iterator):
            result = list(result)
        seconds[stage] += time.perf_counter() - began
        return result

    return timed


def build_once(config: Path) -> Seconds:
    """Build one library, replacing its former site, and return the seconds per stage."""
    seconds: Seconds = defaultdict(float)
    problems, began = Problems(), time.perf_counter()
    with timed_stages(seconds):
        result = build_site(Request(config, TODAY), config.parent / "site", problems, lambda _: None)
    if result is None:
        raise ValueError("\n".join(map(str, problems)))
    total = time.perf_counter() - began
    return {**seconds, "everything else": total - sum(seconds.values()), "total": total}


def site_size(site: Path) -> tuple[int, float]:
    """Return the number of files and their size in MB."""
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def main(sizes: tuple[int, ...]) -> None:
    """Print one column per size."""
    runs: dict[int, list[Seconds]] = {size: [] for size in sizes}
    with TemporaryDirectory(prefix="bench-") as folder:
        configs = {size: write_corpus(Path(folder) / str(size), size) for size in sizes}
        for _ in range(ROUNDS):
            for size in sizes:
                runs[size].append(build_once(configs[size]))
        sites = {size: site_size(configs[size].parent / "site") for size in sizes}
    lines = [f"{'ms (median of ' + str(ROUNDS) + ')':20}" + "".join(f"{size:>8} cases" for size in sizes)]
    for stage in [*STAGES, "everything else", "total"]:
        times = (median(run[stage] for run in runs[size]) * 1000 for size in sizes)
        lines.append(f"{stage:20}" + "".join(f"{milliseconds:14.0f}" for milliseconds in times))
    lines.append(f"{'files':20}" + "".join(f"{sites[size][0]:14}" for size in sizes))
    lines.append(f"{'MB':20}" + "".join(f"{sites[size][1]:14.1f}" for size in sizes))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write("\n".join(lines) + f"\n\nPeak memory of this process: {peak:.0f} MB\n")


if __name__ == "__main__":
    main(tuple(int(argument) for argument in sys.argv[1:]) or SIZES)
