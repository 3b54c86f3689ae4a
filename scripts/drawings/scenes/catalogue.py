"""Which picture of which gallery is drawn by which composition, in which colours."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from ..canvas import Canvas
from ..palette import PALETTES
from . import chain, door, night, outlet, ring, road, water

Drawing = Callable[[Canvas], None]
UPRIGHT, PLATE = (1080, 1920), (1200, 800)

SCENES: dict[str, tuple[Drawing, str, tuple[int, int]]] = {
    "zhoucheng-fengong/cover": (chain.four_quarters, "deep", UPRIGHT),
    "zhoucheng-fengong/parts": (chain.taken_apart, "day", UPRIGHT),
    "zhoucheng-fengong/press": (chain.press, "night", UPRIGHT),
    "zhoucheng-fengong/cages": (chain.cage_wall, "mist", UPRIGHT),
    "zhoucheng-fengong/balls": (chain.ball_run, "deep", UPRIGHT),
    "zhoucheng-fengong/market": (chain.market, "sand", UPRIGHT),
    "sample-one-bearing/cover": (ring.gate, "deep", UPRIGHT),
    "sample-one-bearing/bars": (ring.bars, "day", UPRIGHT),
    "sample-one-bearing/blank": (ring.blank, "mist", UPRIGHT),
    "sample-one-bearing/turned": (ring.turned, "mist", UPRIGHT),
    "sample-one-bearing/grinding": (ring.grinding, "night", UPRIGHT),
    "sample-one-bearing/outer-ring": (ring.outer_ring, "day", PLATE),
    "sample-one-bearing/inner-ring": (ring.inner_ring, "deep", PLATE),
    "sample-one-bearing/nine-balls": (ring.nine_balls, "mist", PLATE),
    "sample-one-bearing/one-cage": (ring.one_cage, "sand", PLATE),
    "sample-one-bearing/hub": (road.hub, "sand", UPRIGHT),
    "sample-one-bearing/road": (road.road, "day", UPRIGHT),
    "sample-furnace-night/cover": (night.mouth, "ember", UPRIGHT),
    "sample-furnace-night/handover": (night.handover, "ember", UPRIGHT),
    "sample-furnace-night/pour": (night.pour, "ember", UPRIGHT),
    "sample-furnace-night/door-before": (door.door_leaks, "ember", UPRIGHT),
    "sample-furnace-night/door-after": (door.door_shut, "ember", UPRIGHT),
    "sample-furnace-night/patrol": (night.patrol, "ember", UPRIGHT),
    "sample-furnace-night/dawn": (night.dawn, "dawn", UPRIGHT),
    "sample-reed-and-water/cover": (water.reeds, "reed", UPRIGHT),
    "sample-reed-and-water/meter": (water.meter, "reed", UPRIGHT),
    "sample-reed-and-water/wash-0": (water.wash(0, wet=False), "reed", PLATE),
    "sample-reed-and-water/wash-1": (water.wash(0.9), "reed", PLATE),
    "sample-reed-and-water/wash-2": (water.wash(0.5), "reed", PLATE),
    "sample-reed-and-water/wash-3": (water.wash(0.05), "reed", PLATE),
    "sample-reed-and-water/dye-house": (water.dye_house, "reed", UPRIGHT),
    "sample-reed-and-water/outlet-before": (outlet.outlet_before, "reed", UPRIGHT),
    "sample-reed-and-water/outlet-after": (outlet.outlet_after, "reed", UPRIGHT),
    "sample-reed-and-water/pond": (water.pond, "pond", UPRIGHT),
}
SEED = 3


def draw_scene(key: str, size: tuple[int, int] | None = None, ss: int = 3) -> Image.Image:
    """Draw one picture of a gallery; ``key`` is its folder and stem, ``size`` pixels other than its own."""
    drawing, palette, own = SCENES[key]
    canvas = Canvas(size or own, SEED, PALETTES[palette], ss=ss)
    drawing(canvas)
    return canvas.done()
