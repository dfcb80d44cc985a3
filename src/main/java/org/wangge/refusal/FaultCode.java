package org.wangge.refusal;

/// The stable codes in `errors[].extensions.code`, each with its classification and whether the
/// same request may succeed later.
public enum FaultCode {
    GRAPHQL_SYNTAX(Kind.BAD_REQUEST),
    GRAPHQL_VALIDATION(Kind.BAD_REQUEST),
    GRAPHQL_OPERATION(Kind.BAD_REQUEST),
    SUBSCRIPTION_TRANSPORT(Kind.BAD_REQUEST),
    DOCUMENT_TOO_LARGE(Kind.BAD_REQUEST),
    FRAGMENT_CYCLE(Kind.BAD_REQUEST),
    LIST_TOO_LONG(Kind.BAD_REQUEST),
    INVALID_BODY(Kind.BAD_REQUEST),
    BODY_TOO_LARGE(Kind.BAD_REQUEST),
    BODY_TOO_DEEP(Kind.BAD_REQUEST),
    METHOD_NOT_ALLOWED(Kind.BAD_REQUEST),
    NOT_ACCEPTABLE(Kind.BAD_REQUEST),
    UNSUPPORTED_MEDIA_TYPE(Kind.BAD_REQUEST),
    DOCUMENT_UNKNOWN(Kind.BAD_REQUEST),
    DOCUMENT_HASH_DIFFERS(Kind.BAD_REQUEST),
    PERSISTED_QUERY_NOT_FOUND(Kind.BAD_REQUEST),
    INVALID_VALUE(Kind.BAD_REQUEST),
    INVALID_TEXT(Kind.BAD_REQUEST),
    INVALID_ID(Kind.BAD_REQUEST),
    WRONG_ID_TYPE(Kind.BAD_REQUEST),
    INVALID_CURSOR(Kind.BAD_REQUEST),
    INVALID_PAGE(Kind.BAD_REQUEST),
    INVALID_CODE(Kind.BAD_REQUEST),
    INVALID_POINT(Kind.BAD_REQUEST),
    INVALID_RANGE(Kind.BAD_REQUEST),
    TEXT_TOO_SHORT(Kind.BAD_REQUEST),
    TOO_MANY(Kind.BAD_REQUEST),
    SIGN_IN_REQUIRED(Kind.UNAUTHORIZED),
    TOKEN_INVALID(Kind.UNAUTHORIZED),
    TOKEN_EXPIRED(Kind.UNAUTHORIZED),
    TOKEN_REVOKED(Kind.UNAUTHORIZED),
    TOKEN_WRONG_ISSUER(Kind.UNAUTHORIZED),
    TOKEN_WRONG_AUDIENCE(Kind.UNAUTHORIZED),
    PASSWORD_CHANGE_REQUIRED(Kind.FORBIDDEN),
    SECOND_FACTOR_REQUIRED(Kind.FORBIDDEN),
    NOT_PERMITTED(Kind.FORBIDDEN),
    DOCUMENT_NOT_TRUSTED(Kind.FORBIDDEN),
    RATE_LIMITED(Kind.FORBIDDEN, true),
    TOO_MANY_OPERATIONS(Kind.FORBIDDEN, true),
    TOO_MANY_SOCKETS(Kind.FORBIDDEN, true),
    COST_TOO_HIGH(Kind.BAD_REQUEST),
    BUDGET_USED_UP(Kind.FORBIDDEN, true),
    ONE_PER_DOCUMENT(Kind.BAD_REQUEST),
    SIGN_IN_UNAVAILABLE(Kind.BAD_REQUEST),
    FILE_TOO_LARGE(Kind.BAD_REQUEST),
    FILE_DIFFERS(Kind.BAD_REQUEST),
    FILE_NOT_ALLOWED(Kind.BAD_REQUEST),
    FILE_UNREADABLE(Kind.BAD_REQUEST),
    IMAGE_TOO_LARGE(Kind.BAD_REQUEST),
    TICKET_EXPIRED(Kind.BAD_REQUEST),
    TICKET_USED(Kind.BAD_REQUEST),
    LINK_EXPIRED(Kind.BAD_REQUEST),
    NOT_FOUND(Kind.NOT_FOUND),
    CANCELLED(Kind.INTERNAL_ERROR, true),
    TIMEOUT(Kind.INTERNAL_ERROR, true),
    REQUEST_TIMEOUT(Kind.INTERNAL_ERROR, true),
    UNAVAILABLE(Kind.INTERNAL_ERROR, true),
    UNKNOWN_OUTCOME(Kind.INTERNAL_ERROR, true),
    INTERNAL_ERROR(Kind.INTERNAL_ERROR);

    /// The five classifications of the contract.
    public enum Kind {
        BAD_REQUEST,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        INTERNAL_ERROR
    }

    private final Kind kind;
    private final boolean retryable;

    FaultCode(Kind kind) {
        this(kind, false);
    }

    FaultCode(Kind kind, boolean retryable) {
        this.kind = kind;
        this.retryable = retryable;
    }

    public Kind kind() {
        return kind;
    }

    public boolean retryable() {
        return retryable;
    }
}
