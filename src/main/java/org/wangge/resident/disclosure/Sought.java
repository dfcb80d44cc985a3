package org.wangge.resident.disclosure;

/// The number that somebody is looked for by, in clear.
record Sought(PersonalField field, String number) {
    @Override
    public String toString() {
        return field + " " + field.masked(number);
    }
}
