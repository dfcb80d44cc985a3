package org.wangge.graphql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Joins what a batched statement found to the objects that asked for it.
public final class Batch {
    private Batch() {}

    /// To each parent the one found object that has the key which the parent names; parents that
    /// name none, or one that was not found, are left out. Nothing is read when no parent names any.
    public static <P, K, T> Mono<Map<P, T>> one(
            Collection<P> parents, Function<P, ? extends @Nullable K> names, Flux<T> found, Function<T, K> has) {
        if (parents.stream().allMatch(parent -> names.apply(parent) == null)) {
            return Mono.just(Map.of());
        }
        return found.collectMap(has).map(byKey -> {
            Map<P, T> joined = HashMap.newHashMap(parents.size());
            for (var parent : parents) {
                var key = names.apply(parent);
                var one = key == null ? null : byKey.get(key);
                if (one != null) {
                    joined.put(parent, one);
                }
            }
            return joined;
        });
    }

    /// To each parent all found objects that belong to it, in the order found; an empty list for none.
    public static <P, K, T> Mono<Map<P, List<T>>> many(
            Collection<P> parents, Function<P, K> id, Flux<T> found, Function<T, K> belongsTo) {
        return found.collectList().map(all -> {
            var byParent = all.stream().collect(groupingBy(belongsTo));
            Map<P, List<T>> joined = HashMap.newHashMap(parents.size());
            parents.forEach(parent -> joined.put(parent, byParent.getOrDefault(id.apply(parent), List.of())));
            return joined;
        });
    }

    /// To each parent what the function makes of it.
    public static <P, T> Map<P, T> values(Collection<P> parents, Function<P, T> value) {
        Map<P, T> values = HashMap.newHashMap(parents.size());
        parents.forEach(parent -> values.put(parent, value.apply(parent)));
        return values;
    }

    /// To each key all values found for it, in the order found; an empty list for none.
    public static <K, T> Mono<Map<K, List<T>>> grouped(Collection<K> keys, Flux<Map.Entry<K, T>> found) {
        return found.collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))
                .map(byKey -> {
                    Map<K, List<T>> all = HashMap.newHashMap(keys.size());
                    keys.forEach(key -> all.put(key, byKey.getOrDefault(key, List.of())));
                    return all;
                });
    }

    /// To each parent what was found for its id; parents without are left out.
    public static <P, K, T> Map<P, T> joined(Collection<P> parents, Function<P, K> id, Map<K, T> found) {
        Map<P, T> joined = HashMap.newHashMap(parents.size());
        for (var parent : parents) {
            var one = found.get(id.apply(parent));
            if (one != null) {
                joined.put(parent, one);
            }
        }
        return joined;
    }

    /// The distinct ids that the parents name, as an array to bind.
    public static <P> UUID[] ids(Collection<P> parents, Function<P, @Nullable UUID> id) {
        return parents.stream().map(id).filter(Objects::nonNull).distinct().toArray(UUID[]::new);
    }

    public static <P> String[] texts(Collection<P> parents, Function<P, String> text) {
        return parents.stream().map(text).toArray(String[]::new);
    }

    public static <E extends Enum<E>> String[] names(Collection<E> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }

    public static UUID[] ids(Collection<UUID> ids) {
        return ids.stream().distinct().toArray(UUID[]::new);
    }
}
