"""Make the repository's film, recording and music out of drawings and sines.

    python scripts/draw_media.py            what does not exist yet
    python scripts/draw_media.py --all      everything

Needs ffmpeg (a maker's tool: neither the build nor the tests do).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent))

import sound
from draw_pictures import save
from drawings.canvas import Canvas
from drawings.palette import PALETTES
from drawings.scenes.road import line_frame

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "content/galleries/samples"
FILM = SAMPLES / "sample-one-bearing/line.mp4"
SOUNDS: dict[Path, Callable[[], sound.Track]] = {
    SAMPLES / "sample-furnace-night/rounds.mp3": sound.rhythm,
    SAMPLES / "sample-reed-and-water/still-water.mp3": sound.tune,
}
SIZE, RATE, SECONDS = (720, 1280), 24, 10
POSTER_AT = 0.24


def frame(at: float, size: tuple[int, int] = SIZE, ss: int = 2) -> Image.Image:
    """The film's picture at a share (0 to 1) of its length."""
    canvas = Canvas(size, 1 + round(at * RATE * SECONDS), PALETTES["day"], ss=ss)
    line_frame(canvas, at)
    return canvas.done()


def encode(*options: str) -> None:
    """Run ffmpeg quietly; what it complains about is shown, and the run stops."""
    subprocess.run(["ffmpeg", "-y", "-v", "error", *options], check=True)


def make_film(path: Path) -> None:
    """The film without sound, and beside it its poster."""
    count = RATE * SECONDS
    with tempfile.TemporaryDirectory() as folder:
        for i in range(count):
            frame(i / count).save(Path(folder) / f"{i:04}.png", compress_level=1)
        encode(
            *("-framerate", str(RATE), "-i", f"{folder}/%04d.png", "-an", "-c:v", "libx264", "-profile:v", "main"),
            *("-preset", "slow", "-crf", "25", "-pix_fmt", "yuv420p", "-movflags", "+faststart"),
            *("-map_metadata", "-1", "-threads", "1", str(path)),
        )
    save(frame(POSTER_AT, (1080, 1920)), path.with_suffix(".webp"), 110_000)


def make_sound(path: Path, compose: Callable[[], sound.Track]) -> None:
    """One recording as MP3, mono, 64 kbit/s."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.wav"
        sound.write_wave(compose(), raw)
        encode("-i", str(raw), "-c:a", "libmp3lame", "-b:a", "64k", "-ac", "1", "-map_metadata", "-1", str(path))


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--all", action="store_true", help="make everything anew")
    args = parser.parse_args(argv)
    if not shutil.which("ffmpeg"):
        print("缺少 ffmpeg，没有生成。请先安装，例如：apt-get install ffmpeg", file=sys.stderr)
        return 2
    if args.all or not FILM.exists():
        make_film(FILM)
        print(f"{FILM.name}  {FILM.stat().st_size // 1000} kB")
    for path, compose in SOUNDS.items():
        if args.all or not path.exists():
            make_sound(path, compose)
            print(f"{path.name}  {path.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
