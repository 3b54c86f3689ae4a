"""Draw the repository's illustrations with Pillow alone.

    python scripts/draw_pictures.py            pictures that content names and that do not exist
    python scripts/draw_pictures.py --all      every picture that content names
    python scripts/draw_pictures.py --hero     the flagship picture in its four editions
    python scripts/draw_pictures.py --mark     the theme's icon for home screens
    python scripts/draw_pictures.py --sheet OUT.png   a contact sheet of every motif and composition

Galleries have compositions of their own (``drawings/scenes/catalogue.py``). For everything else the motif follows from
the entry (industry, policy area, group, kind) or from the file's own name (``scene-2-bearings.webp``), and the rest from
the file's path.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent))

from drawings import infographic
from drawings.catalogue import MOTIFS, draw, draw_hero
from drawings.mark import draw_mark
from drawings.scenes.catalogue import SCENES, draw_scene

ROOT = Path(__file__).resolve().parent.parent
COVER, SCENE = (1800, 1200), (1080, 1920)
BODY_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+\.webp)>?[^)]*\)")

LONG_PICTURES = {"infographic-bearing-gates-long.webp": infographic.gates}

AREAS = {
    "energy": "new-energy",
    "quality-enterprises": "park",
    "talent": "workbench",
    "tax": "office",
    "finance": "office",
    "approval": "office",
    "technology": "laboratory",
    "environment": "city",
    "land": "park",
    "rule-of-law": "office",
}
GROUPS = {
    "enterprise-cultivation": "equipment",
    "cluster-upgrading": "park",
    "innovation": "laboratory",
    "digital": "it",
    "investment": "logistics",
    "projects": "equipment",
    "green": "new-energy",
    "brand": "agrifood",
}
COLUMNS = {"guangyue": "city", "interviews": "workbench", "tours": "park", "in-action": "equipment"}
KINDS = {"policies": "office", "notices": "office", "events": "city", "cases": "equipment", "galleries": "park"}


def front_matter(path: Path) -> tuple[dict[str, Any], str]:
    """Split an entry into its fields and its body; a broken head counts as empty."""
    text = path.read_text(encoding="utf-8")
    parts = re.match(r"---\s*\n(.*?)\n---\s*(?:\n|$)(.*)", text, re.DOTALL)
    if not parts:
        return {}, text
    try:
        data = yaml.safe_load(parts.group(1))
    except yaml.YAMLError as problem:
        print(f"{path}: front matter not read: {problem}", file=sys.stderr)
        data = None
    return (data if isinstance(data, dict) else {}), parts.group(2)


def ids(data: dict[str, Any], field: str) -> list[str]:
    """A list field as strings."""
    value = data.get(field) or []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def motif_of(name: str, data: dict[str, Any], parts: tuple[str, ...]) -> str:
    """Choose the motif: file name, then industry, policy area, group, column, kind."""
    for motif in sorted(MOTIFS, key=len, reverse=True):
        if re.search(rf"(?:^|-){re.escape(motif)}$", Path(name).stem):
            return motif
    for industry in ids(data, "industries"):
        if industry in MOTIFS:
            return industry
    for field, table in (("areas", AREAS), ("groups", GROUPS)):
        for key in ids(data, field):
            if key in table:
                return table[key]
    for part in reversed(parts):
        if part in COLUMNS:
            return COLUMNS[part]
        if part in KINDS:
            return KINDS[part]
    return "city"


def wanted(content: Path) -> Iterator[tuple[Path, str, bool, int | None]]:
    """Every picture file the content names: path, motif, whether upright, and the scene's place in its gallery."""
    seen: set[Path] = set()
    for entry in sorted(content.rglob("*.md")):
        data, body = front_matter(entry)
        parts = entry.relative_to(content).parts
        cover = data.get("cover")
        names = [str(cover)] if cover else []
        scenes = BODY_PICTURE.findall(body)
        for name in dict.fromkeys(names + scenes):
            path = (entry.parent / name).resolve()
            if "://" in name or path.suffix != ".webp" or not path.is_relative_to(content.resolve()) or path in seen:
                continue
            seen.add(path)
            place = scenes.index(name) if name in scenes and parts[0] == "galleries" else None
            yield path, motif_of(name, data, parts[:-1]), parts[0] == "galleries", place


def seed_of(path: Path, content: Path) -> int:
    """A number that depends on the file's place in the content alone."""
    key = path.relative_to(content.resolve()).as_posix()
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")


