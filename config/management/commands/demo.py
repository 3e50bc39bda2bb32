"""`manage.py demo`: a record to try, a login to try it with, and the server."""

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from config.serving.server import HOST, Server, is_port_free
from sources.models import Source

FIXTURE = Path(settings.BASE_DIR) / "fixtures" / "demo.json"
USERNAME = "reviewer"
ROLE = "editor"  # reviews, judges, and names speakers, subjects and statistics
WELCOME = """
  Onrecord     {site}/admin/
  login        {username}
  password     {password}
  review desk  {site}/admin/desk/
  API          {site}/api/v1/  (described at {site}/api/v1/docs/)
"""


class Command(BaseCommand):
    """Brings the database up to date, loads the demo once, and gives the reviewer a new password."""

    help = "Migrate, load the demo record if there is none, print a reviewer's login; with --serve, serve it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to serve, and where."""
        parser.add_argument("--serve", action="store_true", help="serve the application until interrupted")
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *_: object, **options: Any) -> None:
        """Prepare, say how to log in, serve."""
        port = options["port"]
        if options["serve"] and not is_port_free(port):
            raise CommandError(f"Port {port} is taken. Choose another: make demo PORT={port + 1}")
        call_command("migrate", verbosity=0)
        if not Source.objects.exists():
            call_command("loaddata", FIXTURE, verbosity=0)
        password = renew_login()
        self.stdout.write(WELCOME.format(site=f"http://{HOST}:{port}", username=USERNAME, password=password))
        if options["serve"]:
            self.stdout.write("  Ctrl-C stops it.\n")
            self.stdout.flush()
            serve(port)


def renew_login() -> str:
    """The reviewer's new password; the account is made where there is none."""
    password = secrets.token_urlsafe(9)
    reviewer, _ = User.objects.get_or_create(username=USERNAME)
    reviewer.is_staff = True
    reviewer.set_password(password)
    reviewer.save()
    reviewer.user_permissions.clear()
    reviewer.groups.set(Group.objects.filter(name=ROLE))
    return password


def serve(port: int) -> None:
    """Serve until interrupted."""
    connections.close_all()  # a connection must not be shared with the workers that are forked
    Server(WSGIHandler(), port=port).run()
