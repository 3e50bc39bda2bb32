"""The answers that are kept for requests sent again."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, models
from django.http import HttpResponse
from django.utils import timezone

KEPT_HEADERS = ("Content-Type", "ETag", "Location")
LOCK_SPACE = 0x6964  # "id": keeps these advisory locks apart from other uses of the same database


class KeptAnswer(models.Model):
    """Answer 8 says what Rosa's request with the key "a1" was answered, and what the request was.

    Only what was done is kept: a refused request has done nothing and may be mended under the same key.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=255)
    request_sha256 = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    headers = models.JSONField()
    body = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()  # nobody looks at them
        constraints = [
            models.UniqueConstraint(
                name="answer_is_kept_once_for_a_persons_key", fields=["user", "key"], include=["created_at"]
            ),
            models.CheckConstraint(
                name="kept_answer_is_of_something_done", condition=models.Q(status__gte=200, status__lt=300)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.status} for {self.key}"

    def replay(self) -> HttpResponse:
        """The answer again, marked as such."""
        headers = {**self.headers, "Idempotency-Replayed": "true"}
        return HttpResponse(bytes(self.body), status=self.status, headers=headers)


def take_key(user: User, key: str) -> bool:
    """Hold a person's key until the transaction ends; False where another request holds it."""
    with connection.cursor() as cursor:
        # Two requests at once with one key would both find no answer and both be done.
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))", [LOCK_SPACE, f"{user.pk} {key}"])
        return bool(cursor.fetchone()[0])


def find_kept(user: User, key: str) -> KeptAnswer | None:
    """The answer that is kept for a person's key; those whose time is over are deleted by the way."""
    oldest = timezone.now() - timedelta(hours=settings.ONRECORD_IDEMPOTENCY_HOURS)
    KeptAnswer.objects.filter(user=user, created_at__lt=oldest).delete()
    return KeptAnswer.objects.filter(user=user, key=key).first()


def keep(user: User, key: str, request_sha256: str, answer: HttpResponse) -> None:
    """Keep an answer for the requests that may come again."""
    headers = {name: answer[name] for name in KEPT_HEADERS if name in answer}
    KeptAnswer.objects.create(
        user=user,
        key=key,
        request_sha256=request_sha256,
        status=answer.status_code,
        headers=headers,
        body=answer.content,
    )
