"""Starts the action server: ``python -m actions``.

rasa-sdk's own ``python -m rasa_sdk`` spawns a worker that survives its parent and keeps the port, and listens on every
address. Here one process listens on loopback.
"""

from __future__ import annotations

import os

import structlog
from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

import actions
from actions.base import library

PORT = 5055


def main() -> None:
    """Serve the actions on 127.0.0.1:$ACTIONS_PORT until stopped."""
    executor = ActionExecutor()
    executor.register_package(actions)
    app = create_app(executor)
    with library().open() as (_, knowledge):  # build the indexes before the first visitor comes
        structlog.get_logger().info("actions ready", revision=knowledge.revision)
    app.run(host="127.0.0.1", port=int(os.environ.get("ACTIONS_PORT", PORT)), single_process=True, access_log=False)


if __name__ == "__main__":
    main()
