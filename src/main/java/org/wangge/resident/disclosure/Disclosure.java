package org.wangge.resident.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.resident.DisclosurePurpose;

/// A row of the disclosure log (个人信息查阅日志): who saw what of whom, and why. Its hash covers every
/// column and the hash of the row before, across the days.
public record Disclosure(DisclosureId id, LocalDate day, int n, Look look, String previous, String hash) {
    static Disclosure after(Link last, DisclosureId id, Look look, LocalDate today) {
        var open = new Disclosure(id, last.dayOfNext(today), last.numberOfNext(today), look, last.hash(), "");
        return new Disclosure(id, open.day, open.n, look, open.previous, open.hashed());
    }

    /// The hash that fits the columns.
    String hashed() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Link link() {
        return new Link(day, n, hash);
    }

    public Instant at() {
        return look.at();
    }

    public DisclosureKind kind() {
        return look.kind();
    }

    public Role role() {
        return look.by().role();
    }

    public List<PersonalField> fields() {
        return look.fields();
    }

    public @Nullable DisclosurePurpose purpose() {
        return look.purpose();
    }

    public String note() {
        return look.note();
    }

    public @Nullable String serves() {
        return look.serves();
    }

    /// Each column with its length, so that no two rows have the same text.
    private String text() {
        return Stream.of(
                        day,
                        n,
                        id.value(),
                        look.at(),
                        look.kind(),
                        look.by().actor(),
                        look.by().accountId(),
                        shown(look.by().memberId()),
                        look.by().role(),
                        shown(look.residentId()),
                        shown(look.gridKey()),
                        look.fields(),
                        shown(look.purpose()),
                        look.note(),
                        shown(look.serves()),
                        previous)
                .map(Object::toString)
                .map(column -> column.length() + ":" + column)
                .collect(Collectors.joining("\n"));
    }

    private static String shown(@Nullable Object column) {
        return column == null ? "-" : "+" + column;
    }
}
