"""Which drawings and palettes belong to a motif, and the finished picture for a seed."""

from __future__ import annotations

import random
from collections.abc import Callable

from PIL import Image

from . import desk, health, hero, iron, lab, machines, metal, process, robots, soft, tech, tools, town, works
from .canvas import Canvas
from .palette import PALETTES

Drawing = Callable[[Canvas], None]
Entry = tuple[Drawing, str]

MOTIFS: dict[str, tuple[Entry, ...]] = {
    "bearings": (
        (metal.bearing_close, "day deep sand"),
        (metal.ball_field, "day"),
        (metal.ring_tunnel, "night mist"),
        (metal.bearing_stack, "mist sand"),
        (metal.roller_arc, "day mist deep"),
    ),
    "nonferrous": ((metal.coil_close, "day sand"), (metal.coil_store, "day sand mist"), (metal.slabs, "sand mist")),
    "ferrous": (
        (iron.mill, "night deep"),
        (iron.sections, "day"),
        (iron.furnace, "night"),
        (iron.tubes, "day sand"),
    ),
    "chemicals": (
        (process.columns, "mist day night"),
        (process.pipes, "day night sand"),
        (process.spheres, "sand day"),
        (robots.valve, "mist day"),
    ),
    "agrifood": (
        (process.silos, "day sand"),
        (process.wheat, "sand day"),
        (process.fields, "day"),
        (process.noodles, "mist"),
    ),
    "automotive": (
        (machines.wheel_close, "mist sand"),
        (machines.chassis_line, "deep day"),
        (machines.car_park, "day mist"),
    ),
    "textiles": ((soft.spindles, "sand day"), (soft.weave, "day"), (soft.paper_rolls, "mist sand")),
    "building-materials": (
        (soft.kiln, "day mist"),
        (soft.blocks, "sand day"),
        (soft.panels, "mist day"),
        (soft.glass, "day sand"),
    ),
    "equipment": (
        (machines.gantry, "sand mist"),
        (machines.gears, "day sand"),
        (machines.lathe, "night deep"),
        (robots.robots, "mist day sand"),
    ),
    "it": ((tech.circuit, "day night deep"), (tech.wafer, "day mist"), (tech.servers, "night")),
    "new-energy": ((tech.solar, "sand mist"), (tech.turbines, "day sand"), (tech.cells, "mist")),
    "health": ((health.vials, "sand day"), (health.capsules, "sand mist"), (health.drawers, "day")),
    "city": ((town.bridge_view, "day sand"), (town.lake_town, "mist sand"), (town.canal_top, "day")),
    "logistics": ((town.containers, "sand day"), (town.rail, "day mist"), (town.interchange, "mist sand")),
    "office": ((desk.papers, "day"), (desk.lamp, "mist night"), (desk.archive, "day"), (desk.seal, "sand mist")),
    "park": ((works.park_iso, "day sand"), (works.sawtooth, "sand mist"), (works.roofs, "day")),
    "laboratory": ((lab.flasks, "day sand"), (lab.microscope, "mist day"), (lab.dishes, "day mist")),
    "workbench": ((tools.pegboard, "sand mist"), (tools.callipers, "day"), (tools.vice, "mist day")),
}


def draw(motif: str, size: tuple[int, int], seed: int, variant: int | None = None, ss: int = 2) -> Image.Image:
    """Draw one picture; the seed chooses composition (unless given), palette, side and every detail."""
    rng = random.Random(seed)
    entries = MOTIFS[motif]
    choice = rng.randrange(len(entries))
    drawing, names = entries[choice if variant is None else variant % len(entries)]
    palette = PALETTES[rng.choice(names.split())]
    canvas = Canvas(size, rng.randrange(2**31), palette, flip=rng.random() < 0.42, ss=ss)
    drawing(canvas)
    return canvas.done()


def draw_hero(dark: bool, phone: bool, ss: int = 3) -> Image.Image:
    """The flagship picture in one of its four editions."""
    size = (1080, 1350) if phone else (2400, 1030)
    canvas = Canvas(size, 7, PALETTES["night" if dark else "day"], ss=ss)
    hero.hero(canvas, hero.PHONE if phone else hero.WIDE)
    return canvas.done()
