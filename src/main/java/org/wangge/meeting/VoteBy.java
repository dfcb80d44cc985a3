package org.wangge.meeting;

/// Whether each person has a vote, or each household.
public enum VoteBy {
    PERSON,
    HOUSEHOLD
}
