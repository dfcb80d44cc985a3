package org.wangge.grid;

import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// The administrative code of a grid: 12 digits of a district, subdistrict or community (GB/T 2260,
/// GB/T 10114 and the statistical codes of villages), then 3 for a comprehensive grid, 2 for a
/// resident group, 3 for a courtyard. A child's code starts with its parent's.
public record GridCode(String digits) {
    public GridCode {
        if (!digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new Fault(FaultCode.INVALID_CODE, "code", "0-9");
        }
        if (!GridLevel.isCodeLength(digits.length())) {
            throw new Fault(FaultCode.INVALID_CODE, "code", "12, 15, 17, 20");
        }
    }

    public static GridCode of(String text) {
        return new GridCode(text);
    }

    /// Whether a grid of this code and level can stand below the parent.
    public boolean isBelow(GridCode parent, GridLevel parentLevel) {
        return digits.startsWith(parent.stem(parentLevel));
    }

    private String stem(GridLevel level) {
        return switch (level) {
            case DISTRICT -> digits.substring(0, 6);
            case SUBDISTRICT -> digits.substring(0, 9);
            case COMMUNITY, COMPREHENSIVE, RESIDENT_GROUP, COURTYARD -> digits;
        };
    }

    @Override
    public String toString() {
        return digits;
    }
}
