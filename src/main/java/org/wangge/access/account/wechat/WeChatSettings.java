package org.wangge.access.account.wechat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Our mini-program, as WeChat knows it.
@ConfigurationProperties("wangge.wechat")
record WeChatSettings(
        @Nullable String appId,
        @Nullable String secret,
        @DefaultValue("https://api.weixin.qq.com") String url,
        @DefaultValue("5s") Duration patience) {
    @Override
    public String toString() {
        return "mini-program " + appId;
    }
}
