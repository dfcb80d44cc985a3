package org.wangge;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.wangge.local.LocalStart;

/// The server. Its database is chosen before anything else is made: see [LocalStart].
@SpringBootApplication
public class WanggeApplication {
    public static void main(String[] args) {
        LocalStart.of(WanggeApplication.class).run(args);
    }
}
