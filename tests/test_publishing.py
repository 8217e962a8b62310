"""All files of a paper or none, whatever happens while they are published."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from tests.builders import a_folder, a_workbook
from tests.documents.opened import files_in

if os.name == "posix":
    import resource

WHOLE = {"report.docx", "summary.docx", "appendix-1.docx", "briefing.pptx", "manifest.json"}
ONE, OTHER = "2021-03-16", "2021-03-17"
KILLED = 100
WORKBOOK = a_workbook()  # once, as a workbook bears the time of its making

posix = pytest.mark.skipif(os.name != "posix", reason="signals, limits and permissions of POSIX systems")


class Desk:
    """A paper, and the folder of its name in `outputs` to which it is built by a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outputs = folder / "outputs"
        self.output = self.outputs / "paper"
        a_folder(folder / "inputs" / "paper", plan=WORKBOOK)

    def start(self, *more: str, as_of: str = ONE, **how) -> subprocess.Popen:
        """Start `papers build` in the desk's folder."""
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "papers", "build", "inputs/paper", "--as-of", as_of, *more]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "encoding": "utf-8"}
        return subprocess.Popen(command, cwd=self.folder, env=environment, **pipes, **how)

    def build(self, *more: str, **how) -> tuple[int, str]:
        """The exit code of a build and what it said."""
        process = self.start(*more, **how)
        said, _ = process.communicate()
        assert "Traceback" not in said, said
        return process.returncode, said

    def published(self) -> dict[str, bytes]:
        """Every file of the output folder, by name."""
        return files_in(self.output) if self.output.is_dir() else {}


@pytest.fixture
def desk(tmp_path):
    """A fresh desk, with nothing built yet."""
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def sets(tmp_path_factory):
    """The two sets that the paper is built to, by the day on which its plan is judged."""
    found = {}
    for day in (ONE, OTHER):
        desk = Desk(tmp_path_factory.mktemp("set"))
        code, said = desk.build(as_of=day)
        assert code == 0, said
        found[day] = desk.published()
    assert found[ONE]["appendix-1.docx"] != found[OTHER]["appendix-1.docx"]
    return found


def is_whole(files: dict[str, bytes]) -> bool:
    """Whether files are one set: each is there, and is the one that the manifest names."""
    outputs = json.loads(files["manifest.json"])["outputs"]
    return set(files) == WHOLE and {n: sha256(files[n]).hexdigest() for n in WHOLE - {"manifest.json"}} == outputs


def test_a_build_publishes_one_whole_set(desk, sets):
    """The files are there, are those of the manifest, and nothing is left beside them."""
    assert desk.build()[0] == 0

    assert desk.published() == sets[ONE]
    assert is_whole(desk.published())
    assert [path.name for path in desk.outputs.iterdir()] == ["paper"]


def test_a_mixture_of_two_sets_is_not_whole(sets):
    """One file of another build is seen by the manifest's digests."""
    assert not is_whole({**sets[ONE], "appendix-1.docx": sets[OTHER]["appendix-1.docx"]})
    assert not is_whole({name: content for name, content in sets[ONE].items() if name != "summary.docx"})


def test_a_second_build_replaces_the_first(desk, sets):
    """The set of the later build takes the place of the earlier one, file by file."""
    desk.build()

    assert desk.build(as_of=OTHER)[0] == 0
    assert desk.published() == sets[OTHER]


# Killed


