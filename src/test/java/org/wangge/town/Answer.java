package org.wangge.town;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlResponse;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.test.tester.GraphQlTester;

/// What a document came back with.
public record Answer(GraphQlTester.Traversable response, GraphQlResponse whole, List<ResponseError> errors) {
    public static Answer of(GraphQlTester.Request<?> request) {
        var errors = new ArrayList<ResponseError>();
        var executed = request.execute();
        var response = executed.errors().satisfy(errors::addAll);
        return new Answer(response, executed.returnResponse(), errors);
    }

    /// Whatever data there is, beside errors or without.
    public Object data() {
        if (whole.getData() == null) {
            throw new AssertionError("no data at all: " + errors);
        }
        return whole.getData();
    }

    /// The value at a path such as `grid.children[0].name`.
    public <T> T get(String path, Class<T> type) {
        if (!errors.isEmpty()) {
            throw new AssertionError("no errors expected, got " + errors);
        }
        return response.path(path).entity(type).get();
    }

    public String text(String path) {
        return get(path, String.class);
    }

    /// Whether there is null at a path.
    public boolean isNull(String path) {
        if (!errors.isEmpty()) {
            throw new AssertionError("no errors expected, got " + errors);
        }
        response.path(path).valueIsNull();
        return true;
    }

    public int number(String path) {
        return get(path, Integer.class);
    }

    public <T> List<T> list(String path, Class<T> type) {
        if (!errors.isEmpty()) {
            throw new AssertionError("no errors expected, got " + errors);
        }
        return response.path(path).entityList(type).get();
    }

    public List<String> texts(String path) {
        return list(path, String.class);
    }

    /// `extensions.code` of the only error.
    public @Nullable Object code() {
        return errors.size() == 1 ? errors.getFirst().getExtensions().get("code") : errors;
    }
}
