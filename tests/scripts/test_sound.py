"""Sound: a loop that closes, tones that begin and end in silence, a file a player can read."""

import itertools
import wave
from pathlib import Path

import sound


def test_what_runs_over_the_end_of_a_track_goes_on_at_its_beginning() -> None:
    track = sound.silence(1)
    sound.lay(track, [1.0] * 10, 1 - 5 / sound.RATE, 0.5)
    assert track[:5] == track[-5:] == [0.5] * 5 and not any(track[5:-5])


def test_a_tone_neither_begins_nor_ends_with_a_click() -> None:
    tone = sound.tone(440, 0.5, decay=10)
    assert abs(tone[0]) < 0.01 and abs(tone[-1]) < 0.01 and max(tone) > 0.5


def test_noise_is_the_same_for_the_same_seed_and_duller_when_asked() -> None:
    bright, dull = sound.noise(0.2, 1, 0.1, 1), sound.noise(0.2, 1, 0.95, 1)
    assert bright == sound.noise(0.2, 1, 0.1, 1)
    turns = [sum(a * b < 0 for a, b in itertools.pairwise(t)) for t in (bright, dull)]
    assert turns[0] > 2 * turns[1]


def test_a_track_is_written_as_a_mono_wave_with_room_above_its_peak(tmp_path: Path) -> None:
    file = tmp_path / "a.wav"
    sound.write_wave(sound.tone(440, 0.1, 1), file)
    with wave.open(str(file)) as back:
        samples = memoryview(back.readframes(back.getnframes())).cast("h")
        assert (back.getnchannels(), back.getframerate(), back.getnframes()) == (1, sound.RATE, sound.RATE // 10)
        assert max(abs(v) for v in samples) == round(0.8 * 32767)
