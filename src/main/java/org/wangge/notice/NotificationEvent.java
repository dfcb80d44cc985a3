package org.wangge.notice;

/// Another notification, as the feed tells it.
record NotificationEvent(Notification notification, String cursor) {}
