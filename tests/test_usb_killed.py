"""kill -9 while an edition is built: the folder is the old or the new one, and no zip ever belongs to the other."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from caselaw.sums import SUMS
from caselaw.usb import build_edition
from caselaw.verify import verify
from tests.sample_library import TODAY, SampleLibrary

if sys.platform == "win32":
    pytest.skip("a process of Windows is killed in another way", allow_module_level=True)

from zipfile import ZipFile

from caselaw.problems import Problems
from tests.killed import Moment, kill_at

NAME = f"caselaw-{TODAY}"
ZIP, ZIP_SUM = f"{NAME}.zip", f"{NAME}.zip.sha256"

BEFORE = {
    "while the pages are written": Moment("caselaw.pipeline.render_page", "after", 5),
    "before the checksums": Moment("caselaw.usb.write_sums", "before"),
    "before the zip": Moment("caselaw.usb.write_zip", "before"),
    "before it is published": Moment("caselaw.usb.publish_edition", "before"),
    "when the old checksum is away": Moment("pathlib.Path.replace", "after", 1),
    "when the old zip is away": Moment("caselaw.publish._exchange", "before"),
}
AFTER = {
    "after the exchange": Moment("caselaw.publish._exchange", "after"),
    "when the new zip is there": Moment("pathlib.Path.replace", "after", 3),
    "when it is published": Moment("caselaw.usb.publish_edition", "after"),
}


@dataclass(frozen=True)
class Dist:
    """A library with an edition of one case published, and by now a second case."""

    library: SampleLibrary

    @property
    def path(self) -> Path:
        return self.library.root / "dist"

    def build(self) -> None:
        assert build_edition(self.library.request(), self.path, Problems(), lambda _: None)

    def cases(self) -> int:
        """Return how many cases the edition holds; AssertionError unless all of it is whole and belongs together."""
        folder, packed = self.path / NAME, self.path / ZIP
        assert verify(folder).findings == ()
        if packed.exists():
            assert verify(packed).findings == ()  # compares it with the checksum beside it, too
            with ZipFile(packed) as zip_file:
                assert zip_file.read(f"{NAME}/{SUMS}") == (folder / SUMS).read_bytes()
        else:
            assert not (self.path / ZIP_SUM).exists()
        (cases,) = re.findall(r"cases: (\d+)", (folder / "VERSION.txt").read_text(encoding="utf-8"))
        return int(cases)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dist = Dist(SampleLibrary(tmp_path_factory.mktemp("editions") / "library"))
    dist.library.add("first")
    dist.build()
    dist.library.add("second")
    return dist.library.root


@pytest.fixture
def dist(published: Path, tmp_path: Path) -> Dist:
    shutil.copytree(published, tmp_path / "library")
    dist = Dist(SampleLibrary(tmp_path / "library"))
    assert dist.cases() == 1
    return dist


def assert_next_build_succeeds(dist: Dist) -> None:
    dist.build()
    assert dist.cases() == 2
    assert {path.name for path in dist.path.iterdir()} == {NAME, ZIP, ZIP_SUM, f".{NAME}.lock"}


@pytest.mark.parametrize("moment", BEFORE.values(), ids=BEFORE)
def test_a_build_killed_before_the_exchange_leaves_the_old_edition(dist: Dist, moment: Moment) -> None:
    kill_at(moment, dist.library.request(), dist.path, build_edition)
    assert dist.cases() == 1
    assert_next_build_succeeds(dist)


@pytest.mark.parametrize("moment", AFTER.values(), ids=AFTER)
def test_a_build_killed_after_the_exchange_leaves_the_new_edition(dist: Dist, moment: Moment) -> None:
    kill_at(moment, dist.library.request(), dist.path, build_edition)
    assert dist.cases() == 2
    assert_next_build_succeeds(dist)
