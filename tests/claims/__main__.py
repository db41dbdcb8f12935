"""`python -m tests.claims AREA`: what does not hold; `… AREA nb` or `… AREA en`: every sentence, to be read aloud."""

import sys

from tests.claims.areas import area, faults, scenes


def main(name: str, lang: str = "") -> None:
    """Faults, or each text once with the scene it is said in."""
    if not lang:
        print("\n".join(faults(name)))
        return
    own = set(area(name).keys)
    said = {
        one.text: f"{one.key} ({scene.shot.name})"
        for scene in scenes(name)
        if scene.lang == lang
        for one in scene.said
        if one.key in own
    }
    print("\n".join(f"{text}\n    {where}" for text, where in said.items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