def save(picture: Image.Image, path: Path, limit: int) -> int:
    """Write WebP at quality 86, lower only as far as the limit asks."""
    data = b""
    for quality in (86, 82, 78, 74, 70, 66, 62):
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=quality, method=6)
        data = out.getvalue()
        if len(data) <= limit:
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return len(data)


class Rota:
    """Hands out compositions so that neighbours of one motif take turns."""

    def __init__(self) -> None:
        self.used: dict[tuple[str, str], set[int]] = {}

    def pick(self, motif: str, seed: int, group: str) -> int:
        """The seed's composition, or the next one not yet used in its group."""
        count = len(MOTIFS[motif])
        used = self.used.setdefault((group, motif), set())
        if len(used) == count:
            used.clear()
        choice = seed % count
        while choice in used:
            choice = (choice + 1) % count
        used.add(choice)
        return choice


def draw_content(content: Path, everything: bool) -> int:
    """Draw what is missing (or everything); returns how many pictures were drawn."""
    rota, drawn = Rota(), 0
    for path, motif, upright, place in wanted(content):
        seed = seed_of(path, content)
        group = path.parent.as_posix() if upright else "covers"
        variant = rota.pick(motif, seed if place is None else seed_of(path.parent, content) + place, group)
        if path.exists() and not everything:
            continue
        scene = f"{path.parent.name}/{path.stem}"
        if scene in SCENES:
            print(f"{path.relative_to(content.resolve())}  {save(draw_scene(scene), path, 110_000) // 1000} kB")
            drawn += 1
            continue
        if path.name in LONG_PICTURES:
            drawn += draw_long(path)
            continue
        size = save(draw(motif, SCENE if upright else COVER, seed, variant), path, 70_000)
        drawn += 1
        print(f"{path.relative_to(content.resolve())}  {motif}/{variant}  {size // 1000} kB")
    return drawn


def draw_long(path: Path) -> int:
    """Write a long picture with words in it; returns 1, or 0 where the font for the words is missing."""
    font_file = infographic.find_font()
    if not font_file:
        print(f"{path.name}: 缺少字体 Noto Sans CJK，没有绘制。请先安装 fonts-noto-cjk。", file=sys.stderr)
        return 0
    print(f"{path.name}  {save(LONG_PICTURES[path.name](font_file), path, 160_000) // 1000} kB")
    return 1


def draw_heroes(content: Path) -> None:
    """Write the flagship picture for light and dark, desktop and phone."""
    for phone in (False, True):
        for dark in (False, True):
            path = content / f"hero{'-phone' if phone else ''}{'-dark' if dark else ''}.webp"
            print(f"{path.name}  {save(draw_hero(dark, phone), path, 140_000) // 1000} kB")


def draw_icon(path: Path) -> None:
    """Write the mark at the size Apple's telephones ask for."""
    draw_mark(180).quantize(64).save(path, "PNG", optimize=True)
    print(f"{path.name}  {path.stat().st_size / 1000:.1f} kB")


def sheet(out: Path, upright: bool, seed: int) -> None:
    """A contact sheet of every motif and composition."""
    w, h = (180, 320) if upright else (360, 240)
    tiles = [(motif, k) for motif, entries in MOTIFS.items() for k in range(len(entries))]
    cols = 10 if upright else 6
    rows = -(-len(tiles) // cols)
    board = Image.new("RGB", (cols * (w + 8), rows * (h + 8)), (255, 255, 255))
    for i, (motif, k) in enumerate(tiles):
        tile = draw(motif, (w * 2, h * 2), seed * 1000 + i, k).resize((w, h), Image.Resampling.LANCZOS)
        board.paste(tile, ((i % cols) * (w + 8), (i // cols) * (h + 8)))
    board.save(out)


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--all", action="store_true", help="draw every picture anew")
    parser.add_argument("--hero", action="store_true", help="draw the flagship picture")
    parser.add_argument("--mark", action="store_true", help="draw the icon for home screens")
    parser.add_argument("--sheet", type=Path, help="write a contact sheet and stop")
    parser.add_argument("--upright", action="store_true", help="the contact sheet in 9:16")
    parser.add_argument("--seed", type=int, default=1, help="seed of the contact sheet")
    args = parser.parse_args(argv)
    if args.sheet:
        sheet(args.sheet, args.upright, args.seed)
        return 0
    if args.mark:
        draw_icon(ROOT / "hooks/theme/assets/apple-touch-icon.png")
        return 0
    if args.hero:
        draw_heroes(args.content)
        return 0
    print(f"{draw_content(args.content, args.all)} pictures drawn")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
