"""Parses texts with a model through Rasa's own agent; runs in the assistant's environment (Python 3.10).

``python -m bench.parse MODEL TEXTS RESULTS``: ``TEXTS`` is a JSON list of texts; ``RESULTS`` becomes a list of
``{"intent": NAME, "ms": MILLISECONDS}`` in the same order.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

from rasa.core.agent import load_agent
from rasa.utils.log_utils import configure_structlog

# The first messages load what a model loads late; they are not measured.
WARM_UP = 20


async def parsed(model: str, texts: list[str]) -> list[dict[str, object]]:
    """The best intent of every text and the time it took, one after the other."""
    agent = await load_agent(model_path=model)
    for text in texts[:WARM_UP]:
        await agent.parse_message(text)
    found = []
    for text in texts:
        start = time.perf_counter()
        result = await agent.parse_message(text)
        found.append({"intent": result["intent"]["name"], "ms": 1000 * (time.perf_counter() - start)})
    return found


if __name__ == "__main__":
    model, texts, results = sys.argv[1:]
    configure_structlog()  # as `rasa run` does: without it every message is logged
    found = asyncio.run(parsed(model, json.loads(Path(texts).read_text(encoding="utf-8"))))
    Path(results).write_text(json.dumps(found), encoding="utf-8")
