"""The Department for Education's public data API (Explore Education Statistics, v1) as a source.

It gives what the headline file gives, as the same rows, so that both are checked and stored alike.
"""

from seed.ees.client import Client, ServiceError
from seed.ees.data_set import Release, read_release

__all__ = ["Client", "Release", "ServiceError", "read_release"]
