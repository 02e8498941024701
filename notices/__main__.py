"""`python -m notices`."""

import sys

from notices.cli import main

sys.exit(main())
