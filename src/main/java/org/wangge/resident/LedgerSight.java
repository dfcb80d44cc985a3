package org.wangge.resident;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;

/// What somebody sees of the ledger, masked: all of it where they serve, those who need help where
/// they care for them, and their own record. Every statement on people and homes takes one.
///
/// @param ledger where all residents, households and premises are seen
/// @param care where residents with care needs are seen, and where these live
/// @param self the viewer's own record
public record LedgerSight(
        Scope ledger, Scope care, @Nullable UUID self) {
    public static LedgerSight of(Viewer viewer) {
        return new LedgerSight(viewer.scope(Right.LEDGER), viewer.scope(Right.CARE), viewer.residentId());
    }

    public static LedgerSight of(Scope ledger) {
        return new LedgerSight(ledger, Scope.nowhere(), null);
    }

    public boolean sees(Resident resident, GridKey at) {
        return ledger.holds(at)
                || care.holds(at) && !resident.careNeeds().isEmpty()
                || resident.id().value().equals(self);
    }

    /// Of `resident r`.
    public Conditions residents() {
        return people("r");
    }

    /// Of `household h`.
    Conditions households() {
        return homes("h", "exists (select 1 from resident o", "o.household_id = h.id");
    }

    /// Of `premises p`.
    Conditions premises() {
        return homes(
                "p",
                "exists (select 1 from household y join resident o on o.household_id = y.id",
                "y.premises_id = p.id");
    }

    /// Who lives there is looked up from there: to find one home costs no more than to find none.
    private Conditions homes(String alias, String lived, String here) {
        var plain = ledger.limit(alias + ".grid_key", "ledger");
        if (care.subtrees().isEmpty() && self == null) {
            return plain;
        }
        var people = others("o").and(here);
        return Conditions.anyOf(List.of(plain, new Conditions().and(lived + people.sql() + ")", people)));
    }

    /// The plain range of the ledger where there is nothing else: the index on keys serves it.
    private Conditions people(String alias) {
        var plain = ledger.limit(alias + ".grid_key", "ledger");
        return care.subtrees().isEmpty() && self == null ? plain : Conditions.anyOf(List.of(plain, others(alias)));
    }

    /// Whoever is seen although the ledger is not.
    private Conditions others(String alias) {
        var alternatives = new ArrayList<Conditions>();
        if (!care.subtrees().isEmpty()) {
            alternatives.add(care.limit(alias + ".grid_key", "care").and(alias + ".care_needs <> '{}'"));
        }
        if (self != null) {
            alternatives.add(new Conditions().and(alias + ".id = :self", "self", self));
        }
        return Conditions.anyOf(alternatives);
    }
}