def kill_after(process: subprocess.Popen, seconds: float) -> None:
    """Kill a process some time after now, wherever it is by then."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def wait_for_publishing(process: subprocess.Popen, outputs: Path) -> None:
    """Wait until a build has begun to write its set, or has ended."""
    before = set(outputs.iterdir()) if outputs.is_dir() else set()
    while process.poll() is None:
        if outputs.is_dir() and set(outputs.iterdir()) - before:
            return
        time.sleep(0.0003)  # leaves the processor to the build


@posix
def test_a_build_killed_at_any_moment_leaves_a_whole_set(desk, sets):
    """After each of a hundred kills the folder holds the old set or the new one, and a person's own file beside it."""
    chance = random.Random(2021)
    started = time.monotonic()
    desk.build()
    (desk.output / "notes.txt").write_text("mine")
    usual, seen = time.monotonic() - started, []

    for number in range(KILLED):
        day = (OTHER, ONE)[number % 2]
        process = desk.start(as_of=day)
        if number % 4:
            wait_for_publishing(process, desk.outputs)
            kill_after(process, chance.uniform(0, 0.02))
        else:
            kill_after(process, chance.uniform(0, usual))
        files = desk.published()
        assert files.pop("notes.txt") == b"mine"
        assert files in (sets[ONE], sets[OTHER]), (number, sorted(files))
        seen.append((process.returncode, files == sets[day]))

    assert {(-signal.SIGKILL, False), (-signal.SIGKILL, True)} <= set(seen), "kills came only before, or only after"
    assert desk.build()[0] == 0
    assert {name: files for name, files in desk.published().items() if name != "notes.txt"} == sets[ONE]


@posix
def test_a_first_build_killed_at_any_moment_leaves_a_whole_set_or_none(tmp_path, sets):
    """Where nothing was built before, there is no folder, or one with everything in it."""
    chance = random.Random(2020)
    desk = Desk(tmp_path)

    for _ in range(20):
        process = desk.start()
        wait_for_publishing(process, desk.outputs)
        kill_after(process, chance.uniform(0, 0.015))
        assert desk.published() in ({}, sets[ONE])
        for file in desk.output.glob("*"):
            file.unlink()
        if desk.output.is_dir():
            desk.output.rmdir()


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_stopped_leaves_a_whole_set(desk, sets, number):
    """Control-C, or a shutdown, leaves the old set or the new one as well."""
    desk.build()
    for _ in range(5):
        process = desk.start(as_of=OTHER)
        wait_for_publishing(process, desk.outputs)
        process.send_signal(number)
        process.communicate()
        assert desk.published() in (sets[ONE], sets[OTHER])


def test_what_killed_builds_left_stops_nothing(desk, sets):
    """Half-made folders beside the set, fresh or old, filled or empty, do not stop a build; old ones are cleared."""
    desk.outputs.mkdir()
    fresh, old, empty = (desk.outputs / f".paper.{name}.building" for name in ("0123456789abcdef", "old", "empty"))
    for half in (fresh, old):
        half.mkdir()
        (half / "report.docx").write_bytes(b"half")
    empty.mkdir()
    os.utime(old, (0, 0))
    (desk.outputs / ".paper.file.building").write_text("a file")

    assert desk.build()[0] == 0
    assert desk.published() == sets[ONE]
    assert not old.exists()
    assert fresh.exists(), "this may be another build's, which is still at work"


# At once


def test_two_builds_at_once_do_not_mix(desk, sets):
    """Whichever of two builds comes last, the set is that of one of them."""
    for number in range(8):
        if number % 2:
            desk.build()
        both = [desk.start(as_of=day) for day in (ONE, OTHER)]
        said = [process.communicate()[0] for process in both]
        assert "Traceback" not in "".join(said)
        assert [process.returncode for process in both] == [0, 0], said
        assert desk.published() in (sets[ONE], sets[OTHER])
        assert [path.name for path in desk.outputs.iterdir()] == ["paper"]


PUBLISH_ON_AND_ON = """
import sys
from pathlib import Path
from papers.writing.publish import publish

files = {path.name: path.read_bytes() for path in Path(sys.argv[1]).iterdir()}
for _ in range(1000):
    publish(files, Path(sys.argv[2]))
"""


