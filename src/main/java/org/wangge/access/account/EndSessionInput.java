package org.wangge.access.account;

/// Which of your own sessions ends.
record EndSessionInput(Session.SessionId sessionId) {}
