package org.wangge.transport.socket;

import java.nio.charset.StandardCharsets;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Why a socket ends, as its close frame says: codes from 4400 are those of `graphql-transport-ws`,
/// those below 2000 of RFC 6455. Clients connect again after 1012, 1013 and 4403 but not after the
/// other ones, where doing the same again would end the same way.
record Closing(int code, String reason) {
    static final Closing UNAUTHORIZED = new Closing(4401, "Unauthorized");
    static final Closing OTHER_PROTOCOL = new Closing(4406, "Subprotocol not acceptable");
    static final Closing INIT_TIMEOUT = new Closing(4408, "Connection initialisation timeout");
    static final Closing INIT_AGAIN = new Closing(4429, "Too many initialisation requests");
    static final Closing RESERVED_BIT = new Closing(1002, "Reserved bits are set");
    static final Closing NOT_TEXT = new Closing(1003, "Messages are text");
    static final Closing NOT_UTF_8 = new Closing(1007, "Text must be UTF-8");
    static final Closing TOO_MANY_PINGS = new Closing(1008, "Too many pings");
    static final Closing TOO_MANY_FRAGMENTS = new Closing(1008, "Too many fragments");
    static final Closing TOO_LARGE = new Closing(1009, "Message too large");
    static final Closing FAILED = new Closing(1011, "Internal error");
    static final Closing RESTART = new Closing(1012, "Service restart");
    static final Closing UNAVAILABLE = new Closing(1013, "Try again later");
    static final Closing STALLED = new Closing(1013, "Nothing is read");
    static final Closing SILENT = new Closing(1013, "No sign of life");
    /// The other side has gone: there is nobody to tell.
    static final Closing GONE = new Closing(1006, "");

    private static final int FORBIDDEN = 4403;
    private static final int LONGEST_REASON = 123;

    static Closing invalid(String why) {
        return new Closing(4400, shortened(why));
    }

    static Closing alreadyThere(String id) {
        return new Closing(4409, shortened("Subscriber for " + id + " already exists"));
    }

    /// A socket without a token is told so; one whose token is not good, or not good any more, gets
    /// the code of the fault.
    static Closing of(Fault fault) {
        if (fault.code() == FaultCode.SIGN_IN_REQUIRED) {
            return UNAUTHORIZED;
        }
        return fault.code().retryable() && fault.code().kind() == FaultCode.Kind.INTERNAL_ERROR
                ? UNAVAILABLE
                : new Closing(FORBIDDEN, fault.code().name());
    }

    /// A close frame has room for so many bytes.
    private static String shortened(String reason) {
        var text = reason;
        while (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text;
    }
}