def test_a_set_that_another_build_just_published_is_no_edit(tmp_path, sets):
    """Two programs that publish over and over never take the other's set for one that a person edited."""
    both = []
    for day in (ONE, OTHER):
        (tmp_path / day).mkdir()
        for name, content in sets[day].items():
            (tmp_path / day / name).write_bytes(content)
        command = [sys.executable, "-c", PUBLISH_ON_AND_ON, str(tmp_path / day), str(tmp_path / "outputs" / "paper")]
        both.append(subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8"))

    assert [process.communicate()[1] for process in both] == ["", ""]
    assert files_in(tmp_path / "outputs" / "paper") in (sets[ONE], sets[OTHER])


def test_many_first_builds_at_once_leave_one_set(desk, sets):
    """Four builds that all find no folder leave one whole set."""
    every = [desk.start(as_of=day) for day in (ONE, OTHER, ONE, OTHER)]
    said = [process.communicate()[0] for process in every]

    assert [process.returncode for process in every] == [0] * 4, said
    assert desk.published() in (sets[ONE], sets[OTHER])


# Refused


def refused(desk, *more, as_of=OTHER, **how):
    """Build where it cannot be done: exit 3 with a sentence, and everything as it was."""
    before = files_in(desk.folder)
    code, said = desk.build(*more, as_of=as_of, **how)

    assert code == 3, said
    after = files_in(desk.folder)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert {name for name in changed if not name.startswith("cache/")} == set()
    return said


@pytest.mark.parametrize("lock", ["~$port.docx", ".~lock.report.docx#", "~$pendix-1.docx", ".~lock.appendix-1.docx#"])
def test_a_document_that_is_open_is_not_replaced(desk, lock):
    """Word and LibreOffice leave a file beside a document that somebody has open: it is named, and nothing changes."""
    desk.build()
    (desk.output / lock).write_bytes(b"\x05Somebody")

    said = refused(desk, "--force")

    assert "open" in said
    assert "port.docx" in said or "pendix-1.docx" in said


def test_a_document_edited_since_is_not_replaced(desk):
    """What somebody changed in Word after the build is named, and kept."""
    desk.build()
    with (desk.output / "report.docx").open("ab") as report:
        report.write(b"edited")

    said = refused(desk)

    assert "report.docx" in said
    assert "--force" in said


def test_force_replaces_a_document_edited_since(desk, sets):
    """Whoever asks for it gets the new set."""
    desk.build()
    (desk.output / "report.docx").write_bytes(b"edited")

    assert desk.build("--force", as_of=OTHER)[0] == 0
    assert desk.published() == sets[OTHER]


@pytest.mark.parametrize(
    "manifest", [None, b"", b"not JSON", b"[]", b'{"outputs": []}', b'{"outputs": {"report.docx": 1}}']
)
def test_documents_without_a_sound_manifest_count_as_edited(desk, manifest):
    """Where nothing says that a document was built here, it is a person's, and stays."""
    desk.build()
    if manifest is None:
        (desk.output / "manifest.json").unlink()
    else:
        (desk.output / "manifest.json").write_bytes(manifest)

    refused(desk)


def test_an_old_document_of_a_persons_own_is_not_replaced(desk):
    """A report.docx that was there before the first build is not overwritten."""
    desk.output.mkdir(parents=True)
    (desk.output / "report.docx").write_bytes(b"written by hand")

    assert "report.docx" in refused(desk)


def test_the_same_set_is_built_again_without_asking(desk, sets):
    """Documents that are what would be built anyway are no edit, with a manifest or without."""
    desk.build()
    (desk.output / "manifest.json").unlink()

    assert desk.build()[0] == 0
    assert desk.published() == sets[ONE]


def test_a_document_that_a_person_deleted_comes_back(desk, sets):
    """A set with a file missing is made whole."""
    desk.build()
    (desk.output / "summary.docx").unlink()

    assert desk.build(as_of=OTHER)[0] == 0
    assert desk.published() == sets[OTHER]


def test_a_persons_own_files_stay(desk, sets):
    """Notes, scans and folders that people keep beside the papers are carried over as they are."""
    desk.build()
    own = {"notes.txt": b"mine", "scans/letter.pdf": b"%PDF", "Copy of report.docx": b"PK", ".hidden": b"also mine"}
    for name, content in own.items():
        (desk.output / name).parent.mkdir(exist_ok=True)
        (desk.output / name).write_bytes(content)
    os.utime(desk.output / "notes.txt", (1_000_000_000, 1_000_000_000))

    assert desk.build(as_of=OTHER)[0] == 0
    assert desk.published() == {**sets[OTHER], **own}
    assert (desk.output / "notes.txt").stat().st_mtime == 1_000_000_000


def test_an_empty_folder_of_a_persons_own_stays(desk):
    """A folder that a person made for later is still there after a build."""
    desk.build()
    (desk.output / "for later").mkdir()

    desk.build(as_of=OTHER)

    assert (desk.output / "for later").is_dir()


@posix
def test_a_link_of_a_persons_own_stays_a_link(desk):
    """A link beside the papers is carried over as a link, also one that leads nowhere."""
    desk.build()
    (desk.output / "letter").symlink_to("../elsewhere/letter.pdf")

    desk.build(as_of=OTHER)

    assert (desk.output / "letter").is_symlink()


@posix
@pytest.mark.parametrize("room", [0, 1000, 5000, 7000])
def test_a_full_disk_leaves_the_old_set(desk, room):
    """Where there is no room to write the set, the old one stays, and the sentence says so."""
    desk.build()

    def no_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    said = refused(desk, preexec_fn=no_room)

    assert "no room" in said
    assert [path.name for path in desk.outputs.iterdir()] == ["paper"]


def test_room_enough_is_no_full_disk(desk, sets):
    """The limit of the test above is what stops the build: with a larger one it goes through."""
    if os.name != "posix":
        pytest.skip("limits of POSIX systems")
    desk.build()

    def room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    assert desk.build(as_of=OTHER, preexec_fn=room)[0] == 0
    assert desk.published() == sets[OTHER]


def test_a_file_in_the_place_of_the_papers_folder_is_refused(desk):
    """Where a file has the name of the paper, it is named and kept."""
    desk.outputs.mkdir()
    desk.output.write_text("a file")

    said = refused(desk)

    assert "outputs/paper" in said
    assert desk.output.read_text() == "a file"


def test_a_file_in_the_place_of_the_outputs_folder_is_refused(desk):
    """Where --out is a file, that is wrong usage, and the file is kept."""
    desk.outputs.write_text("a file")

    code, said = desk.build()

    assert code in (2, 3)
    assert "outputs" in said
    assert desk.outputs.read_text() == "a file"


def test_a_place_that_cannot_be_made_is_refused(desk):
    """Below a file there can be no folder: the place is named."""
    (desk.folder / "file").write_text("a file")

    assert "file/below/paper" in refused(desk, "--out", "file/below")


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write to a read-only folder")
def test_a_read_only_folder_is_refused(desk):
    """Where nothing may be written the place is named, and the old set stays."""
    desk.build()
    desk.outputs.chmod(0o555)
    try:
        assert "outputs/paper" in refused(desk)
    finally:
        desk.outputs.chmod(0o755)


@posix
@pytest.mark.parametrize("mask", [0o022, 0o027, 0o002, 0o077])
def test_what_is_published_has_the_permissions_that_the_user_asks_for(desk, mask):
    """Colleagues may read what is published exactly as far as the user's umask lets them."""
    for day in (ONE, OTHER):
        assert desk.build(as_of=day, umask=mask)[0] == 0

        assert desk.output.stat().st_mode & 0o777 == 0o777 & ~mask
        for name in WHOLE:
            assert (desk.output / name).stat().st_mode & 0o777 == 0o666 & ~mask


@posix
def test_a_folder_that_is_a_link_is_built_where_it_leads(desk, sets):
    """Where outputs is a link to a shared drive, the set is found through it."""
    (desk.folder / "shared").mkdir()
    desk.outputs.symlink_to("shared")

    assert desk.build()[0] == 0
    assert files_in(desk.folder / "shared" / "paper") == sets[ONE]
    assert desk.outputs.is_symlink()
