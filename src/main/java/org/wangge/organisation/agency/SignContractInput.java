package org.wangge.organisation.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wangge.grid.GridId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// A contract that somebody signs for the subdistrict.
public record SignContractInput(
        UUID key,
        ServiceAgencyId agencyId,
        GridId gridId,
        String title,
        int amount,
        LocalDate fromOn,
        LocalDate toOn,
        List<IndicatorInput> indicators,
        List<InstalmentInput> instalments) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_UNIT = 16;
    private static final int MOST = 20;
    private static final int MOST_YUAN = 2_000_000_000;

    /// What is promised, as a number.
    public record IndicatorInput(String name, String unit, int target) {}

    /// A part of the amount, and when it is due.
    public record InstalmentInput(int amount, LocalDate dueOn) {}

    public SignContractInput {
        indicators = List.copyOf(indicators);
        instalments = List.copyOf(instalments);
    }

    /// The instalments add up to the amount, and come due one after the other.
    Problems problems() {
        var sum = instalments.stream().mapToLong(InstalmentInput::amount).sum();
        var problems = new Problems()
                .text("title", title, 1, LONGEST_TITLE)
                .check(amount >= 1 && amount <= MOST_YUAN, "amount", ProblemCode.OUT_OF_RANGE, 1, MOST_YUAN)
                .check(toOn.isAfter(fromOn), "toOn", ProblemCode.NOT_IN_ORDER)
                .check(isSize(indicators), "indicators", ProblemCode.OUT_OF_RANGE, 1, MOST)
                .check(isSize(instalments), "instalments", ProblemCode.OUT_OF_RANGE, 1, MOST)
                .check(sum == amount, "instalments", ProblemCode.CONTRADICTS, sum)
                .check(isInOrder(), "instalments", ProblemCode.NOT_IN_ORDER);
        for (int i = 0; i < indicators.size(); i++) {
            var path = "indicators[" + i + "].";
            problems.text(path + "name", indicators.get(i).name(), 1, LONGEST_NAME)
                    .text(path + "unit", indicators.get(i).unit(), 1, LONGEST_UNIT)
                    .check(indicators.get(i).target() >= 1, path + "target", ProblemCode.OUT_OF_RANGE, 1, MOST_YUAN);
        }
        for (int i = 0; i < instalments.size(); i++) {
            problems.check(
                    instalments.get(i).amount() >= 1,
                    "instalments[" + i + "].amount",
                    ProblemCode.OUT_OF_RANGE,
                    1,
                    amount);
        }
        return problems;
    }

    private boolean isInOrder() {
        for (int i = 1; i < instalments.size(); i++) {
            if (instalments.get(i).dueOn().isBefore(instalments.get(i - 1).dueOn())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSize(List<?> list) {
        return !list.isEmpty() && list.size() <= MOST;
    }
}
