package org.wangge.project;

import java.util.UUID;

/// Which project goes on.
public record ProjectInput(UUID key, ProjectId projectId, int expectedVersion) {}
