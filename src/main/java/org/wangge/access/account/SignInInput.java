package org.wangge.access.account;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A name, its password, and the code of the second factor where there is one.
public record SignInInput(
        String name, String password, @Nullable String code) {
    /// The name as accounts have it.
    String accountName() {
        return nameOf(name);
    }

    public static String nameOf(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "sign-in";
    }
}
