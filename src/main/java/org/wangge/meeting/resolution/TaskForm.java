package org.wangge.meeting.resolution;

/// What a task becomes when its resolution is put into effect.
public enum TaskForm {
    ISSUE,
    PROJECT_STAGE
}
