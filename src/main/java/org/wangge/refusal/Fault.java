package org.wangge.refusal;

import java.util.List;

/// Something that is answered as a GraphQL error: a request that cannot be carried out as it is.
/// It has no stack trace, since the caller's request is the cause and not our code.
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FaultCode code;
    private final transient List<Object> words;

    public Fault(FaultCode code, Object... words) {
        super(code.name(), null, false, false);
        this.code = code;
        this.words = List.of(words);
    }

    public FaultCode code() {
        return code;
    }

    public List<Object> words() {
        return words;
    }
}
