"""One publish as a process of its own, so that it can be killed: ``python publisher.py SETTINGS FOLDER``.

The site is there already; what is tried is everything from reading it to the last receipt.
"""

import sys
from pathlib import Path

from zhuanti.release.publishing.errors import PublishError
from zhuanti.release.publishing.phases import publish
from zhuanti.release.publishing.request import Request
from zhuanti.release.publishing.site_folder import prepare
from zhuanti.release.publishing.targets import open_target
from zhuanti.settings.deploy import TargetSettings

# said when the site is read and the target is about to be asked
BEGUN = "begun"


def main(settings: str, project: str, url: str) -> int:
    """0 published, 1 refused with a sentence."""
    target = TargetSettings.model_validate_json(settings)
    folder = Path(project)

    def say(text: str) -> None:
        print(text, flush=True)

    try:
        place = open_target(target)
        with place.copying():
            built = prepare(folder, folder / "site", compress=target.s3 is None, etags=target.s3 is not None)
            say(BEGUN)
            publish(Request("publish", place, target.keep, target.probe or "", say, url, built=built))
    except PublishError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
