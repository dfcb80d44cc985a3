package org.wangge.issue.reply;

import org.jspecify.annotations.Nullable;
import org.wangge.access.ClearText;
import org.wangge.issue.Contact;
import org.wangge.refusal.Refusal;

/// What became of a look at how a reporter is reached.
record RevealReporterPayload(
        @Nullable ClearText name,
        @Nullable ClearText phone,
        @Nullable Refusal refusal,
        boolean replayed) {
    static RevealReporterPayload shown(Contact contact, boolean replayed) {
        return new RevealReporterPayload(
                ClearText.name(contact.name()), ClearText.phone(contact.phone()), null, replayed);
    }

    static RevealReporterPayload refused(Refusal refusal) {
        return new RevealReporterPayload(null, null, refusal, false);
    }
}
