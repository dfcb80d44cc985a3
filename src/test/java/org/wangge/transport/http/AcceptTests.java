package org.wangge.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;

/// What the answer is written as: by `Accept`, with its weights and parameters.
@ApiTest
class AcceptTests {
    @Autowired
    Graph graph;

    private Caller caller;

    @BeforeEach
    void callers() {
        caller = new Caller(graph);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                application/json | application/json
                application/graphql-response+json | application/graphql-response+json
                application/graphql-response+json; charset=utf-8 | application/graphql-response+json
                application/graphql-response+json;charset="UTF-8";q=0.9, application/json;q=0.8 | application/graphql-response+json
                application/graphql-response+json;q=0.2, application/json;q=0.8 | application/json
                application/graphql-response+json, application/json | application/graphql-response+json
                application/json, application/graphql-response+json | application/json
                application/json;q=0, application/* | application/graphql-response+json
                */*;q=0.1, application/graphql-response+json | application/graphql-response+json
                application/graphql-response+json;charset=gbk, */* | application/json
                text/html, */*;q=0.8 | application/json
                text/event-stream;q=0.5, application/json | application/json
                application/json;q=0.5, text/event-stream | text/event-stream
                multipart/mixed;deferSpec=20220824, application/graphql-response+json;q=0.9 | application/graphql-response+json
                application/*+json | application/graphql-response+json""")
    void answersAsAcceptSays(String accept, String type) {
        var answer = caller.ask("{ __typename }", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.type(answer)).isEqualTo(type + ";charset=utf-8");
        assertThat(Caller.header(answer, "Vary")).contains("Accept,", "Authorization", "Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml, image/*",
                "*/*;q=0",
                "application/json;q=0, application/graphql-response+json;q=0, text/event-stream;q=0",
                "application/json;charset=gbk",
                "nonsense"
            })
    void answers406WhenNothingIsAcceptable(String accept) {
        var answer = caller.ask("{ __typename }", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("\"code\":\"NOT_ACCEPTABLE\"").doesNotContain("__typename");
    }
}
