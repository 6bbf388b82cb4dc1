"""The letters of the stories, made once: playing a story takes a second or two."""

from collections.abc import Callable, Iterator

import pytest
from brieven_verhalen import VERHALEN, Brieven
from office import OfficeMaker


@pytest.fixture(scope="session")
def brieven_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Brieven]]:
    """Return what gives the letters of a reglement's story, by their names."""
    maker = OfficeMaker(tmp_path_factory.mktemp("brieven"))
    made: dict[str, Brieven] = {}

    def letters(reglement: str) -> Brieven:
        if reglement not in made:
            made[reglement] = VERHALEN[reglement](maker)
        return made[reglement]

    yield letters
    maker.close()
