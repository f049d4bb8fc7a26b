"""Style sheets, fonts and pictures under names that hold a hash of what is in them, so that browsers may keep them for good."""

from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    """Files under their hashed names once `collect_assets` made those; until then under their own."""

    def stored_name(self, name: str) -> str:
        """The name under which the file is asked for."""
        found: str = self.hashed_files.get(self.hash_key(name), name)
        return found


def collect_assets() -> None:
    """Put all files with hashed names, and compressed, into the data folder; takes part of a second."""
    call_command("collectstatic", interactive=False, verbosity=0)
