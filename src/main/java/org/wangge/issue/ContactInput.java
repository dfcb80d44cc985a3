package org.wangge.issue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.Spelling;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// How to reach somebody who reports without an account: a name, a phone, or both.
public record ContactInput(@Nullable String name, @Nullable String phone) {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_PHONE = 30;
    private static final String DIALLED = "[1-9][0-9]{6,14}";

    public ContactInput {
        name = name == null || name.isBlank() ? null : name.strip();
        phone = phone == null || phone.isBlank() ? null : phone.strip();
    }

    void addTo(Problems problems, String path) {
        problems.text(path + ".name", name, 0, LONGEST_NAME)
                .text(path + ".phone", phone, 0, LONGEST_PHONE)
                .check(name != null || phone != null, path + ".phone", ProblemCode.REQUIRED)
                .check(phone == null || Spelling.phone(phone).matches(DIALLED), path + ".phone", ProblemCode.MALFORMED);
    }

    @Nullable
    String nameMask() {
        return name == null ? null : Personal.name(name).display();
    }

    @Nullable
    String phoneMask() {
        return phone == null ? null : Personal.phone(phone).display();
    }

    /// Masked: inputs get into logs and hashes.
    @Override
    public String toString() {
        return Objects.toString(nameMask(), "") + ' ' + Objects.toString(phoneMask(), "");
    }
}
