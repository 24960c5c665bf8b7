"""Part of building the wheel: compiles the catalogues and carries `resources/` into the package."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Pictures of the README; a running program never shows them.
LEFT_OUT = {"screenshots"}


class WheelHook(BuildHookInterface[Any]):  # type: ignore[misc]  # hatchling is not in the dev environment
    """What hatchling calls before it packs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add every resource folder to the wheel as `meeting_app/_resources/...`."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "packaging"))
        import catalogues

        catalogues.compile_all(root / "resources" / "locale")
        for part in sorted((root / "resources").iterdir()):
            if part.name not in LEFT_OUT:
                build_data["force_include"][str(part)] = f"meeting_app/_resources/{part.name}"
