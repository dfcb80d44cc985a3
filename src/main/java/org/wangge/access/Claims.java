package org.wangge.access;

import java.time.Instant;
import java.util.UUID;

/// What a token says that this server trusts: an account, one of its sessions, and until when.
public record Claims(UUID accountId, UUID sessionId, Instant expiresAt) {}
