package org.wangge.issue.statistics;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.CategoryId;
import org.wangge.issue.IssueSource;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Urgency;

/// What was reported in a period, by what it was; the most first.
record IssueBreakdown(
        List<OfCategory> byCategory, List<OfSource> bySource, List<OfStatus> byStatus, List<OfUrgency> byUrgency) {
    /// How many are of a category.
    record OfCategory(CategoryId categoryId, @Nullable Integer count) {}

    /// How many came one way.
    record OfSource(IssueSource source, @Nullable Integer count) {}

    /// How many stand somewhere now.
    record OfStatus(IssueStatus status, @Nullable Integer count) {}

    /// How many are so urgent now.
    record OfUrgency(Urgency urgency, @Nullable Integer count) {}

    static IssueBreakdown of(List<Slice> slices) {
        return new IssueBreakdown(
                some(slices, one -> one.categoryId() == null ? null : new OfCategory(one.categoryId(), one.count())),
                some(slices, one -> one.source() == null ? null : new OfSource(one.source(), one.count())),
                some(slices, one -> one.status() == null ? null : new OfStatus(one.status(), one.count())),
                some(slices, one -> one.urgency() == null ? null : new OfUrgency(one.urgency(), one.count())));
    }

    private static <T> List<T> some(List<Slice> slices, Function<Slice, @Nullable T> kind) {
        return slices.stream()
                .flatMap(one -> java.util.stream.Stream.ofNullable(kind.apply(one)))
                .toList();
    }
}
