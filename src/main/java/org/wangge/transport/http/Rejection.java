package org.wangge.transport.http;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// A request that is no GraphQL request: answered with a status of HTTP, whatever media type was asked for.
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final Fault fault;
    private final transient HttpHeaders headers = new HttpHeaders();

    Rejection(HttpStatus status, FaultCode code, Object... words) {
        super(code.name(), null, false, false);
        this.status = status;
        this.fault = new Fault(code, words);
    }

    static Rejection malformed() {
        return new Rejection(HttpStatus.BAD_REQUEST, FaultCode.INVALID_BODY);
    }

    /// @param allowed the methods to use instead
    static Rejection wrongMethod(String allowed) {
        return new Rejection(HttpStatus.METHOD_NOT_ALLOWED, FaultCode.METHOD_NOT_ALLOWED, allowed)
                .with(HttpHeaders.ALLOW, allowed);
    }

    Rejection with(String header, String value) {
        headers.set(header, value);
        return this;
    }

    HttpStatus status() {
        return status;
    }

    Fault fault() {
        return fault;
    }

    HttpHeaders headers() {
        return headers;
    }
}
