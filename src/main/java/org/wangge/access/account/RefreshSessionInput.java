package org.wangge.access.account;

/// The refresh token that was given last.
public record RefreshSessionInput(String refreshToken) {
    @Override
    public String toString() {
        return "refresh";
    }
}
