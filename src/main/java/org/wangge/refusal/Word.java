package org.wangge.refusal;

import java.util.List;

/// A constant of the contract that stands in a message: it is told in the reader's language.
///
/// @param group what it is one of, such as `move` or `evidence`
/// @param name as the contract has it
public record Word(String group, String name) {
    static Word move(String name) {
        return new Word("move", name);
    }

    static Word status(String name) {
        return new Word("status", name);
    }

    static List<Word> all(String group, List<String> names) {
        return names.stream().map(name -> new Word(group, name)).toList();
    }
}
