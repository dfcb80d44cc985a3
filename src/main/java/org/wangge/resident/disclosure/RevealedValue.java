package org.wangge.resident.disclosure;

import org.jspecify.annotations.Nullable;
import org.wangge.access.ClearText;

/// One field of a resident in clear; null when nothing is kept.
record RevealedValue(PersonalField field, @Nullable ClearText value) {}
