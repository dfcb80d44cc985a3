package org.wangge.resident;

/// Help that somebody needs (关爱需求). Why it is needed is not kept.
public enum CareNeed {
    REGULAR_VISIT,
    MEAL_SERVICE,
    MEDICAL_ESCORT,
    MEDICATION_REMINDER,
    MOBILITY_SUPPORT,
    MATERNITY_SUPPORT,
    CHILD_SUPPORT,
    EMERGENCY_CONTACT
}
