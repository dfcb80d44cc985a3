package org.wangge.notice;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is to leave the house by text message or WeChat: written in the transaction of the command,
/// sent afterwards by any node.
@Component
class NoticeOutbox {
    private final DatabaseClient database;
    private final QuietHours quiet;

    NoticeOutbox(DatabaseClient database, QuietHours quiet) {
        this.database = database;
        this.quiet = quiet;
    }

    /// Posts the notifications of those who can be reached outside: by WeChat whoever bound it, by text
    /// message residents, and staff in emergencies only. What is no emergency waits for the morning.
    Mono<Long> post(UUID[] notifications, Instant now) {
        return database.sql("""
                        insert into notice_outbox (notification_id, channel, is_urgent, due_at)
                        select n.id, reached.channel, emergency.is_one,
                               case when emergency.is_one then :now::timestamptz else :allowed end
                        from notification n
                        left join account a on a.id = n.account_id
                        cross join lateral (
                          select exists (select 1 from issue i where i.id = n.subject_id and i.urgency = 'EMERGENCY')
                        ) as emergency (is_one)
                        cross join lateral (
                          select case
                            when starts_with(n.recipient, 'phone:') then 'SMS'
                            when exists (select 1 from account_wechat w where w.account_id = a.id) then 'WECHAT'
                            when (a.kind = 'RESIDENT' or emergency.is_one)
                              and exists (select 1 from account_phone p where p.account_id = a.id) then 'SMS'
                          end
                        ) as reached (channel)
                        where n.id = any(:ids) and reached.channel is not null and a.disabled_at is null""")
                .bind("ids", notifications)
                .bind("now", now)
                .bind("allowed", quiet.over(now))
                .fetch()
                .rowsUpdated();
    }
}
