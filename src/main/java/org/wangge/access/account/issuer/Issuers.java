package org.wangge.access.account.issuer;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// Makes a [ForeignIssuer] of each entry of `wangge.auth.issuers`.
class Issuers implements BeanRegistrar {
    @Configuration(proxyBeanMethods = false)
    @Import(Issuers.class)
    static class Registration {}

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        var configured = Binder.get(environment)
                .bind("wangge.auth.issuers", Bindable.listOf(IssuerSettings.class))
                .orElse(List.of());
        for (var settings : configured) {
            registry.registerBean(
                    "issuer " + settings.issuer(),
                    ForeignIssuer.class,
                    bean -> bean.supplier(context -> new ForeignIssuer(
                            settings, context.bean(ForeignSessions.class), context.bean(Clock.class))));
        }
    }
}
