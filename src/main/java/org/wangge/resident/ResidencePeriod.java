package org.wangge.resident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where somebody lived (居住记录); over on the day `toOn`.
public record ResidencePeriod(
        PremisesId premisesId, LocalDate fromOn, @Nullable LocalDate toOn) {}
