"""What all tests share: how hard Hypothesis looks."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A build that turns red is the fault of what was changed, not of the day: the same texts every time. Who wants new ones asks
# for them: `tox -e py311 -- --hypothesis-profile=hunt`, and puts what he finds into fixtures/.
_common = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.large_base_example]}
settings.register_profile("build", derandomize=True, database=None, max_examples=60, **_common)
settings.register_profile("hunt", max_examples=3000, **_common)
settings.load_profile("build")
