package org.wangge.local.street.team;

/// The six posts of the command centre (一中心六岗位).
public enum Post {
    DUTY_COMMANDER("值班长岗"),
    INTAKE("综合受理岗"),
    MONITORING("巡屏监测岗"),
    DISPATCH("调度派遣岗"),
    SUPERVISION("督办核查岗"),
    ANALYSIS("研判考评岗");

    private final String title;

    Post(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
