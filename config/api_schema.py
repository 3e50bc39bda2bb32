"""Code lists that the schema names: three fields share the statuses, three fields `kind` share nothing."""

from claims.codelists import Disposition, Kind, Voice
from claims.measures.quantity import Comparator
from claims.models import Subject
from claims.review import Action, Status
from sources.models import Sentence, Source

CLAIM_KINDS = [kind.value for kind in Kind]
COMPARATORS = [comparator.value for comparator in Comparator]
DISPOSITIONS = [disposition.value for disposition in Disposition]
REVIEW_ACTIONS = [action.value for action in Action]
REVIEW_STATUSES = [status.value for status in Status]
SENTENCE_ROLES = Sentence.Role.choices
SOURCE_KINDS = Source.Kind.choices
SUBJECT_KINDS = Subject.Kind.choices
VOICES = [voice.value for voice in Voice]
