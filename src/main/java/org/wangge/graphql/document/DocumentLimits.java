package org.wangge.graphql.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large a document may be. What is counted, is counted with all fragments put in where they are
/// spread, so that a short document cannot stand for a long one.
///
/// @param characters of its text
/// @param tokens names, values and punctuation; comments are counted likewise
/// @param digits of one number, with its sign, point and exponent
/// @param depth levels of fields
/// @param introspectionDepth levels of fields where they ask for the schema
/// @param fields all that are asked for by one operation
/// @param aliases fields that are told under another name
/// @param directives of the operation and of its fields and fragments
/// @param rootFields fields of the operation itself
/// @param list values in one list of a literal or a variable
@ConfigurationProperties("wangge.limits.document")
public record DocumentLimits(
        @DefaultValue("10000") int characters,
        @DefaultValue("1500") int tokens,
        @DefaultValue("400") int digits,
        @DefaultValue("10") int depth,
        @DefaultValue("15") int introspectionDepth,
        @DefaultValue("1000") int fields,
        @DefaultValue("30") int aliases,
        @DefaultValue("20") int directives,
        @DefaultValue("20") int rootFields,
        @DefaultValue("200") int list) {}
