package org.wangge.transport;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which documents are trusted, beside the examples that come with the server.
///
/// @param folders folders with documents (`.graphql`) and manifests (`.json`) of Apollo's or Relay's clients, read
///     at the start with all that lies below
/// @param trustedOnly whether no other document is carried out
@ConfigurationProperties("wangge.documents")
record DocumentSettings(
        @DefaultValue List<Path> folders,
        @DefaultValue("false") boolean trustedOnly) {
    DocumentSettings {
        folders = List.copyOf(folders);
    }
}
