package org.wangge.issue.evidence;

/// The five sees (五个见): what must be seen before an issue may be closed.
public enum EvidenceKind {
    PERSON,
    SCENE,
    PROCESS,
    RESULT,
    ANALYSIS
}
