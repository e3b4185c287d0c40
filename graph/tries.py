"""How long a call to a store is made again, and with what pauses in between."""

import random
import time

PATIENCE_SECONDS = 60.0
"""Long enough for a Neo4j that is restarted and recovers a million relationships, measured at half a minute."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.02, 1.0


class Tries:
    """The tries of one call. `count` is the number of pauses made so far."""

    def __init__(self) -> None:
        self.count = 0
        self._first_failure: float | None = None

    def pause(self) -> bool:
        """Wait a moment, longer each time and never the same for two; False, at once, when patience is at its end."""
        now = time.monotonic()
        if self._first_failure is None:
            self._first_failure = now
        if now - self._first_failure >= PATIENCE_SECONDS:
            return False
        longest = min(_FIRST_PAUSE * 2**self.count, _LONGEST_PAUSE)
        time.sleep(random.uniform(longest / 2, longest))
        self.count += 1
        return True
