package org.wangge.issue.reply;

import org.jspecify.annotations.Nullable;
import org.wangge.issue.Contact;
import org.wangge.refusal.Refusal;

/// What became of a look at how a reporter is reached.
record RevealReporterPayload(
        @Nullable ClearValue name,
        @Nullable ClearValue phone,
        @Nullable Refusal refusal,
        boolean replayed) {
    static RevealReporterPayload shown(Contact contact, boolean replayed) {
        return new RevealReporterPayload(
                ClearValue.name(contact.name()), ClearValue.phone(contact.phone()), null, replayed);
    }

    static RevealReporterPayload refused(Refusal refusal) {
        return new RevealReporterPayload(null, null, refusal, false);
    }
}
