package org.wangge.project;

import java.util.UUID;

/// Which project somebody wants.
public record SupportProjectInput(UUID key, ProjectId projectId) {}
