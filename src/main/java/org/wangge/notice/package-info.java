/// Who is told? Notifications to people (消息通知): in the house as they happen, and out of it by text
/// message or WeChat.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "grid",
            "access",
            "access::personal",
            "feed",
            "personnel"
        })
package org.wangge.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
