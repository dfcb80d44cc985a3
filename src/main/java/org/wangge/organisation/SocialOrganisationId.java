package org.wangge.organisation;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [SocialOrganisation].
public record SocialOrganisationId(UUID value) {
    public static final String TYPE = "socialOrganisation";

    public static SocialOrganisationId of(String text) {
        return new SocialOrganisationId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
