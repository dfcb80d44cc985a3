package org.wangge.refusal;

/// Carries a [Refusal] out of a transaction, which it rolls back, to the payload of the command.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    /// @throws Refused STALE_VERSION unless the object is at the version that was read
    public static void ifStale(int expected, int current) {
        if (expected != current) {
            throw new Refused(new Refusal.StaleVersion(expected, current));
        }
    }

    public Refusal refusal() {
        return refusal;
    }
}
