"""Bytes to an e-mail's message: what the reader of mails and the list of attachments begin with."""

import email
import email.policy
from email.message import EmailMessage

from graph.errors import DocumentError

_HEADERS = ("from", "date", "subject", "received", "message-id", "mime-version")


def parse_message(data: bytes) -> EmailMessage:
    """The message of these bytes. Raises DocumentError `damaged` for what has none of a mail's headers."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not any(header in message for header in _HEADERS):
        raise DocumentError("damaged", reason="not_a_mail")
    return message
