"""What requests need besides what the document says."""

import uuid

import schemathesis


@schemathesis.hook
def filter_path_parameters(context, path_parameters):
    # An address with a control character does not get as far as the API: the gateway answers that it has no such route.
    return all(character.isprintable() for value in (path_parameters or {}).values() for character in str(value))


@schemathesis.hook
def before_call(context, case, kwargs):
    # A key that was used before is a test of its own (test/unit/api); here each request has its own.
    key = (case.headers or {}).get("Idempotency-Key", "")
    if 0 < len(key) <= 200 and all("!" <= character <= "~" for character in key):
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
