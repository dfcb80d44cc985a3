package org.wangge.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Finds the document of a request that names it instead of holding it: by `documentId`, which is
/// `sha256:<hex>` of the text or the name of a file, or by Apollo's `extensions.persistedQuery`.
///
/// By Apollo's protocol a client may send text and hash once, and the hash alone from then on. What
/// was registered so is kept by this node as long as there is room, and is not trusted: where only
/// trusted documents are carried out, nothing can be registered.
@Component
public class TrustedDocuments {
    private static final int CHARACTERS_KEPT = 4_000_000;
    private static final String QUERY = "query";
    private static final String DOCUMENT_ID = "documentId";

    private final Manifest manifest;
    private final boolean trustedOnly;
    private final Cache<String, String> registered = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String id, String text) -> id.length() + text.length())
            .build();

    TrustedDocuments(DocumentSettings settings) {
        this.manifest = Manifest.of(settings.folders());
        this.trustedOnly = settings.trustedOnly();
    }

    /// The parameters of a request with the text of its document as `query`; as they are, when it is there.
    ///
    /// @throws Fault INVALID_BODY when there is no way to tell the document, DOCUMENT_UNKNOWN,
    ///     PERSISTED_QUERY_NOT_FOUND, DOCUMENT_HASH_DIFFERS when text and hash do not belong together, and
    ///     DOCUMENT_NOT_TRUSTED
    public Map<String, Object> resolved(Map<String, Object> body) {
        var query = text(body.get(QUERY));
        var id = text(body.get(DOCUMENT_ID));
        var hash = hash(body.get("extensions"));
        if (query != null && id != null) {
            throw new Fault(FaultCode.INVALID_BODY);
        }
        var found = id != null ? known(id) : hash != null ? persisted(Manifest.SHA256 + hash, query) : open(query);
        var resolved = new HashMap<>(body);
        resolved.remove(DOCUMENT_ID);
        resolved.put(QUERY, found);
        return resolved;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isEmpty() ? null : text;
            default -> throw new Fault(FaultCode.INVALID_BODY);
        };
    }

    private static @Nullable String hash(@Nullable Object extensions) {
        if (!(extensions instanceof Map<?, ?> map) || map.get("persistedQuery") == null) {
            return null;
        }
        if (map.get("persistedQuery") instanceof Map<?, ?> persisted
                && persisted.get("version") instanceof Number version
                && version.intValue() == 1
                && persisted.get("sha256Hash") instanceof String hash) {
            return hash;
        }
        throw new Fault(FaultCode.INVALID_BODY);
    }

    private String known(String id) {
        var text = manifest.text(id);
        if (text == null) {
            throw new Fault(FaultCode.DOCUMENT_UNKNOWN, id.length() > 100 ? id.substring(0, 100) + "…" : id);
        }
        return text;
    }

    private String persisted(String id, @Nullable String query) {
        if (query != null && !Manifest.id(query).equals(id)) {
            throw new Fault(FaultCode.DOCUMENT_HASH_DIFFERS);
        }
        var trusted = manifest.text(id);
        if (trusted != null) {
            return trusted;
        }
        if (trustedOnly) {
            throw new Fault(FaultCode.DOCUMENT_NOT_TRUSTED);
        }
        return query == null ? remembered(id) : registered.get(id, _ -> query);
    }

    private String remembered(String id) {
        var text = registered.getIfPresent(id);
        if (text == null) {
            throw new Fault(FaultCode.PERSISTED_QUERY_NOT_FOUND);
        }
        return text;
    }

    /// A trusted document is no less so when it is sent in full.
    private String open(@Nullable String query) {
        if (query == null) {
            throw new Fault(FaultCode.INVALID_BODY);
        }
        if (trustedOnly && manifest.text(Manifest.id(query)) == null) {
            throw new Fault(FaultCode.DOCUMENT_NOT_TRUSTED);
        }
        return query;
    }
}
