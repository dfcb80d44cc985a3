package org.wangge.local.street.matter;

import java.util.UUID;

/// A second-level category as the migrations have inserted it: the one id the seed does not make.
public record Category(String code, String parent, UUID id, String urgency) {}
