package org.wangge.issue.reply;

/// What came of a callback.
public enum CallbackOutcome {
    SATISFIED(true),
    DISSATISFIED(true),
    DECLINED(true),
    NO_ANSWER(false),
    WRONG_NUMBER(false);

    private final boolean isReached;

    CallbackOutcome(boolean isReached) {
        this.isReached = isReached;
    }

    public boolean isReached() {
        return isReached;
    }
}
