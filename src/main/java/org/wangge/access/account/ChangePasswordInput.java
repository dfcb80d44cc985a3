package org.wangge.access.account;

/// The password as it is and as it is to be.
public record ChangePasswordInput(String currentPassword, String newPassword) {
    @Override
    public String toString() {
        return "change of password";
    }
}
