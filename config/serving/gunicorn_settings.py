"""What gunicorn runs with, under its own names.

`gunicorn config.wsgi --config python:config.serving.gunicorn_settings`; more of them by its options.
"""

import os
from typing import Any

from django.conf import settings
from prometheus_client.multiprocess import mark_process_dead

from config.serving.worker import LONGEST_LINE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

proc_name = "onrecord"
worker_class = "config.serving.worker.ProblemWorker"
threads = 8
limit_request_line = LONGEST_LINE
control_socket_disable = True  # it would stand in the home folder, one for all servers there
forwarder_headers = ""  # whoever comes past a proxy on this machine would choose the path by one
_as_others = {"handlers": [], "level": settings.LOGGING["root"]["level"], "propagate": True}
logconfig_dict: dict[str, Any] = settings.LOGGING | {
    "loggers": settings.LOGGING["loggers"] | {"gunicorn.error": _as_others}
}
"""The server's own lines are written as the application's are."""


def child_exit(_server: Any, worker: Any) -> None:
    """Leave a worker that has ended out of the metrics of those that run, where all are collected."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]
