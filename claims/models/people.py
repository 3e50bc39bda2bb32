"""Django's accounts and their groups, under names of ours so that they can have an audit trail."""

from django.contrib.auth.models import User


class Account(User):
    """A person's account; only its name and whether it is active, staff or superuser is kept in events."""

    class Meta:
        proxy = True


class Membership(User.groups.through):  # type: ignore[name-defined,misc]  # made at run time
    """That a person belongs to a group, and so has its role."""

    class Meta:
        proxy = True
