package org.wangge.notice;

import java.util.UUID;
import org.wangge.access.Personal;

/// What is sent to somebody's phone.
///
/// @param id the same for each try: a gateway that knows it has sent the message already
/// @param address a phone number as it was typed (SMS), or an openid (WECHAT), in clear: never to be logged
/// @param text the sentence in Chinese, without a signature
/// @param subjectId as the graph writes it, for the page that opens
public record Message(UUID id, Channel channel, String address, NoticeKind kind, String text, String subjectId) {
    /// The address as it may be shown.
    public String maskedAddress() {
        return channel == Channel.SMS ? Personal.phone(address).display() : "*";
    }

    @Override
    public String toString() {
        return channel + " to " + maskedAddress() + " of " + kind;
    }
}
