package org.wangge.graphql.document;

import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Word;

/// What is limited of a document; the names are part of the public contract.
public enum Limit {
    CHARACTERS,
    TOKENS,
    DIGITS,
    DEPTH,
    INTROSPECTION_DEPTH,
    FIELDS,
    ALIASES,
    DIRECTIVES,
    ROOT_FIELDS;

    public Fault exceeded(long actual, int most) {
        return new Fault(FaultCode.DOCUMENT_TOO_LARGE, word(name()), actual, most, name());
    }

    /// For what is not counted to its end.
    public Fault exceeded(int most) {
        return new Fault(FaultCode.DOCUMENT_TOO_LARGE, word(name()), word("MORE"), most, name());
    }

    private static Word word(String name) {
        return new Word("limit", name);
    }
}
