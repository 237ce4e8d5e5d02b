"""An edition: the site in a folder for USB sticks, with a first page, checksums and licences, and the same as a zip.

The folder is published as a site is, in one exchange, and its list of checksums vouches for its files. The zip is taken
away before that and comes back after it, so that a build killed in between leaves one edition, never two halves.
"""

from __future__ import annotations

import datetime
import shutil
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from caselaw import pipeline, urls
from caselaw.edition_texts import readme_text, version_text
from caselaw.links import check_links
from caselaw.pages import start_page
from caselaw.pages.context import Library
from caselaw.pipeline import (
    Progress,
    Request,
    Result,
    describe,
    describe_sites,
    make_site,
    read_library,
    refuse_content,
)
from caselaw.problems import Problems
from caselaw.publish import MANIFEST, OutputRefused, put_in_place, refuse_foreign, staged
from caselaw.render import make_environment, render_page
from caselaw.stick import CLUSTERS, check_names, check_zip, size_on_stick
from caselaw.sums import SUMS, write_sum, write_sums

# What only a web server needs.
HOSTED_ONLY = (urls.NOT_FOUND, urls.ROBOTS, urls.SITEMAP)
_LICENCES = {
    "licence-code.txt": "LICENSE",
    "licence-content.txt": "LICENSE-CONTENT",
    "licence-font.txt": "static/fonts/ofl.txt",
}
# Dates that the zip format can hold.
_FIRST_DAY, _LAST_DAY = datetime.date(1980, 1, 1), datetime.date(2107, 12, 31)


@dataclass(frozen=True)
class Edition:
    """What was built, and what it takes; sizes in bytes, on sticks by the size of their clusters."""

    folder: Path
    zip: Path
    result: Result
    files: int
    size: int
    zip_size: int
    on_sticks: tuple[tuple[int, int], ...]


def build_edition(request: Request, dist: Path, problems: Problems, progress: Progress) -> Edition | None:
    """Build and publish ``<short name>-<date>`` and its zip into ``dist``; None, and nothing changed, after any error.

    An edition that leaves out languages of the site names those that it holds: ``<short name>-<date>-sq-en``.

    Raises ``OutputRefused`` where a folder of that name is not an edition of ours, and ``UnknownLanguage``.
    """
    refuse_content(request, dist)
    if any((place / MANIFEST).exists() for place in (dist, *dist.parents)):
        raise OutputRefused(f"{dist.name} is or lies in a published site; name another folder with --output")
    progress("reading the cases")
    library = read_library(request, problems)
    if library is None:
        return None
    built = [locale.key for locale in library.locales]
    some = "" if len(built) == len(library.config.languages) else "-".join(("", *built))
    folder = dist / f"{library.config.short_name}-{request.today}{some}"
    packed = Path(f"{folder}.zip")
    with staged(folder, SUMS) as stage:
        pages = make_site(library, stage / urls.LIBRARY, stage.parent, problems, progress)
        if pages is None:
            return None
        sizes = _complete(library, folder.name, stage, problems)
        if problems.errors:
            return None
        progress("packing the zip")
        new_zip = stage.parent / packed.name
        write_zip(stage, new_zip, folder.name, request.today)
        check_zip(packed.name, zip_size := new_zip.stat().st_size, problems)
        if problems.errors:
            return None
        publish_edition(stage, new_zip, folder)
    on_sticks = tuple((cluster, size_on_stick(sizes, cluster)) for cluster in CLUSTERS)
    result = describe(library, pages)
    return Edition(folder, packed, result, len(sizes), sum(sizes.values()), zip_size, on_sticks)


def _complete(library: Library, name: str, stage: Path, problems: Problems) -> dict[str, int]:
    """Add what stands beside the site, check all of it, and return the size of each file by its path."""
    for file in HOSTED_ONLY:
        (stage / urls.LIBRARY / file).unlink(missing_ok=True)
    _write_own_files(library, name, stage)
    check_links(stage, "/", problems)
    write_sums(stage)
    sizes = {path.relative_to(stage).as_posix(): path.stat().st_size for path in stage.rglob("*") if path.is_file()}
    check_names(name, sizes, problems)
    return sizes


def _write_own_files(library: Library, name: str, stage: Path) -> None:
    page, catalogue = start_page(library), library.catalogue
    site = describe_sites(library)[page.frame.language]
    html = render_page(page, site, make_environment(pipeline.PROGRAM / "templates"))
    facts = {
        "name": library.config.short_name,
        "edition": library.today,
        "languages": ", ".join(locale.key for locale in library.locales),
        "cases": str(len(catalogue.cases)),
        "withdrawn": str(len(catalogue.withdrawn)),
        "address": library.config.base_url or "",
    }
    texts = {
        urls.START: html,
        "README.txt": readme_text(page, library.locales, name, library.config.base_url or ""),
        "VERSION.txt": version_text(facts),
    }
    for file, text in texts.items():
        (stage / file).write_text(text, encoding="utf-8", newline="")
    for file, source in _LICENCES.items():
        shutil.copyfile(pipeline.PROGRAM / source, stage / file)


def write_zip(folder: Path, target: Path, top: str, day: str) -> None:
    """Pack a folder under the name ``top``, so that the same files on the same ``day`` give the same bytes."""
    date = min(max(datetime.date.fromisoformat(day), _FIRST_DAY), _LAST_DAY)
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for name in sorted(files):
            entry = ZipInfo(f"{top}/{name}", (date.year, date.month, date.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever this system is: only then are the permissions read
            entry.external_attr = 0o100644 << 16
            with files[name].open("rb") as source, packed.open(entry, "w") as copy:
                shutil.copyfileobj(source, copy)


def publish_edition(stage: Path, new_zip: Path, folder: Path) -> None:
    """Put folder, zip and the checksum of the zip in place; in between there may be no zip, never a wrong one.

    Where the folder cannot be exchanged, or a file is held open by another program, as Windows may have it, the old
    edition stays as it was.
    """
    packed = Path(f"{folder}.zip")
    listed = Path(f"{packed}.sha256")
    for path in (packed, listed):
        if path.is_dir():
            raise OutputRefused(f"{path.name} is a folder, where a file has to be written; move it elsewhere")
    refuse_foreign(folder, SUMS)
    new_sum = new_zip.with_name(listed.name)
    write_sum(new_zip, new_sum)
    # The checksum goes first and comes back last: there is never one without its zip.
    aside = {path: new_zip.with_name(f"old-{path.name}") for path in (listed, packed)}
    try:
        for path, kept in aside.items():
            if path.exists():
                path.replace(kept)
        put_in_place(stage, folder, SUMS)
    except (OSError, OutputRefused):
        for path, kept in reversed(aside.items()):
            if kept.exists():
                kept.replace(path)
        raise
    new_zip.replace(packed)
    new_sum.replace(listed)
