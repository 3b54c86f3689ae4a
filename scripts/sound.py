"""Sound made of sines and noise alone: the rhythm of a workshop and a calm piece that closes on itself.

A track is a list of samples between -1 and 1 at ``RATE`` a second, mono.
"""

from __future__ import annotations

import array
import math
import random
import wave
from pathlib import Path

RATE = 22_050
Track = list[float]


def silence(seconds: float) -> Track:
    """An empty track of a length in seconds."""
    return [0.0] * round(seconds * RATE)


def tone(
    pitch: float, seconds: float, decay: float, partials: tuple[float, ...] = (1.0,), attack: float = 0.005
) -> Track:
    """A struck or breathed tone: ``pitch`` in hertz, ``decay`` and ``attack`` in seconds, weights of its partials."""
    out = silence(seconds)
    for order, weight in enumerate(partials, 1):
        step = 2 * math.pi * pitch * order / RATE
        for i in range(len(out)):
            out[i] += weight * math.sin(step * i)
    tail = 0.02 * RATE
    return [
        v * min(1.0, i / (attack * RATE)) * math.exp(-i / (decay * RATE)) * min(1.0, (len(out) - i) / tail)
        for i, v in enumerate(out)
    ]


def noise(seconds: float, decay: float, dull: float, seed: int) -> Track:
    """A breath of noise; ``dull`` 0 is bright hiss, towards 1 only the low end is left."""
    rng, last = random.Random(seed), 0.0
    out = silence(seconds)
    for i in range(len(out)):
        last = dull * last + (1 - dull) * rng.uniform(-1, 1)
        out[i] = last * math.exp(-i / (decay * RATE))
    return out


def lay(track: Track, part: Track, at: float, gain: float) -> None:
    """Add a part at a time in seconds; what runs over the end goes on at the beginning, so that a loop closes."""
    start, length = round(at * RATE), len(track)
    for i, v in enumerate(part):
        track[(start + i) % length] += v * gain


def rhythm() -> Track:
    """Twelve seconds of a workshop: a press every second and a half, a belt, bearings that tick, air let off."""
    track = silence(12)
    lay(track, tone(98, 12, 1e6, (0.7, 0.3, 0.12), 0.01), 0, 0.05)
    lay(track, noise(12, 1e6, 0.93, 1), 0, 0.16)
    blow = [a + b for a, b in zip(tone(58, 0.5, 0.11, (1, 0.4)), noise(0.5, 0.03, 0.55, 2), strict=True)]
    for i in range(8):
        lay(track, blow, 0.3 + 1.5 * i, 0.5)
        lay(track, tone(412, 0.4, 0.07, (1, 0.5, 0.4)), 0.33 + 1.5 * i, 0.1)
        lay(track, noise(0.5, 0.16, 0.15, 10 + i), 1.1 + 1.5 * i, 0.07)
    for i in range(48):
        lay(track, tone(1900 + 160 * (i % 3), 0.07, 0.012), 0.12 + 0.25 * i, 0.06 if i % 4 else 0.1)
    return track


def tune() -> Track:
    """Twenty-four seconds on five tones, slow and without a beginning or an end."""
    track = silence(24)
    chords = ((146.83, 220.0, 293.66), (123.47, 185.0, 293.66), (98.0, 196.0, 246.94), (110.0, 220.0, 329.63))
    for i, chord in enumerate(chords):
        for pitch in chord:
            swell = tone(pitch, 9, 4.2, (1, 0.22, 0.1), 2.4)
            lay(track, swell, i * 6, 0.09)
            lay(track, tone(pitch * 1.003, 9, 4.2, (1, 0.2), 2.8), i * 6 + 0.2, 0.05)
    melody = ((0, 587.33), (1.5, 440), (3, 493.88), (4.5, 369.99), (6, 440), (8.25, 369.99), (9, 293.66), (12, 493.88),
              (13.5, 587.33), (15, 440), (16.5, 493.88), (18, 659.26), (19.5, 587.33), (21, 440))  # fmt: skip
    for at, pitch in melody:
        lay(track, tone(pitch, 3.2, 0.75, (1, 0.3, 0.08), 0.012), at, 0.16)
        lay(track, tone(pitch, 3.2, 0.75, (1, 0.2), 0.012), at + 0.42, 0.05)
    return track


def write_wave(track: Track, path: Path) -> None:
    """Write a track as 16-bit wave, its loudest sample at four fifths."""
    peak = max(max(track), -min(track)) or 1.0
    samples = array.array("h", (round(v / peak * 0.8 * 32767) for v in track))
    with wave.open(str(path), "wb") as out:
        out.setparams((1, 2, RATE, 0, "NONE", ""))
        out.writeframes(samples.tobytes())
