package org.wangge;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.wangge.local.LocalStart;

/// The server. Its database is chosen before anything else is made: see [LocalStart].
@SpringBootApplication
public class WanggeApplication {
    public static void main(String[] args) {
        LocalStart.of(WanggeApplication.class).run(args);
    }

    /// The subdistrict's days begin and end in its own time zone.
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
